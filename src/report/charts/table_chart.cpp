// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/charts/table_chart.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "exchange/out/table_parts.h"

namespace report {

namespace {

using model::CellState;
using model::Table;
using model::TableCell;
using Align = Shape::Align;

/// Colours that are told apart also by those who do not see red and green as others do (Okabe and Ito 2008).
constexpr std::array kOwnColours{"#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#999999"};
constexpr double kMargin = ChartCanvas::kMargin;

/// Lays a chart out from the top down.
class Drawing {
  public:
    Drawing(const Table& table, ChartKind kind, const ChartLook& look, const TextWidth& text_width)
        : table_(table), kind_(kind), look_(look), canvas_(look, text_width, look.size * 1.5) {
        colours_ = column_colours(table, look);
        labels_ = std::min(look.width * 0.4, widest_label() + kMargin);
        left_ = kMargin + labels_;
        // The last number of the scale and the value beside the longest bar stand right of it.
        right_ = look.width - kMargin - canvas_.width(exchange::number_text(table, most())) - look.size;
        scale_ = scale_of(most(), static_cast<int>((right_ - left_) / 60));
        top_of_scale_ = scale_.back();
    }

    Chart draw() {
        canvas_.title(table_.title);
        draw_legend();
        const double top = canvas_.y();
        const std::size_t before_grid = canvas_.place();
        for (std::size_t row = 0; row < table_.rows.size(); ++row) draw_row(row);
        draw_scale(top, before_grid);
        auto notes = exchange::legend(table_);
        notes.insert(notes.end(), table_.notes.begin(), table_.notes.end());
        canvas_.down(canvas_.line() * 0.4);
        canvas_.notes(notes);
        return canvas_.finish();
    }

  private:
    [[nodiscard]] double x_of(double number) const {
        return left_ + (right_ - left_) * std::clamp(number / top_of_scale_, 0.0, 1.0);
    }
    [[nodiscard]] static bool is_heading(const model::Heading& row) { return row.is_group; }

    [[nodiscard]] double widest_label() const {
        double widest = 0;
        for (const auto& row : table_.rows) {
            if (!is_heading(row)) widest = std::max(widest, canvas_.width(row.label) + indent(row));
        }
        return widest;
    }
    [[nodiscard]] double indent(const model::Heading& row) const { return row.level > 0 ? look_.size : 0; }

    /// The largest number that is drawn.
    [[nodiscard]] double most() const {
        double most = 0;
        for (std::size_t row = 0; row < table_.cells.size(); ++row) {
            if (is_heading(table_.rows[row])) continue;
            for (const auto& cell : table_.cells[row]) {
                if (cell.state == CellState::number && std::isfinite(cell.number))
                    most = std::max(most, cell.number);
            }
        }
        return most;
    }

    void draw_legend() {
        double x = kMargin;
        canvas_.down(canvas_.line());
        for (std::size_t column = 0; column < table_.columns.size(); ++column) {
            const auto& heading = table_.columns[column];
            const std::string words =
                heading.note.empty() ? heading.label : heading.label + " (" + heading.note + ")";
            const double wanted = look_.size * 1.5 + canvas_.width(words);
            if (x > kMargin && x + wanted > look_.width - kMargin) {
                x = kMargin;
                canvas_.down(canvas_.line());
            }
            mark(x + look_.size * 0.5, canvas_.y() - look_.size * 0.35, column);
            canvas_.text(x + look_.size * 1.4, canvas_.y(), words, look_.ink);
            x += wanted + look_.size * 1.5;
        }
        canvas_.down(canvas_.line() * 0.6);
    }

    void mark(double x, double y, std::size_t column) {
        const double size = look_.size * 0.8;
        if (kind_ == ChartKind::dots) {
            canvas_.add({Shape::Kind::circle, x, y, size, size, colours_[column]});
        } else {
            canvas_.add({Shape::Kind::rectangle, x - size / 2, y - size / 2, size, size, colours_[column]});
        }
    }

    void draw_row(std::size_t row) {
        const auto& heading = table_.rows[row];
        if (is_heading(heading)) {
            canvas_.down(canvas_.line() * 1.4);
            canvas_.text(kMargin, canvas_.y(),
                         canvas_.fitting(heading.label, look_.width - 2 * kMargin, 0, true), look_.ink,
                         Align::left, look_.size, true);
            canvas_.down(canvas_.line() * 0.35);
            return;
        }
        const auto drawn = kind_ == ChartKind::bars ? bars_height() : dots_height(row);
        const double height = std::max(canvas_.line(), drawn) + look_.size * 0.5;
        const double middle = canvas_.y() + height / 2;
        canvas_.text(left_ - look_.size * 0.7, middle + look_.size * 0.35,
                     canvas_.fitting(heading.label, labels_ - look_.size), look_.ink, Align::right);
        if (kind_ == ChartKind::bars) {
            draw_bars(row, middle - drawn / 2);
        } else {
            draw_dots(row, middle);
        }
        canvas_.down(height);
    }

    [[nodiscard]] double bar_height() const { return look_.size * 0.95; }
    [[nodiscard]] double bars_height() const {
        return bar_height() * static_cast<double>(table_.columns.size());
    }

