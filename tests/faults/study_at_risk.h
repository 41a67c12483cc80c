// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "study/study.h"
#include "support/temporary_folder.h"

namespace faults {

/// How many rounds a test with random faults does: `usual`, or `all` where TRIALOGUE_LONG is set.
[[nodiscard]] int rounds(int usual, int all);

/// Puts a file that passes for a copy of now into the folder of backups of test.trialogue, so that none is
/// due.
void make_backup_undue(const support::TemporaryFolder& folder);

/// A new closed study of revision 0 in a folder of its own, made fast from the bytes of another.
class StudyAtRisk {
  public:
    StudyAtRisk();

    [[nodiscard]] std::filesystem::path path() const { return folder_ / "test.trialogue"; }
    [[nodiscard]] const support::TemporaryFolder& folder() const { return folder_; }
    void make_backup_undue() const { faults::make_backup_undue(folder_); }

  private:
    support::TemporaryFolder folder_;
};

using Rows = std::map<std::string, std::vector<std::string>>;

/// What a person was told of a study.
struct Acknowledged {
    std::int64_t revision = 0;
    std::optional<Rows> rows;  ///< none where they could not be read any more
};

/// Does one random thing: an edit, undo, redo, sometimes forget. Notes what was acknowledged.
void work(study::Study& study, std::mt19937& random, Acknowledged& known);

/// Opens a study after a fault and looks whether it is whole, holds every acknowledged edit and at most one
/// that was not, and goes back and forth through its whole history. Returns what is wrong; empty: nothing.
[[nodiscard]] std::string verdict(const std::filesystem::path& path, const Acknowledged& known);

}  // namespace faults
