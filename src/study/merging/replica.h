// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/guid.h"
#include "study/merging/past.h"
#include "study/merging/tables.h"
#include "study/merging/told_turns.h"
#include "study/merging/value.h"
#include "study/study.h"
#include "text/text.h"

namespace study::merging {

/// One row of a recorded table, told so that it means the same in every copy.
struct Record {
    base::Guid guid;
    std::int64_t id = 0;        ///< in its own file; 0: it stands in none
    std::vector<Value> values;  ///< parallel to Table::columns: what people said
    /// What stands in the file, where that is not what is in `values`.
    std::unique_ptr<std::vector<Value>> shown;
    bool left_out = false;  ///< it takes no part: its source was refused
    bool lost = false;      ///< its passage is gone from the text that stands
    bool waits = false;     ///< of one that is not there: it comes back when what it is about does

    [[nodiscard]] const std::vector<Value>& in_file() const { return shown ? *shown : values; }
    /// Gives a field another value and remembers what stands in the file.
    void set(int column, Value value);
};

/// Everything that people entered in one copy, by guid, with what it knows of when that was changed.
struct Replica {
    /// Throws Error(damaged) where rows have no guid or point nowhere.
    explicit Replica(const Study& study);

    [[nodiscard]] std::vector<Record>& of(int table) { return rows[static_cast<std::size_t>(table)]; }
    [[nodiscard]] const std::vector<Record>& of(int table) const {
        return rows[static_cast<std::size_t>(table)];
    }
    /// The content of the text of that hash.
    [[nodiscard]] text::Text text(const std::string& hash) const;

    const Study& study;
    Past past;
    std::array<std::vector<Record>, kTables> rows;
    /// Rows that are there no longer, as they were when they were deleted: what needs them brings them back.
    std::array<std::vector<Record>, kTables> deleted;
    std::unordered_map<std::string, std::int64_t> texts;  ///< ids by hash
};

[[nodiscard]] int column_of(int table, const char* name);
/// What stands in the column of that name.
[[nodiscard]] const Value& field(const Record& record, int table, const char* name);

}  // namespace study::merging
