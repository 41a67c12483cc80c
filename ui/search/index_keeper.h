// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <thread>

namespace ui {

/// Keeps the index of a study current on a thread of its own, with a study and a search of its own, so that
/// the window never waits for it. Whoever searches looks at what is on disk again when written() has grown.
class IndexKeeper {
  public:
    /// Begins at once, a moment later.
    explicit IndexKeeper(std::filesystem::path study);
    /// Stops after the text that is being taken up, and waits for that.
    ~IndexKeeper() = default;
    IndexKeeper(const IndexKeeper&) = delete;
    IndexKeeper& operator=(const IndexKeeper&) = delete;

    /// The study has changed.
    void wake();
    /// Grows with each state that was written.
    [[nodiscard]] std::uint64_t written() const { return written_; }
    /// Whether there is something that it has not looked at yet.
    [[nodiscard]] bool is_working() const { return working_; }

  private:
    void run(const std::stop_token& stop);
    /// Waits until it is woken, or for so long; false where it shall stop.
    bool wait(const std::stop_token& stop, std::chrono::milliseconds longest);

    std::filesystem::path study_;
    std::mutex mutex_;
    std::condition_variable_any woken_;
    bool wake_ = true;
    std::atomic<std::uint64_t> written_{0};
    std::atomic<bool> working_{true};
    std::jthread thread_;  ///< last: it uses all of them
};

}  // namespace ui
