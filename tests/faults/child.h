// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <functional>
#include <string>

namespace faults {

/// A process of its own that runs `work`, which writes lines to the descriptor that it is given.
class Child {
  public:
    explicit Child(const std::function<void(int)>& work);
    /// Ends it, if that has not happened, and waits for it.
    ~Child();
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    /// kill -9.
    void kill() const;
    /// Everything that it wrote until its end.
    [[nodiscard]] std::string output();
    /// Waits until it has written at least one byte.
    void wait_for_output();

  private:
    pid_t pid_ = -1;
    int pipe_ = -1;
    std::string output_;
};

/// Runs `work` in a process of its own, as the user `nobody` where this process is root, and returns the
/// sentence and the hint of the base::Error that it throws ("sentence | hint"), or what it returns.
[[nodiscard]] std::string as_ordinary_user(const std::function<std::string()>& work);

/// The same without a change of user.
[[nodiscard]] std::string in_process(const std::function<std::string()>& work);

}  // namespace faults
