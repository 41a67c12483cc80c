// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "exchange/in/csv.h"
#include "exchange/out/table_text.h"
#include "exchange/sample_table.h"

using exchange::csv_field;
using exchange::csv_line;
using exchange::table_csv;

TEST_CASE("A field of CSV is quoted only where it must be") {
    CHECK(csv_field("") == "");
    CHECK(csv_field("Afspraken") == "Afspraken");
    CHECK(csv_field("één woord") == "één woord");
    CHECK(csv_field("steun, advies") == "\"steun, advies\"");
    // Excel with Dutch settings reads semicolons as separators.
    CHECK(csv_field("steun; advies") == "\"steun; advies\"");
    CHECK(csv_field("de \"chosen\" JIM") == "\"de \"\"chosen\"\" JIM\"");
    CHECK(csv_field("een\ntwee") == "\"een\ntwee\"");
    CHECK(csv_field("een\rtwee") == "\"een\rtwee\"");
    CHECK(csv_field(" met blanks ") == "\" met blanks \"");
    CHECK(csv_field("'goed zoals ie is'") == "'goed zoals ie is'");
}

TEST_CASE("No spreadsheet takes a field for a formula") {
    CHECK(csv_field("=1+1") == "'=1+1");
    CHECK(csv_field("=HYPERLINK(\"http://x\")") == "\"'=HYPERLINK(\"\"http://x\"\")\"");
    CHECK(csv_field("+31 6") == "'+31 6");
    CHECK(csv_field("-") == "'-");
    CHECK(csv_field("@SUM(A1)") == "'@SUM(A1)");
    CHECK(csv_field("\t=1") == "\"'\t=1\"");
    CHECK(csv_field("\r=1") == "\"'\r=1\"");
    CHECK(csv_field("a=1") == "a=1");
}

TEST_CASE("A record of CSV ends as RFC 4180 says and is never a blank line") {
    CHECK(csv_line({"a", "b c", "=d"}) == "a,b c,'=d\r\n");
    CHECK(csv_line({"", ""}) == ",\r\n");
    CHECK(csv_line({""}) == "\"\"\r\n");
}

TEST_CASE("A table as CSV is a rectangle with numbers that programs read as numbers") {
    CHECK(table_csv(sample_table()) ==
          "\xEF\xBB\xBF"
          "Code,Code 2,Jongere,Ouder,JIM\r\n"
          "Rechten,Afspraken,0,3,not coded yet\r\n"
          "Rechten,\"Niets, het is goed\",3,4,no interview\r\n"
          "Plichten,,5,7,6\r\n"
          "Plichten,'=Hulp,4,-1,3\r\n");
}

TEST_CASE("A table of percentages as CSV names the unit in the header and keeps the decimal point") {
    auto table = sample_table();
    table.decimals = 1;
    table.unit = "%";
    const auto csv = table_csv(table);
    CHECK(csv.find("Code,Code 2,Jongere (%),Ouder (%),JIM (%)\r\n") != std::string::npos);
    CHECK(csv.find("Plichten,,5.0,7.0,6.0\r\n") != std::string::npos);
}

TEST_CASE("Columns of one name get different names in CSV") {
    model::Table table;
    table.columns = {heading("JIM"), heading("jim"), heading("")};
    table.rows = {heading("a")};
    table.cells = {{number_cell(1)}};
    CHECK(table_csv(table) == "\xEF\xBB\xBFrow,JIM,jim 2,column\r\na,1,,\r\n");
}

TEST_CASE("The published layout keeps its lines within a field of CSV") {
    CHECK(table_csv(published_table()) ==
          "\xEF\xBB\xBF"
          "Dimensie,Jongere,Ouder\r\n"
          "Actie,\"Proactief 3\nBehoedzaam 3\",\"Proactief 4\nBehoedzaam 3\"\r\n"
          "Betekenisgeving,Betekenisvol 6,not coded yet\r\n");
}

TEST_CASE("What csv_line writes, parse_csv reads back") {
    const std::vector<std::string> header{"source", "quote; code", "coder"};
    const std::vector<std::vector<std::string>> rows{
        {"=1+1", "een; twee, drie", "\"Ada\""},
        {"een\ntwee\n\ndrie", "-3", "@x"},
        {"\ttab", "+", "'geciteerd'"},
        {" blanks ", "één 😀", "-x"},
        {"", "", "x"},
    };
    // Carriage returns are not among them: every reader of ours makes line ends LF.
    auto csv = "\xEF\xBB\xBF" + csv_line(header);
    for (const auto& row : rows) csv += csv_line(row);
    const auto table = exchange::parse_csv(csv, "test.csv");
    CHECK(table.header == header);
    REQUIRE(table.rows.size() == rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) CHECK(table.rows[i].fields == rows[i]);
}

TEST_CASE("every text comes back as it was, formulas and apostrophes too") {
    for (const std::string text :
         {"=1+1", "'=1+1", "''=1+1", "'", "''", "'a", "-", "'-", "\tx", "@x", "\n=1", "a'=1", " =1"}) {
        CAPTURE(text);
        const auto table = exchange::parse_csv("kop,twee\r\n" + exchange::csv_line({text, "x"}), "t.csv");
        CHECK(table.rows.at(0).fields.at(0) == text);
    }
    CHECK(exchange::csv_field("=1") == "'=1");
}

TEST_CASE("A column named as the line that says the separator is no such line") {
    const auto table = exchange::parse_csv(csv_line({"sep=|"}) + csv_line({"a|b"}), "t.csv");
    CHECK(table.header == std::vector<std::string>{"sep=|"});
    CHECK(table.rows.at(0).fields == std::vector<std::string>{"a|b"});
}
