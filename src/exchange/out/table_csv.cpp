// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/out/table_text.h"

#include <algorithm>
#include <set>

#include "base/strings.h"
#include "base/translate.h"
#include "exchange/out/table_parts.h"

namespace exchange {

namespace {

/// The name, with a number behind it where it is taken: readers refuse two columns of one name.
std::string unique_name(const std::string& wanted, std::set<std::string>& taken) {
    auto name = wanted;
    for (int n = 2; !taken.insert(base::ascii_lower(name)).second; ++n)
        name = fmt::format("{} {}", wanted, n);
    return name;
}

std::vector<std::string> header(const model::Table& table, std::size_t levels) {
    std::set<std::string> taken;
    std::vector<std::string> names;
    const std::string corner = table.corner.empty() ? base::tr("row") : table.corner;
    for (std::size_t level = 0; level < levels; ++level) names.push_back(unique_name(corner, taken));
    for (const auto& path : heading_paths(table.columns)) {
        auto name = base::join(path, " / ");
        if (name.empty()) name = base::tr("column");
        if (!table.unit.empty()) name += " (" + table.unit + ")";
        names.push_back(unique_name(name, taken));
    }
    return names;
}

/// Numbers bare, so that every program reads them as numbers (and a minus stays a minus); the marks in
/// words, as there is no legend.
std::string field(const model::Table& table, const model::TableCell& cell) {
    model::Table bare;
    bare.decimals = table.decimals;
    switch (cell.state) {
        case model::CellState::number:
            return number_text(bare, cell.number);
        case model::CellState::uncoded:
            return csv_field(base::tr("not coded yet"));
        case model::CellState::absent:
            return csv_field(base::tr("no interview"));
        default:
            return csv_field(cell_text(table, cell));
    }
}

}  // namespace

std::string table_csv(const model::Table& table) {
    const auto paths = heading_paths(table.rows);
    std::size_t levels = 1;
    for (const auto& path : paths) levels = std::max(levels, path.size());

    std::string csv = "\xEF\xBB\xBF" + csv_line(header(table, levels));
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        // A heading without figures stands in the rows below it already.
        if (table.rows[row].is_group && is_blank_row(table, row)) continue;
        for (std::size_t level = 0; level < levels; ++level) {
            if (level > 0) csv += ',';
            if (level < paths[row].size()) csv += csv_field(paths[row][level]);
        }
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            csv += ',' + field(table, cell_at(table, row, column));
        }
        csv += "\r\n";
    }
    return csv;
}

}  // namespace exchange
