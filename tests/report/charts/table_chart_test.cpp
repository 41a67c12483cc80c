// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/charts/table_chart.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <pugixml.hpp>

using report::Chart;
using report::ChartKind;
using report::ChartLook;
using report::Shape;

namespace {

model::TableCell number(double value) {
    model::TableCell cell;
    cell.state = model::CellState::number;
    cell.number = value;
    return cell;
}

model::TableCell mark(model::CellState state) {
    model::TableCell cell;
    cell.state = state;
    return cell;
}

/// One dimension with two codes, three roles, each kind of zero.
model::Table table_of_roles() {
    model::Table table;
    table.title = "Code by role";
    table.columns = {
        {"jongere", 0, false, "n = 6"}, {"ouder", 0, false, "n = 7"}, {"JIM", 0, false, "n = 6"}};
    table.rows = {
        {"Rechten", 0, true, {}}, {"Afspraken", 1, false, {}}, {"Niets <goed> & wel", 1, false, {}}};
    table.cells = {{number(99), number(99), number(99)},
                   {number(3), number(6), number(0)},
                   {mark(model::CellState::uncoded), number(6), mark(model::CellState::absent)}};
    return table;
}

ChartLook role_colours() {
    ChartLook look;
    look.columns = {"#112233", "", "#445566"};
    return look;
}

std::vector<Shape> shapes(const Chart& chart, Shape::Kind kind, const std::string& colour) {
    std::vector<Shape> found;
    for (const auto& shape : chart.shapes) {
        if (shape.kind == kind && shape.colour == colour) found.push_back(shape);
    }
    return found;
}

const Shape& text_of(const Chart& chart, const std::string& words) {
    const auto found = std::find_if(chart.shapes.begin(), chart.shapes.end(),
                                    [&](const Shape& shape) { return shape.text == words; });
    REQUIRE(found != chart.shapes.end());
    return *found;
}

bool has_text(const Chart& chart, const std::string& words) {
    return std::any_of(chart.shapes.begin(), chart.shapes.end(),
                       [&](const Shape& shape) { return shape.text == words; });
}

}  // namespace

TEST_CASE("Bars are as long as their numbers, in the colours of their columns") {
    const auto made = report::chart(table_of_roles(), ChartKind::bars, role_colours());
    const auto ouder = report::column_colours(table_of_roles(), role_colours())[1];
    CHECK_FALSE(ouder.empty());
    // The first of each colour stands in the legend.
    const auto youths = shapes(made, Shape::Kind::rectangle, "#112233");
    const auto parents = shapes(made, Shape::Kind::rectangle, ouder);
    REQUIRE(youths.size() == 2);
    REQUIRE(parents.size() == 3);
    CHECK(parents[1].width == Approx(2 * youths[1].width));
    CHECK(parents[1].x == youths[1].x);
    CHECK(parents[1].width == Approx(parents[2].width));
    CHECK(youths[1].y < parents[1].y);
}

TEST_CASE("A chart has no bar for what was not counted but its mark, explained below") {
    const auto made = report::chart(table_of_roles(), ChartKind::bars, role_colours());
    // Legend only: a zero, and nobody interviewed.
    CHECK(shapes(made, Shape::Kind::rectangle, "#445566").size() == 1);
    CHECK(text_of(made, "0").x == text_of(made, "·").x);
    CHECK(has_text(made, "–"));
    CHECK(has_text(made, "· interviewed, not coded yet"));
    CHECK(has_text(made, "– nobody interviewed"));
}

TEST_CASE("Numbers of a row that heads others are not drawn and do not stretch the scale") {
    const auto made = report::chart(table_of_roles(), ChartKind::bars, role_colours());
    CHECK(has_text(made, "Rechten"));
    CHECK_FALSE(has_text(made, "99"));
    CHECK(text_of(made, "Rechten").bold);
}

TEST_CASE("Dots of a row stand on one line, and those of one number side by side") {
    auto table = table_of_roles();
    table.cells[1][2] = number(6);
    const auto look = role_colours();
    const auto made = report::chart(table, ChartKind::dots, look);
    const auto youth = shapes(made, Shape::Kind::circle, "#112233").at(1);
    const auto jim = shapes(made, Shape::Kind::circle, "#445566").at(1);
    const auto parent = shapes(made, Shape::Kind::circle, report::column_colours(table, look)[1]).at(1);
    CHECK(parent.x == jim.x);
    CHECK(youth.x < parent.x);
    CHECK(jim.y - parent.y >= parent.height * 0.9);
}

TEST_CASE("Nothing of a chart stands outside of it, however long its labels are") {
    auto table = table_of_roles();
    table.title.clear();
    table.rows[1].label = std::string(300, 'w');
    table.columns[1].label = std::string(60, 'w');
    table.cells[1][1] = number(123456);
    for (const auto kind : {ChartKind::bars, ChartKind::dots}) {
        const auto made = report::chart(table, kind, role_colours());
        for (const auto& shape : made.shapes) {
            const double wide = shape.kind == Shape::Kind::text
                                    ? report::estimated_text_width(shape.text, shape.size, shape.bold)
                                    : shape.width;
            const double left = shape.x - (shape.align == Shape::Align::right    ? wide
                                           : shape.align == Shape::Align::centre ? wide / 2
                                                                                 : 0);
            INFO(shape.text << " " << left << " " << wide);
            CHECK(left >= 0);
            CHECK(left + wide <= made.width + 0.01);
            CHECK(shape.y + (shape.kind == Shape::Kind::text ? 0 : shape.height) <= made.height);
        }
    }
}

TEST_CASE("A scale has round whole numbers, no more than there is room for") {
    CHECK(report::scale_of(0, 10) == std::vector<double>{0, 1});
    CHECK(report::scale_of(7, 10) == std::vector<double>{0, 1, 2, 3, 4, 5, 6, 7});
    CHECK(report::scale_of(7, 6) == std::vector<double>{0, 2, 4, 6, 8});
    CHECK(report::scale_of(100, 6) == std::vector<double>{0, 20, 40, 60, 80, 100});
    CHECK(report::scale_of(123456, 4) == std::vector<double>{0, 50000, 100000, 150000});
    CHECK(report::scale_of(5, 0).size() == 2);
}

TEST_CASE("A chart as SVG is XML with all its texts as they are") {
    const auto made = report::chart(table_of_roles(), ChartKind::bars, role_colours());
    pugi::xml_document document;
    REQUIRE(document.load_string(report::chart_svg(made, "A & B").c_str()));
    const auto svg = document.child("svg");
    CHECK(svg.child_value("title") == std::string("A & B"));
    std::vector<std::string> texts;
    for (const auto text : svg.children("text")) texts.emplace_back(text.child_value());
    CHECK(std::find(texts.begin(), texts.end(), "Niets <goed> & wel") != texts.end());
    CHECK(texts.size() == static_cast<std::size_t>(std::count_if(
                              made.shapes.begin(), made.shapes.end(),
                              [](const auto& shape) { return shape.kind == Shape::Kind::text; })));
}

TEST_CASE("The published layout, whose cells are texts, gives a chart without rows") {
    auto table = table_of_roles();
    table.cells[1][0].state = model::CellState::text;
    const auto made = report::chart(table, ChartKind::bars, role_colours());
    CHECK_FALSE(has_text(made, "Afspraken"));
    CHECK(made.height > 0);
}
