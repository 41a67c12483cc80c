// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace study {

/// The writer's hold on a study: an flock on NAME.trialogue.lock, in which stands who it is. The kernel lets
/// go of it when the process ends, however it ends, so a file that was left behind holds nobody up.
class Lock {
  public:
    /// Throws Error(busy), naming the program, process and host that hold the study, or Error(io).
    explicit Lock(const std::filesystem::path& study);
    /// Lets go and removes the file.
    ~Lock();
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;

    [[nodiscard]] static std::filesystem::path file_of(const std::filesystem::path& study);

  private:
    std::filesystem::path path_;
    int descriptor_ = -1;
};

}  // namespace study
