// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <pugixml.hpp>

#include "exchange/out/table_text.h"
#include "exchange/sample_table.h"

namespace {

/// The cells of a table in HTML as their texts, row by row; throws where the tags do not fit.
std::vector<std::vector<std::string>> cells_of(std::string html) {
    // The one tag of HTML that XML wants closed.
    for (const auto* open : {"<meta charset=\"utf-8\">", "<br style=\"mso-data-placement:same-cell\">"}) {
        for (auto at = html.find(open); at != std::string::npos; at = html.find(open, at + 1)) {
            html.insert(html.find('>', at), "/");
        }
    }
    pugi::xml_document document;
    REQUIRE(document.load_string(html.c_str(), pugi::parse_default));
    std::vector<std::vector<std::string>> rows;
    for (const auto row : document.select_nodes("//tr")) {
        rows.emplace_back();
        for (const auto cell : row.node().children()) {
            std::string text;
            for (const auto part : cell.children()) {
                text += part.type() == pugi::node_pcdata   ? part.value()
                        : part.name() == std::string("br") ? "\n"
                                                           : part.child_value();
            }
            rows.back().push_back(text);
        }
    }
    return rows;
}

}  // namespace

TEST_CASE("A table on the clipboard has every heading, number and mark in a cell of its own") {
    const auto rows = cells_of(exchange::table_html(sample_table()));
    REQUIRE(rows.size() == 6);
    CHECK(rows[0] ==
          std::vector<std::string>{"Code", "Jongere\nn = 6 (4 coded)", "Ouder\nn = 7", "JIM\nn = 6"});
    CHECK(rows[1] == std::vector<std::string>{"Rechten", "", "", ""});
    CHECK(rows[2] == std::vector<std::string>{"Afspraken", "0", "3", "·"});
    CHECK(rows[3] == std::vector<std::string>{"Niets, het is goed", "3", "4", "–"});
}

TEST_CASE("A cell of several lines stays one cell on the clipboard") {
    const auto rows = cells_of(exchange::table_html(published_table()));
    REQUIRE(rows.size() == 3);
    CHECK(rows[1][1] == "Proactief 3\nBehoedzaam 3");
    CHECK(exchange::table_tabs(published_table()).find("Actie\tProactief 3; Behoedzaam 3\t") !=
          std::string::npos);
}

TEST_CASE("Signs of HTML in labels stand for themselves on the clipboard") {
    auto table = sample_table();
    table.rows[1].label = "<b>R&D</b> \"x\"";
    CHECK(cells_of(exchange::table_html(table))[2][0] == "<b>R&D</b> \"x\"");
}

TEST_CASE("No label on the clipboard is taken for a formula") {
    CHECK(exchange::table_tabs(sample_table()).find("\n'=Hulp\t4\t-1\t3\n") != std::string::npos);
    const auto html = exchange::table_html(sample_table());
    const auto label = html.find("=Hulp");
    REQUIRE(label != std::string::npos);
    const auto tag = html.rfind("<td", label);
    CHECK(html.substr(tag, label - tag).find("mso-number-format:'\\@'") != std::string::npos);
}

TEST_CASE("Tabs and line ends within a label do not part it") {
    auto table = sample_table();
    table.rows[1].label = "Af\tspra\r\nken";
    CHECK(exchange::table_tabs(table).find("\nAf spra ; ken\t0\t3\t·\n") != std::string::npos);
}
