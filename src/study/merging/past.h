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
inline constexpr const char* kWas = "was";

/// When one thing about a row was changed last.
struct Event {
    std::string what;  ///< a unit of columns, by its first one; kGone or kBack
    Stamp stamp;
    /// What was written where the study shows something else.
    std::optional<Fields> said;
};

/// A row that was deleted, as it stood in the file.
struct DeletedRow {
    int table = 0;
    std::int64_t id = 0;
    Stamp at;
    std::vector<db::Cell> cells;  ///< parallel to Table::columns; empty where columns came since
};

/// Whether the first was before the second, whichever revisions they were.
[[nodiscard]] inline bool is_before(const Stamp& a, const Stamp& b) {
    return std::pair(a.at, a.step) < std::pair(b.at, b.step);
}

/// A row that is not there, as other copies had it when they were merged.
struct RememberedRow {
    int table = 0;
    Stamp at;
    bool left_out = false;  ///< nobody deleted it: what it is about was not there
    Fields values;          ///< parallel to Table::columns
};
/// A row as known_change keeps it.
[[nodiscard]] Fields memory_of(int table, const Fields& values, bool left_out = false);

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
    /// Rows that the history says were there, by guid; also of rows that are there again. The last counts.
    [[nodiscard]] const std::unordered_map<base::Guid, std::vector<DeletedRow>>& deleted() const {
        return deleted_;
    }
    /// The guids of rows by table and id, also of those that came back under another id.
    using RowKey = std::pair<int, std::int64_t>;
    [[nodiscard]] const std::map<RowKey, base::Guid>& guids_of_deleted() const { return guids_of_deleted_; }
    [[nodiscard]] const std::unordered_map<base::Guid, RememberedRow>& remembered() const {
        return remembered_;
    }
    [[nodiscard]] const Clock& clock() const { return clock_; }

  private:
    /// Updated rows are known by their ids until the end.
    using ById = std::map<RowKey, std::vector<Event>>;

    /// A revision that deletes rows or brings them back.
    struct Passing {
        Stamp stamp;
        bool merged = false;     ///< a merge, or undoing or redoing one
        bool backwards = false;  ///< an undo
    };

    void read_history(const Study& study);
    void read_changes(db::Blob changes, const Passing& passing, ById& updated);
    /// The units of columns that an update changed, by name.
    [[nodiscard]] std::vector<std::string_view> changed_units(const db::VisitedRow& row, int table) const;
    /// Whether an update of a coding gave it another version of its text.
    [[nodiscard]] bool changes_text(const db::VisitedRow& coding) const;
    void pass_merged(const Study& study, db::Blob changes, const Passing& passing);
    void keep_deleted(const db::VisitedRow& row, int table, const Passing& passing);
    void remember(const base::Guid& row, const Stamp& stamp, const Fields& memory);
    void name_rows(const Study& study, ById& updated);
    void read_known(const Study& study);
    void note(std::vector<Event>& events, std::string_view what, const Stamp& stamp,
              std::optional<Fields> said = {});

    std::unordered_map<base::Guid, std::vector<Event>> events_;
    std::map<base::Guid, base::Guid> same_;
    Clock clock_;
    std::vector<std::vector<int>> units_;   ///< of each table, for each column in the file; -1: none
    std::vector<std::vector<int>> places_;  ///< of each table, for each Table::columns its place in the file
    std::unordered_map<base::Guid, std::vector<DeletedRow>> deleted_;  ///< the last of each at its end
    std::unordered_map<base::Guid, RememberedRow> remembered_;
    std::map<RowKey, base::Guid> guids_of_deleted_;
    int coding_text_ = 0;  ///< the column coding.text
};

/// Writes what the history says of changes into known_change, as Forget does before it clears the history.
/// Outside of any Edit, within a transaction; `next_id` gives numbers for rows. Returns the time of the last
/// change.
std::int64_t keep_past(const Study& study, const std::function<std::int64_t()>& next_id);

}  // namespace study::merging
