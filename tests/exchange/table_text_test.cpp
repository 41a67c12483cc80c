// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "base/strings.h"
#include "exchange/out/table_text.h"
#include "exchange/out/text_lines.h"
#include "exchange/out/utf8.h"
#include "exchange/sample_table.h"

using exchange::table_text;

namespace {

int widest_line(const std::string& text) {
    int widest = 0;
    for (const auto line : base::split(text, '\n')) widest = std::max(widest, exchange::cell_width(line));
    return widest;
}

}  // namespace

TEST_CASE("A table in a terminal is aligned, its groups set apart, its zeros explained") {
    CHECK("\n" + table_text(sample_table(), 80) == R"(
Codes by role

                        Jongere
                          n = 6  Ouder    JIM
Code                  (4 coded)  n = 7  n = 6
─────────────────────────────────────────────
Rechten
  Afspraken                   0      3      ·
  Niets, het is goed          3      4      –

Plichten                      5      7      6
  =Hulp                       4     -1      3

· interviewed, not coded yet
– nobody interviewed
Participants are counted once a cell.
)");
}

TEST_CASE("A narrow terminal wraps the row headings") {
    CHECK("\n" + table_text(sample_table(), 42) == R"(
Codes by role

                     Jongere
                       n = 6  Ouder    JIM
Code               (4 coded)  n = 7  n = 6
──────────────────────────────────────────
Rechten
  Afspraken                0      3      ·
  Niets, het is            3      4      –
  goed

Plichten                   5      7      6
  =Hulp                    4     -1      3

· interviewed, not coded yet
– nobody interviewed
Participants are counted once a cell.
)");
}

TEST_CASE("Columns that do not fit go on in a next block, and no line is wider than the terminal") {
    model::Table table;
    table.corner = "Code";
    table.rows = {heading("Een heel lange naam van een code die niet past"), heading("Kort")};
    table.cells.resize(2);
    for (int i = 0; i < 19; ++i) {
        table.columns.push_back(heading(fmt::format("T{}-JIM", i), 0, false, "n = 1"));
        for (auto& row : table.cells) row.push_back(number_cell(i));
    }
    table.notes = {"Een noot die langer is dan veertig tekens en dus wordt afgebroken."};
    for (const int width : {30, 40, 41, 79, 80, 120}) {
        const auto text = table_text(table, width);
        INFO(width << "\n" << text);
        CHECK(widest_line(text) <= width);
        for (int i = 0; i < 19; ++i) CHECK(text.find(fmt::format("T{}-JIM", i)) != std::string::npos);
    }
    CHECK(widest_line(table_text(table, 0)) > 120);
}

TEST_CASE("The published layout keeps the lines of its cells beside each other") {
    CHECK("\n" + table_text(published_table(), 80) == R"(
                 Jongere         Ouder
Dimensie         n = 6           n = 7
─────────────────────────────────────────────
Actie            Proactief 3     Proactief 4
                 Behoedzaam 3    Behoedzaam 3

Betekenisgeving  Betekenisvol 6  ·

· interviewed, not coded yet
)");
    for (const int width : {30, 36, 44}) {
        const auto text = table_text(published_table(), width);
        INFO(text);
        CHECK(widest_line(text) <= width);
    }
}

TEST_CASE("Wide characters and combining marks do not push the columns aside") {
    model::Table table;
    table.columns = {heading("n")};
    table.rows = {heading("日本"), heading("ree\u0301l"), heading("abcd"), heading("réel")};
    table.cells.assign(4, {number_cell(1)});
    CHECK("\n" + table_text(table, 80) ==
          "\n"
          "      n\n"
          "───────\n"
          "日本  1\n"
          "ree\u0301l  1\n"
          "abcd  1\n"
          "réel  1\n");
}

TEST_CASE("A label cannot steer the terminal, and bytes that are no text do no harm") {
    model::Table table;
    table.columns = {heading("\x1b[31mrood")};
    table.rows = {heading("a\tb\x07 \xC3( \xFF")};
    table.cells = {{text_cell("x\r\ny\u009b")}};
    const auto text = table_text(table, 80);
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.find('\x07') == std::string::npos);
    CHECK(text.find('\r') == std::string::npos);
    CHECK(text.find("a b\uFFFD \uFFFD( \uFFFD") != std::string::npos);
    CHECK(text.find("y\uFFFD") != std::string::npos);
}

TEST_CASE("A table without columns or rows is printed without them") {
    CHECK(table_text({}, 80) == "\n\n");
    model::Table only_rows;
    only_rows.corner = "Code";
    only_rows.rows = {heading("Een")};
    CHECK(table_text(only_rows, 80) == "Code\n────\nEen\n");
}

TEST_CASE("Percentages carry their unit") {
    auto table = sample_table();
    table.unit = "%";
    table.decimals = 1;
    CHECK(table_text(table, 80).find("5.0%") != std::string::npos);
}

TEST_CASE("A line of a text that goes on is indented, so that the lines of a cell can be told apart") {
    using exchange::wrapped;
    CHECK(wrapped("een twee drie vier\nvijf", 9, 2) ==
          std::vector<std::string>{"een twee", "  drie", "  vier", "vijf"});
    CHECK(wrapped("hottentottententen", 9, 2) == std::vector<std::string>{"hottentot", "  tentent", "  en"});
    CHECK(wrapped("een twee", 3, 2) == std::vector<std::string>{"een", "twe", "e"});
    CHECK(wrapped("a  b", 9) == std::vector<std::string>{"a b"});
    CHECK(wrapped("", 9) == std::vector<std::string>{""});
}
