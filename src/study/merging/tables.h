// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace study::merging {

/// How a column of the study file is told across copies.
enum class Form {
    plain,      ///< as it stands
    reference,  ///< the id of a row of another table
    text,       ///< the id of a text
    turns,      ///< source.turns: numbers among which are ids of speakers
    target,     ///< memo.target: the id of a row of the table that `about` names
    identity,   ///< bytes that are a guid already
};

struct Column {
    const char* name;
    Form form = Form::plain;
    int refers = -1;  ///< to which table, an index into tables()
    /// Columns of the same unit change together; the first of them names it. An index into Table::columns.
    int unit = -1;
    /// Rows whose key columns are the same are one thing, however often it was entered.
    bool key = false;
};

/// One recorded table as merging sees it: without id and guid, which every one has.
struct Table {
    const char* name;
    std::vector<Column> columns;
    bool has_key = false;

    [[nodiscard]] int column(std::string_view wanted) const;
    /// The columns that change with that one, itself included.
    [[nodiscard]] std::vector<int> unit(int column) const;
};

/// Indexes of tables(): a table stands behind those that its rows refer to.
enum TableIndex : int {
    kSetting,
    kRole,
    kTriad,
    kCoder,
    kAttribute,
    kParticipant,
    kAttributeValue,
    kSource,
    kSpeaker,
    kSpeakerParticipant,
    kSourceParticipant,
    kCode,
    kCoding,
    kMark,
    kMemo,
    kTextEdit,
    kSettlement,
    kSettlementCoding,
    kMergedRevision,
    kTables
};

/// Every recorded table but known_change, which is about merging itself.
[[nodiscard]] const std::vector<Table>& tables();

/// The index of the table of that name; nothing for one that is not merged.
[[nodiscard]] std::optional<int> table_index(std::string_view name);

/// The table that a memo about `about` points into; nothing for the study.
[[nodiscard]] std::optional<int> table_of_memo(std::string_view about);

}  // namespace study::merging
