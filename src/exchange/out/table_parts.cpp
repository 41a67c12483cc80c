// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/out/table_parts.h"

#include <algorithm>
#include <cmath>

#include "base/translate.h"

namespace exchange {

using model::CellState;

std::string number_text(const model::Table& table, double number) {
    if (!std::isfinite(number)) return std::string(kAbsentMark);
    return fmt::format("{:.{}f}{}", number, std::max(0, table.decimals), table.unit);
}

std::string cell_text(const model::Table& table, const model::TableCell& cell) {
    switch (cell.state) {
        case CellState::number:
            return number_text(table, cell.number);
        case CellState::empty:
            return {};
        case CellState::uncoded:
            return std::string(kUncodedMark);
        case CellState::absent:
            return std::string(kAbsentMark);
        case CellState::text:
            return cell.text;
    }
    return {};
}

std::vector<std::string> legend(const model::Table& table) {
    const auto occurs = [&](CellState state) {
        return std::any_of(table.cells.begin(), table.cells.end(), [&](const auto& row) {
            return std::any_of(row.begin(), row.end(), [&](const auto& cell) { return cell.state == state; });
        });
    };
    std::vector<std::string> lines;
    if (occurs(CellState::uncoded)) lines.push_back(base::say("{} interviewed, not coded yet", kUncodedMark));
    if (occurs(CellState::absent)) lines.push_back(base::say("{} nobody interviewed", kAbsentMark));
    return lines;
}

const model::TableCell& cell_at(const model::Table& table, std::size_t row, std::size_t column) {
    static const model::TableCell kEmpty;
    if (row >= table.cells.size() || column >= table.cells[row].size()) return kEmpty;
    return table.cells[row][column];
}

bool is_blank_row(const model::Table& table, std::size_t row) {
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        if (cell_at(table, row, column).state != CellState::empty) return false;
    }
    return true;
}

bool is_text_column(const model::Table& table, std::size_t column) {
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        if (cell_at(table, row, column).state == CellState::text) return true;
    }
    return false;
}

std::vector<std::vector<std::string>> heading_paths(const std::vector<model::Heading>& headings) {
    std::vector<std::vector<std::string>> paths;
    std::vector<std::string> above;
    for (const auto& heading : headings) {
        // A level may be skipped in a ragged tree; its place stays empty.
        above.resize(static_cast<std::size_t>(std::max(0, heading.level)));
        above.push_back(heading.label);
        paths.push_back(above);
    }
    return paths;
}

}  // namespace exchange
