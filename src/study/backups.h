// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <thread>
#include <vector>

namespace study {

/// The copies of one study in the folder NAME.trialogue-backups beside it (0700), each a plain study file
/// named by its time in UTC. Kept by generations: the five newest, one a day for a week, one a week for a
/// month.
class Backups {
  public:
    explicit Backups(const std::filesystem::path& study);
    /// Waits for the copy that is being made.
    ~Backups();
    Backups(Backups&&) = delete;

    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
    /// From old to new.
    [[nodiscard]] std::vector<std::filesystem::path> files() const;

    /// Makes a copy in the background where none is younger than an hour (those of the future do not count:
    /// the clock was set back), then removes what no generation keeps. A copy that fails, or of a study that
    /// is not whole, is not kept, removes none and is tried again the next time. `now`: seconds since 1970.
    void start_if_due(std::int64_t now);
    void wait();
    /// Removes the folder with all copies. Throws Error(io).
    void remove_all();

  private:
    /// Removes what copies left behind that were broken off by the end of the program.
    void remove_torsos() const;

    std::filesystem::path study_;
    std::filesystem::path folder_;
    std::jthread worker_;
};

/// Which of these times (seconds since 1970, any order) no generation keeps at `now`.
[[nodiscard]] std::vector<std::int64_t> superfluous(std::vector<std::int64_t> times, std::int64_t now);

}  // namespace study
