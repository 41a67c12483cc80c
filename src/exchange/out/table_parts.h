// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/table.h"

/// What every way to write a model::Table as text has in common.
namespace exchange {

/// The marks of cells that are no number, where a legend explains them.
inline constexpr std::string_view kUncodedMark = "·";
inline constexpr std::string_view kAbsentMark = "–";

/// A number as people read it: with the table's decimals, a decimal point, and its unit.
[[nodiscard]] std::string number_text(const model::Table& table, double number);
/// What stands in a cell; of several lines where its text has them.
[[nodiscard]] std::string cell_text(const model::Table& table, const model::TableCell& cell);
/// One sentence for each mark that occurs in the table.
[[nodiscard]] std::vector<std::string> legend(const model::Table& table);

/// The cell, or an empty one where the table is ragged.
[[nodiscard]] const model::TableCell& cell_at(const model::Table& table, std::size_t row, std::size_t column);
/// True for a row of which no cell holds anything.
[[nodiscard]] bool is_blank_row(const model::Table& table, std::size_t row);
/// True for a column whose cells hold a text.
[[nodiscard]] bool is_text_column(const model::Table& table, std::size_t column);

/// For each heading its label behind those above it: {"Rights", "Agreements"}.
[[nodiscard]] std::vector<std::vector<std::string>> heading_paths(
    const std::vector<model::Heading>& headings);

}  // namespace exchange
