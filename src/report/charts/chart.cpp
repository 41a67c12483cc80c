// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/charts/chart.h"

#include <cmath>

#include "base/strings.h"
#include "text/text.h"

namespace report {

namespace {

/// XML knows no control characters.
std::string xml(std::string text) {
    for (char& c : text) {
        if (static_cast<unsigned char>(c) < 0x20) c = ' ';
    }
    return base::as_markup(text);
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
    const char* anchor = shape.align == Shape::Align::left    ? "start"
                         : shape.align == Shape::Align::right ? "end"
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

ChartCanvas::ChartCanvas(const ChartLook& look, const TextWidth& text_width, double line)
    : look_(look), text_width_(text_width), line_(line) {
    add({Shape::Kind::rectangle, 0, 0, look.width, 0, look.paper});
}

void ChartCanvas::text(double x, double y, const std::string& words, const std::string& colour,
                       Shape::Align align, double size, bool bold) {
    add({Shape::Kind::text, x, y, 0, 0, colour, words, align, size > 0 ? size : look_.size, bold});
}

double ChartCanvas::width(std::string_view words, double size, bool bold) const {
    return text_width_(words, size > 0 ? size : look_.size, bold);
}

std::string ChartCanvas::fitting(const std::string& words, double room, double size, bool bold) const {
    if (width(words, size, bold) <= room) return words;
    text::Position few = 0, many = text::count_code_points(words);
    while (few < many) {
        const text::Position middle = (few + many + 1) / 2;
        const bool fits = width(text::shortened(words, middle), size, bold) <= room;
        (fits ? few : many) = fits ? middle : middle - 1;
    }
    return text::shortened(words, few);
}

void ChartCanvas::title(const std::string& words) {
    if (words.empty()) return;
    down(look_.size * 1.2);
    text(kMargin, y_, words, look_.ink, Shape::Align::left, look_.size * 1.2, true);
    down(line_ * 0.6);
}

void ChartCanvas::notes(const std::vector<std::string>& lines) {
    const double size = look_.size * 0.9;
    for (const auto& words : lines) {
        down(line_ * 0.9);
        text(kMargin, y_, fitting(words, look_.width - 2 * kMargin, size), look_.quiet_ink,
             Shape::Align::left, size);
    }
}

void ChartCanvas::put_behind(std::size_t place, const std::vector<Shape>& shapes) {
    made_.shapes.insert(made_.shapes.begin() + static_cast<std::ptrdiff_t>(place), shapes.begin(),
                        shapes.end());
}

Chart ChartCanvas::finish() {
    made_.width = look_.width;
    made_.height = std::ceil(y_ + kMargin);
    made_.shapes.front().height = made_.height;
    return std::move(made_);
}

}  // namespace report
