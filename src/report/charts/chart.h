// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

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

/// A picture as an SVG 1.1 file with its texts as texts.
[[nodiscard]] std::string chart_svg(const Chart& chart, const std::string& title);

/// A chart while it is laid out from the top down. The look and the widths must outlive it.
class ChartCanvas {
  public:
    static constexpr double kMargin = 16;

    /// `line`: from one line of text to the next.
    ChartCanvas(const ChartLook& look, const TextWidth& text_width, double line);

    [[nodiscard]] double line() const { return line_; }
    /// How far down it is drawn.
    [[nodiscard]] double y() const { return y_; }
    void down(double by) { y_ += by; }

    void add(Shape shape) { made_.shapes.push_back(std::move(shape)); }
    /// `size` 0: as the look has it.
    void text(double x, double y, const std::string& words, const std::string& colour,
              Shape::Align align = Shape::Align::left, double size = 0, bool bold = false);
    [[nodiscard]] double width(std::string_view words, double size = 0, bool bold = false) const;
    /// The words, or as many of their letters as there is room for and an ellipsis.
    [[nodiscard]] std::string fitting(const std::string& words, double room, double size = 0,
                                      bool bold = false) const;

    /// In larger letters; nothing where it is empty.
    void title(const std::string& words);
    /// Notes below all else.
    void notes(const std::vector<std::string>& lines);

    /// A place in the order of drawing, for what is to lie behind what comes now.
    [[nodiscard]] std::size_t place() const { return made_.shapes.size(); }
    void put_behind(std::size_t place, const std::vector<Shape>& shapes);

    /// The chart, as high as it was drawn.
    [[nodiscard]] Chart finish();

  private:
    const ChartLook& look_;
    const TextWidth& text_width_;
    double line_, y_ = kMargin;
    Chart made_;
};

}  // namespace report
