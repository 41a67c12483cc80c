// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/table.h"
#include "report/charts/chart.h"

namespace report {

enum class ChartKind {
    bars,  ///< a bar for each column, grouped by row
    dots,  ///< a line for each row with a dot for each column on it
};

/// The colours that the chart's columns get: those of the look, and its own where there is none.
[[nodiscard]] std::vector<std::string> column_colours(const model::Table& table, const ChartLook& look);

/// A chart of the table's numbers, row by row from the top, with a legend of its columns and a scale. Rows
/// that only head others are headings. What is no number has its mark instead of a bar or dot, explained
/// below; the published layout, whose cells are texts, cannot be drawn and gives a chart without rows. As
/// high as it needs.
[[nodiscard]] Chart chart(const model::Table& table, ChartKind kind, const ChartLook& look,
                          const TextWidth& text_width = estimated_text_width);

/// Round whole numbers from 0 to at least `most`, at most `wanted` of them (but two): 0, 2, 4, 6.
[[nodiscard]] std::vector<double> scale_of(double most, int wanted);

}  // namespace report
