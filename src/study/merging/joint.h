// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "study/merging/replica.h"
#include "study/merging/same.h"

namespace study::merging {

/// One row that says something of a thing.
struct Side {
    const Record* record = nullptr;
    bool from_here = true;
    bool deleted = false;  ///< it is not in the file any more
};

/// One thing of two copies: what stands in each, and what shall stand.
struct Thing {
    base::Guid guid;                        ///< the one that stands for it
    const Record* here = nullptr;           ///< the row of that guid where there are several
    const Record* there = nullptr;          ///< likewise
    std::vector<Side> more;                 ///< other rows of either copy, also deleted ones; seldom any
    std::optional<std::vector<Value>> own;  ///< where the sides differ, what was decided
    bool exists = true;
    bool untouched = false;  ///< of a source that was refused
    bool lost = false;       ///< its passage was corrected away in the other copy's text
    bool waits = false;      ///< nobody deleted it, but it was lost, or is about what was lost
    bool kept = false;       ///< it was deleted, but something that stays refers to it
    bool changed_by_both = false;
    /// Columns in which the study shall show something else than what was said, and what was said.
    std::vector<std::pair<int, Value>> said;

    [[nodiscard]] const std::vector<Value>& values() const {
        if (own) return *own;
        return (here != nullptr ? here : there != nullptr ? there : more.front().record)->values;
    }
    /// The row of a copy, there or deleted; nothing where that copy never had it or has forgotten it.
    [[nodiscard]] const Record* of(bool from_here) const;
    [[nodiscard]] std::vector<Side> sides() const;
    /// What was said, where the study shows something else, and else what it shows.
    [[nodiscard]] const Value& said_in(int column) const;
    /// Shows another value than was said.
    void show(int column, Value value);
};

/// Two copies as one: each thing once, each field as it was said last, what was deleted left out unless it is
/// needed. It depends on what the copies hold, not on which of them is asked.
class Joint {
  public:
    Joint(const Replica& here, const Replica& there, const Same& same, const std::set<base::Guid>& untouched);

    [[nodiscard]] std::vector<Thing>& of(int table) { return things_[static_cast<std::size_t>(table)]; }
    [[nodiscard]] const std::vector<Thing>& of(int table) const {
        return things_[static_cast<std::size_t>(table)];
    }
    [[nodiscard]] Thing* find(int table, const base::Guid& guid);

  private:
    void take(int table, const Record& record, bool from_here);
    void take_deleted(int table, const Record& record, bool from_here);
    void join(int table, Thing& thing);
    void join_fields(int table, Thing& thing);
    /// The side that said last what stands in columns that change together.
    [[nodiscard]] const Side& latest_of(const std::vector<Side>& sides, int table,
                                        const std::vector<int>& unit, Thing& thing) const;
    void part_from_lost_codings();
    void keep_what_is_needed();
    void keep(int table, const base::Guid& guid);
    void keep_parts(int table, const base::Guid& guid);
    void keep_referred(int table, const Thing& thing);

    const Replica& here_;
    const Replica& there_;
    const Same& same_;
    const std::set<base::Guid>& untouched_;
    std::array<std::vector<Thing>, kTables> things_;
    std::array<std::unordered_map<base::Guid, std::size_t>, kTables> places_;
    std::unordered_set<base::Guid> missing_;  ///< things that do not exist
    bool any_lost_ = false;
};

}  // namespace study::merging