    void draw_bars(std::size_t row, double top) {
        for (std::size_t column = 0; column < table_.columns.size(); ++column) {
            const auto& cell = exchange::cell_at(table_, row, column);
            const double y = top + bar_height() * static_cast<double>(column);
            const double end = cell.state == CellState::number ? x_of(cell.number) : left_;
            if (end > left_) {
                canvas_.add(
                    {Shape::Kind::rectangle, left_, y + 1, end - left_, bar_height() - 2, colours_[column]});
            }
            canvas_.text(end + look_.size * 0.35, y + bar_height() * 0.84, exchange::cell_text(table_, cell),
                         cell.state == CellState::number && cell.number > 0 ? look_.ink : look_.quiet_ink,
                         Align::left, look_.size * 0.85);
        }
    }

    /// Dots of the same number stand below each other.
    [[nodiscard]] double dot_size() const { return look_.size * 0.85; }
    [[nodiscard]] std::vector<std::size_t> places_of_dots(std::size_t row) const {
        std::vector<std::size_t> places(table_.columns.size(), 0);
        for (std::size_t column = 0; column < places.size(); ++column) {
            for (std::size_t before = 0; before < column; ++before) {
                if (std::abs(dot_x(row, column) - dot_x(row, before)) < dot_size() * 0.9 &&
                    places[before] >= places[column]) {
                    places[column] = places[before] + 1;
                }
            }
        }
        return places;
    }
    [[nodiscard]] double dot_x(std::size_t row, std::size_t column) const {
        const auto& cell = exchange::cell_at(table_, row, column);
        return cell.state == CellState::number ? x_of(cell.number) : left_ - 1000;
    }
    [[nodiscard]] double dots_height(std::size_t row) const {
        std::size_t most = 0;
        const auto places = places_of_dots(row);
        for (std::size_t column = 0; column < places.size(); ++column) {
            if (exchange::cell_at(table_, row, column).state == CellState::number)
                most = std::max(most, places[column] + 1);
        }
        return dot_size() * static_cast<double>(most);
    }

    void draw_dots(std::size_t row, double middle) {
        canvas_.add({Shape::Kind::line, left_, middle, right_ - left_, 0, look_.rule});
        const auto places = places_of_dots(row);
        std::string marks;
        const double top = middle - dots_height(row) / 2;
        for (std::size_t column = 0; column < places.size(); ++column) {
            const auto& cell = exchange::cell_at(table_, row, column);
            if (cell.state == CellState::number) {
                const double y = top + dot_size() * (static_cast<double>(places[column]) + 0.5);
                canvas_.add(
                    {Shape::Kind::circle, dot_x(row, column), y, dot_size(), dot_size(), colours_[column]});
            } else if (cell.state != CellState::empty &&
                       marks.find(exchange::cell_text(table_, cell)) == std::string::npos) {
                marks += exchange::cell_text(table_, cell) + " ";
            }
        }
        if (!marks.empty())
            canvas_.text(right_ + look_.size * 0.5, middle + look_.size * 0.35, marks, look_.quiet_ink);
    }

    /// Rules and numbers of the scale, behind what was drawn.
    void draw_scale(double top, std::size_t place) {
        canvas_.down(look_.size * 0.4);
        std::vector<Shape> rules;
        for (const double number : scale_) {
            const double x = std::round(x_of(number)) + 0.5;
            rules.push_back({Shape::Kind::line, x, top, 0, canvas_.y() - top, look_.rule});
        }
        canvas_.put_behind(place, rules);
        canvas_.down(canvas_.line() * 0.85);
        for (const double number : scale_) {
            canvas_.text(x_of(number), canvas_.y(), fmt::format("{:.0f}{}", number, table_.unit),
                         look_.quiet_ink, Align::centre, look_.size * 0.85);
        }
    }

    const Table& table_;
    ChartKind kind_;
    const ChartLook& look_;
    ChartCanvas canvas_;
    std::vector<std::string> colours_;
    std::vector<double> scale_;
    double labels_ = 0, left_ = 0, right_ = 0, top_of_scale_ = 1;
};

}  // namespace

std::vector<std::string> column_colours(const Table& table, const ChartLook& look) {
    std::vector<std::string> colours;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        const bool given = column < look.columns.size() && !look.columns[column].empty();
        colours.emplace_back(given ? look.columns[column] : kOwnColours[column % kOwnColours.size()]);
    }
    return colours;
}

std::vector<double> scale_of(double most, int wanted) {
    const double steps = std::max(1, wanted - 1);
    double step = 1;  // counts have no halves
    for (double magnitude = 1; std::ceil(most / step) > steps; magnitude *= 10) {
        for (const double part : {1.0, 2.0, 5.0}) {
            step = magnitude * part;
            if (std::ceil(most / step) <= steps) break;
        }
    }
    std::vector<double> scale{0};
    do scale.push_back(scale.back() + step);
    while (scale.back() < most);
    return scale;
}

Chart chart(const Table& table, ChartKind kind, const ChartLook& look, const TextWidth& text_width) {
    Table numbers = table;
    const bool published = std::any_of(table.cells.begin(), table.cells.end(), [](const auto& row) {
        return std::any_of(row.begin(), row.end(),
                           [](const TableCell& cell) { return cell.state == CellState::text; });
    });
    if (published) {
        numbers.rows.clear();
        numbers.cells.clear();
    }
    return Drawing(numbers, kind, look, text_width).draw();
}

}  // namespace report
