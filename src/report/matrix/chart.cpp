// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/matrix/chart.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "exchange/out/table_parts.h"
#include "text/text.h"

namespace report {

namespace {

using model::CellState;
using model::Table;
using model::TableCell;
using Align = Shape::Align;

/// Colours that are told apart also by those who do not see red and green as others do (Okabe and Ito 2008).
constexpr std::array kOwnColours{"#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#999999"};
constexpr double kMargin = 16;

/// Lays a chart out from the top down.
class Drawing {
  public:
    Drawing(const Table& table, ChartKind kind, const ChartLook& look, const TextWidth& text_width)
        : table_(table), kind_(kind), look_(look), text_width_(text_width), line_(look.size * 1.5) {
        colours_ = column_colours(table, look);
        labels_ = std::min(look.width * 0.4, widest_label() + kMargin);
        left_ = kMargin + labels_;
        // The last number of the scale and the value beside the longest bar stand right of it.
        right_ = look.width - kMargin - width(exchange::number_text(table, most())) - look.size;
        scale_ = scale_of(most(), static_cast<int>((right_ - left_) / 60));
        top_of_scale_ = scale_.back();
    }

    Chart draw() {
        add({Shape::Kind::rectangle, 0, 0, look_.width, 0, look_.paper});
        y_ = kMargin;
        if (!table_.title.empty()) {
            y_ += look_.size * 1.2;
            text(kMargin, y_, table_.title, look_.ink, Align::left, look_.size * 1.2, true);
            y_ += line_ * 0.7;
        }
        draw_legend();
        const double top = y_;
        const std::size_t before_grid = made_.shapes.size();
        for (std::size_t row = 0; row < table_.rows.size(); ++row) draw_row(row);
        draw_scale(top, before_grid);
        auto notes = exchange::legend(table_);
        notes.insert(notes.end(), table_.notes.begin(), table_.notes.end());
        y_ += line_ * 0.4;
        for (const auto& note : notes) {
            y_ += line_ * 0.9;
            text(kMargin, y_, shortened(note, look_.width - 2 * kMargin, false), look_.quiet_ink, Align::left,
                 look_.size * 0.9);
        }
        made_.width = look_.width;
        made_.height = std::ceil(y_ + kMargin);
        made_.shapes.front().height = made_.height;
        return std::move(made_);
    }

  private:
    void add(Shape shape) { made_.shapes.push_back(std::move(shape)); }
    void text(double x, double y, const std::string& words, const std::string& colour,
              Align align = Align::left, double size = 0, bool bold = false) {
        add({Shape::Kind::text, x, y, 0, 0, colour, words, align, size > 0 ? size : look_.size, bold});
    }
    [[nodiscard]] double width(std::string_view words, bool bold = false) const {
        return text_width_(words, look_.size, bold);
    }
    [[nodiscard]] double x_of(double number) const {
        return left_ + (right_ - left_) * std::clamp(number / top_of_scale_, 0.0, 1.0);
    }
    [[nodiscard]] static bool is_heading(const model::Heading& row) { return row.is_group; }

