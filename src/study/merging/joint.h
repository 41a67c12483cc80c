// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "study/merging/replica.h"
#include "study/merging/same.h"

namespace study::merging {

/// One thing of two copies: what stands in each, and what shall stand.
struct Thing {
    base::Guid guid;                        ///< the one that stands for it
    std::vector<const Record*> here;        ///< seldom more than one
    const Record* there = nullptr;          ///< the newest where there are several
    std::optional<std::vector<Value>> own;  ///< where the two differ, what was decided
    bool exists = true;
    bool kept = false;  ///< it was deleted, but something that stays refers to it
    bool changed_by_both = false;
    /// Columns in which the study shall show something else than what was said, and what was said.
    std::vector<std::pair<int, Value>> said;

    [[nodiscard]] const std::vector<Value>& values() const {
        if (own) return *own;
        return here.empty() ? there->values : here.front()->values;
    }
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
    void join(int table, Thing& thing);
    void join_fields(int table, Thing& thing);
    /// Takes what a copy that has no such row knows to have been said of it last.
    void take_memories(int table, Thing& thing);
    [[nodiscard]] bool refers_to_what_is_here(int table, const std::vector<int>& unit, const Fields& fields);
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
    bool any_gone_ = false;
};

}  // namespace study::merging
