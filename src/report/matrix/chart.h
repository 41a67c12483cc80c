// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "model/table.h"

namespace report {

/// A picture as a list of what is to be drawn, in pixels from the upper left corner: whoever draws it, on a
/// window, into a PNG or as SVG, draws the same.
struct Shape {
    enum class Kind { rectangle, line, circle, text };
    enum class Align { left, centre, right };
    Kind kind = Kind::rectangle;
    double x = 0, y = 0;  ///< upper left; of a circle its centre; of a text the base line's end or middle
    double width = 0, height = 0;  ///< of a line the way to its end; of a circle twice the radius
    std::string colour;            ///< "#rrggbb"
    std::string text = {};
    Align align = Align::left;
    double size = 0;  ///< of the letters
    bool bold = false;
};

struct Chart {
    double width = 0, height = 0;
    std::vector<Shape> shapes;
};

enum class ChartKind {
    bars,  ///< a bar for each column, grouped by row
    dots,  ///< a line for each row with a dot for each column on it
};

/// How a chart looks; colours as "#rrggbb".
struct ChartLook {
    double width = 900;
    double size = 13;  ///< of the letters
    std::string paper = "#ffffff", ink = "#1d2126", quiet_ink = "#5d646d", rule = "#d9d9d3";
    /// One for each column of the table (of a role: the role's); an empty or missing one gets a colour of the
    /// chart's own.
    std::vector<std::string> columns;
};

/// How wide a text is in letters of a size.
using TextWidth = std::function<double(std::string_view text, double size, bool bold)>;
/// An estimate for those who have no letters to measure.
[[nodiscard]] double estimated_text_width(std::string_view text, double size, bool bold);

/// The colours that the chart's columns get: those of the look, and its own where there is none.
[[nodiscard]] std::vector<std::string> column_colours(const model::Table& table, const ChartLook& look);

/// A chart of the table's numbers, row by row from the top, with a legend of its columns and a scale. Rows
/// that only head others are headings. What is no number has its mark instead of a bar or dot, explained
/// below; the published layout, whose cells are texts, cannot be drawn and gives a chart without rows. As
/// high as it needs.
[[nodiscard]] Chart chart(const model::Table& table, ChartKind kind, const ChartLook& look,
                          const TextWidth& text_width = estimated_text_width);

/// The same picture as an SVG 1.1 file with its texts as texts.
[[nodiscard]] std::string chart_svg(const Chart& chart, const std::string& title);

/// Round whole numbers from 0 to at least `most`, at most `wanted` of them (but two): 0, 2, 4, 6.
[[nodiscard]] std::vector<double> scale_of(double most, int wanted);

}  // namespace report