    [[nodiscard]] double widest_label() const {
        double widest = 0;
        for (const auto& row : table_.rows) {
            if (!is_heading(row)) widest = std::max(widest, width(row.label) + indent(row));
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
        y_ += line_;
        for (std::size_t column = 0; column < table_.columns.size(); ++column) {
            const auto& heading = table_.columns[column];
            const std::string words =
                heading.note.empty() ? heading.label : heading.label + " (" + heading.note + ")";
            const double wanted = look_.size * 1.5 + width(words);
            if (x > kMargin && x + wanted > look_.width - kMargin) {
                x = kMargin;
                y_ += line_;
            }
            mark(x + look_.size * 0.5, y_ - look_.size * 0.35, column);
            text(x + look_.size * 1.4, y_, words, look_.ink);
            x += wanted + look_.size * 1.5;
        }
        y_ += line_ * 0.6;
    }

    void mark(double x, double y, std::size_t column) {
        const double size = look_.size * 0.8;
        if (kind_ == ChartKind::dots) {
            add({Shape::Kind::circle, x, y, size, size, colours_[column]});
        } else {
            add({Shape::Kind::rectangle, x - size / 2, y - size / 2, size, size, colours_[column]});
        }
    }

    void draw_row(std::size_t row) {
        const auto& heading = table_.rows[row];
        if (is_heading(heading)) {
            y_ += line_ * 1.4;
            text(kMargin, y_, shortened(heading.label, look_.width - 2 * kMargin, true), look_.ink,
                 Align::left, look_.size, true);
            y_ += line_ * 0.35;
            return;
        }
        const auto drawn = kind_ == ChartKind::bars ? bars_height() : dots_height(row);
        const double height = std::max(line_, drawn) + look_.size * 0.5;
        const double middle = y_ + height / 2;
        text(left_ - look_.size * 0.7, middle + look_.size * 0.35,
             shortened(heading.label, labels_ - look_.size, false), look_.ink, Align::right);
        if (kind_ == ChartKind::bars) {
            draw_bars(row, middle - drawn / 2);
        } else {
            draw_dots(row, middle);
        }
        y_ += height;
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
                add({Shape::Kind::rectangle, left_, y + 1, end - left_, bar_height() - 2, colours_[column]});
            }
            text(end + look_.size * 0.35, y + bar_height() * 0.84, exchange::cell_text(table_, cell),
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
        add({Shape::Kind::line, left_, middle, right_ - left_, 0, look_.rule});
        const auto places = places_of_dots(row);
        std::string marks;
        const double top = middle - dots_height(row) / 2;
        for (std::size_t column = 0; column < places.size(); ++column) {
            const auto& cell = exchange::cell_at(table_, row, column);
            if (cell.state == CellState::number) {
                const double y = top + dot_size() * (static_cast<double>(places[column]) + 0.5);
                add({Shape::Kind::circle, dot_x(row, column), y, dot_size(), dot_size(), colours_[column]});
            } else if (cell.state != CellState::empty &&
                       marks.find(exchange::cell_text(table_, cell)) == std::string::npos) {
                marks += exchange::cell_text(table_, cell) + " ";
            }
        }
        if (!marks.empty())
            text(right_ + look_.size * 0.5, middle + look_.size * 0.35, marks, look_.quiet_ink);
    }

    /// Rules and numbers of the scale, behind what was drawn.
    void draw_scale(double top, std::size_t place) {
        y_ += look_.size * 0.4;
        std::vector<Shape> rules;
        for (const double number : scale_) {
            const double x = std::round(x_of(number)) + 0.5;
            rules.push_back({Shape::Kind::line, x, top, 0, y_ - top, look_.rule});
        }
        made_.shapes.insert(made_.shapes.begin() + static_cast<std::ptrdiff_t>(place), rules.begin(),
                            rules.end());
        y_ += line_ * 0.85;
        for (const double number : scale_) {
            text(x_of(number), y_, fmt::format("{:.0f}{}", number, table_.unit), look_.quiet_ink,
                 Align::centre, look_.size * 0.85);
        }
    }

    [[nodiscard]] std::string shortened(const std::string& label, double room, bool bold) const {
        if (width(label, bold) <= room) return label;
        const text::Text letters(label);
        auto end = letters.size();
        std::string cut;
        do {
            cut = std::string(letters.view({0, --end})) + "…";
        } while (end > 1 && width(cut, bold) > room);
        return cut;
    }

    const Table& table_;
    ChartKind kind_;
    const ChartLook& look_;
    const TextWidth& text_width_;
    double line_;
    std::vector<std::string> colours_;
    std::vector<double> scale_;
    double labels_ = 0, left_ = 0, right_ = 0, top_of_scale_ = 1, y_ = 0;
    Chart made_;
};

std::string xml(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            default:
                // XML knows no other control characters.
                out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
        }
    }
    return out;
}

std::string svg_of(const Shape& shape) {
    switch (shape.kind) {
        case Shape::Kind::rectangle:
            return fmt::format(R"(<rect x="{:.2f}" y="{:.2f}" width="{:.2f}" height="{:.2f}" fill="{}"/>)",
                               shape.x, shape.y, shape.width, shape.height, shape.colour);
        case Shape::Kind::line:
            return fmt::format(R"(<path d="M{:.2f} {:.2f}l{:.2f} {:.2f}" stroke="{}" fill="none"/>)", shape.x,
                               shape.y, shape.width, shape.height, shape.colour);
        case Shape::Kind::circle:
            return fmt::format(R"(<circle cx="{:.2f}" cy="{:.2f}" r="{:.2f}" fill="{}"/>)", shape.x, shape.y,
                               shape.width / 2, shape.colour);
        case Shape::Kind::text:
            break;
    }
    const char* anchor = shape.align == Align::left    ? "start"
                         : shape.align == Align::right ? "end"
                                                       : "middle";
    return fmt::format(
        R"(<text x="{:.2f}" y="{:.2f}" font-size="{:.2f}" text-anchor="{}" fill="{}"{}>{}</text>)", shape.x,
        shape.y, shape.size, anchor, shape.colour, shape.bold ? " font-weight=\"bold\"" : "",
        xml(shape.text));
}

}  // namespace

double estimated_text_width(std::string_view text, double size, bool bold) {
    return static_cast<double>(text::count_code_points(text)) * size * (bold ? 0.62 : 0.56);
}

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

std::string chart_svg(const Chart& chart, const std::string& title) {
    std::string out = fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0:.0f}\" height=\"{1:.0f}\" viewBox=\"0 0 "
        "{0:.0f} "
        "{1:.0f}\" font-family=\"Calibri, Carlito, Arial, 'DejaVu Sans', sans-serif\">\n<title>{2}</title>\n",
        chart.width, chart.height, xml(title));
    for (const auto& shape : chart.shapes) out += svg_of(shape) + "\n";
    return out + "</svg>\n";
}

}  // namespace report
