// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/out/row_height.h"

#include <algorithm>

#include "exchange/out/text_lines.h"

namespace exchange {

namespace {

constexpr double kHighest = 409;
constexpr double kDefaultWidth = 8.43;

/// Size of the style's letters against those of the body, Calibri 11.
double scale(CellStyle style) {
    if (style == CellStyle::title) return 1.4;
    return style == CellStyle::note || style == CellStyle::heading_note ? 0.82 : 1;
}

bool is_wrapped(const SheetCell& cell) {
    return !cell.is_number && cell.style != CellStyle::plain && cell.style != CellStyle::quiet_number;
}

double width_of(const Sheet& sheet, int column) {
    const auto index = static_cast<std::size_t>(column);
    return index < sheet.widths.size() ? sheet.widths[index] : kDefaultWidth;
}

}  // namespace

double row_height(const Sheet& sheet, std::size_t row) {
    double height = kRowHeight;
    const auto& cells = sheet.rows[row];
    for (std::size_t column = 0; column < cells.size(); ++column) {
        const auto& cell = cells[column];
        if (!is_wrapped(cell) || cell.text.empty()) continue;
        const auto place = static_cast<int>(column);
        double width = width_of(sheet, place) - cell.indent;
        bool over_rows = false;
        for (const auto& range : sheet.merged) {
            if (range.first_row != static_cast<int>(row) || range.first_column != place) continue;
            over_rows = range.last_row > range.first_row;
            for (int next = place + 1; next <= range.last_column; ++next) width += width_of(sheet, next);
        }
        if (over_rows) continue;
        const double letters = width / scale(cell.style);
        const auto lines = static_cast<double>(wrapped(cell.text, static_cast<int>(letters)).size());
        height = std::max(height, lines * 15 * scale(cell.style) + 3);
    }
    return std::min(height, kHighest);
}

}  // namespace exchange
