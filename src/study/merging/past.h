// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/guid.h"
#include "db/changeset.h"
#include "study/merging/stamp.h"
#include "study/merging/value.h"
#include "study/study.h"

namespace study::merging {

inline constexpr const char* kGone = "gone";
inline constexpr const char* kBack = "back";
inline constexpr const char* kSame = "same";

/// When one thing about a row was changed last.
struct Event {
    std::string what;  ///< a unit of columns, by its first one; kGone, kBack or kSame
    Stamp stamp;
    /// What was written where the study shows something else; for kSame the guid of the row that it is.
    std::optional<Fields> said;
};

/// What a study knows of when its rows were changed and deleted: from its history, and from the table
/// known_change about what was merged into it or forgotten. Merges themselves, and undoing them, are no
/// changes: what came with them was changed by whoever did it there, and comes again when it is merged again.
class Past {
  public:
    /// Reads the whole history. Throws Error(damaged).
    explicit Past(const Study& study);

    /// When that was changed; an unknown stamp where it is not known to have been.
    [[nodiscard]] Stamp when(const base::Guid& row, std::string_view what) const;
    /// The event, if there is one.
    [[nodiscard]] const Event* find(const base::Guid& row, std::string_view what) const;
    [[nodiscard]] const std::unordered_map<base::Guid, std::vector<Event>>& events() const { return events_; }
    /// Rows that were found to be the same as another: the later guid and the earlier one.
    [[nodiscard]] const std::map<base::Guid, base::Guid>& same() const { return same_; }
    [[nodiscard]] const Clock& clock() const { return clock_; }

  private:
    /// Updated rows are known by their ids until the end.
    using RowKey = std::pair<int, std::int64_t>;
    using ById = std::map<RowKey, std::vector<Event>>;

    void read_history(const Study& study);
    void read_changes(db::Blob changes, const Stamp& stamp, ById& updated);
    /// The units of columns that an update changed, by name.
    [[nodiscard]] std::vector<std::string_view> changed_units(const db::VisitedRow& row, int table) const;
    /// Whether an update of a coding gave it another version of its text.
    [[nodiscard]] bool changes_text(const db::VisitedRow& coding) const;
    void pass_merged(const Study& study, db::Blob changes);
    void name_rows(const Study& study, ById& updated);
    void read_known(const Study& study);
    void note(std::vector<Event>& events, std::string_view what, const Stamp& stamp,
              std::optional<Fields> said = {});

    std::unordered_map<base::Guid, std::vector<Event>> events_;
    std::map<base::Guid, base::Guid> same_;
    Clock clock_;
    std::vector<std::vector<int>> units_;  ///< of each table, for each column in the file; -1: none
    /// Rows that merges removed because they are the same as others; what was done with them before counts.
    std::map<RowKey, base::Guid> merged_away_;
    int coding_text_ = 0;  ///< the column coding.text
};

/// Writes what the history says of changes into known_change, as Forget does before it clears the history.
/// Outside of any Edit, within a transaction; `next_id` gives numbers for rows. Returns the time of the last
/// change.
std::int64_t keep_past(const Study& study, const std::function<std::int64_t()>& next_id);

}  // namespace study::merging
