// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/guid.h"
#include "study/merging/past.h"
#include "study/merging/same.h"
#include "study/merging/tables.h"
#include "study/merging/texts.h"
#include "study/merging/value.h"
#include "study/study.h"

namespace study::merging {

/// What happens to the rows of one table.
struct TableCount {
    std::int64_t came = 0;     ///< that were not here
    std::int64_t present = 0;  ///< that the other copy has too, as they are here
    std::int64_t changed = 0;
    std::int64_t went = 0;  ///< that were deleted there
};

/// What a merge does, for people.
struct MergeReport {
    std::string file;                        ///< of the other copy
    std::optional<base::Guid> coder;         ///< for whom it was made, where it is a package
    std::array<TableCount, kTables> counts;  ///< by TableIndex
    /// Steps of the other copy's history that were not known here: how many, from when to when, by whom.
    std::int64_t steps = 0, first_step = 0, last_step = 0;
    std::vector<base::Guid> coders;
    std::vector<CodeDifference> to_confirm;  ///< codes that would become one although they differ
    std::vector<RefusedSource> refused;
    std::vector<std::string> remarks;  ///< what was decided by a rule, a sentence each
    bool codebook_differs = false;  ///< the codebook or texts are not as they were when the package was made

    [[nodiscard]] const TableCount& of(int table) const { return counts[static_cast<std::size_t>(table)]; }
};

/// A row as it shall stand, its references as guids.
struct WrittenRow {
    int table = 0;
    std::int64_t id = 0;  ///< 0: a new one
    base::Guid guid;
    std::vector<int> columns;   ///< those to write
    std::vector<Value> values;  ///< parallel to `columns`
};

/// What was learned of when a row was changed, for known_change.
struct Learned {
    base::Guid row;
    std::string what;
    Stamp stamp;
    std::optional<Fields> said;
};

/// Everything that merging one copy into a study would change. A value: looking at it changes nothing.
struct MergePlan {
    std::int64_t revision = 0;  ///< of the study it was made for
    std::vector<std::pair<std::string, text::Text>> texts;
    std::vector<WrittenRow> added, changed;
    std::vector<std::pair<int, std::int64_t>> removed;  ///< table and id
    std::vector<Learned> learned;
    Clock clock;  ///< of the study
    MergeReport report;

    /// Nothing came that is not here.
    [[nodiscard]] bool empty() const {
        return added.empty() && changed.empty() && removed.empty() && learned.empty();
    }
};

/// Throws Error(bad_input) where a path is another name of the file of that study. Asked before that is
/// opened: SQLite would look for its log beside the other name.
void check_is_other_file(const Study& here, const std::filesystem::path& there);

/// Compares two copies of a study. Every rule is in docs/two-coders.md. Throws Error(bad_input) where `there`
/// is another study, of an older version, or the same file; Error(damaged) where it is not whole.
[[nodiscard]] MergePlan plan(const Study& here, const Study& there, SameCodes codes = SameCodes::ask);

}  // namespace study::merging
