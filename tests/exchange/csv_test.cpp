// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/in/csv.h"

#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/strings.h"
#include "exchange/out/table_text.h"
#include "support/shared_data.h"
#include "support/temporary_folder.h"

namespace {

using namespace std::string_literals;
using exchange::CsvTable;
using exchange::parse_csv;
using Fields = std::vector<std::string>;

std::vector<Fields> rows_of(const std::string& bytes) {
    std::vector<Fields> rows;
    for (const auto& row : parse_csv(bytes, "table.csv").rows) rows.push_back(row.fields);
    return rows;
}

void refuses(const std::string& bytes, const std::vector<std::string>& words) {
    CAPTURE(bytes);
    try {
        (void)parse_csv(bytes, "table.csv");
        FAIL_CHECK("accepted");
    } catch (const base::Error& error) {
        CHECK(error.kind() == base::ErrorKind::bad_input);
        CHECK_THAT(error.what(), Catch::Contains("table.csv"));
        for (const std::string& word : words) CHECK_THAT(error.what(), Catch::Contains(word));
    }
}

}  // namespace

TEST_CASE("A header and rows are read, and each row knows its line") {
    const CsvTable table = parse_csv("a,b\n1,2\n\n3,\"x\ny\"\n5,6", "table.csv");
    CHECK(table.file == "table.csv");
    CHECK(table.header == Fields{"a", "b"});
    REQUIRE(table.rows.size() == 3);
    CHECK(table.rows[0].fields == Fields{"1", "2"});
    CHECK(table.rows[0].line == 2);
    CHECK(table.rows[1].fields == Fields{"3", "x\ny"});
    CHECK(table.rows[1].line == 4);
    CHECK(table.rows[2].line == 6);
}

TEST_CASE("Commas, semicolons and tabs separate, whichever the header holds") {
    CHECK(rows_of("a,b\n1;2,3\n") == std::vector<Fields>{{"1;2", "3"}});
    CHECK(rows_of("a;b\n1,5;\"x;y\"\n") == std::vector<Fields>{{"1,5", "x;y"}});
    CHECK(rows_of("a\tb\n1,5;2\t3\n") == std::vector<Fields>{{"1,5;2", "3"}});
    CHECK(rows_of("\"a,x\";b\n1;2\n") == std::vector<Fields>{{"1", "2"}});
    CHECK(rows_of("only\n1\n") == std::vector<Fields>{{"1"}});
    CHECK(rows_of("sep=;\na;b\n1,2;3\n") == std::vector<Fields>{{"1,2", "3"}});
}

TEST_CASE("The line of Excel that names the separator counts as a line") {
    CHECK(parse_csv("sep=;\na;b\n1;2\n", "table.csv").rows.at(0).line == 3);
}

TEST_CASE("Every kind of line end ends a row, in quoted fields it is a line feed") {
    const std::vector<Fields> expected{{"1", "2"}, {"3", "x\ny"}};
    CHECK(rows_of("a,b\r\n1,2\r\n3,\"x\r\ny\"\r\n") == expected);
    CHECK(rows_of("a,b\r1,2\r3,\"x\ry\"\r") == expected);
    CHECK(rows_of("a,b\n1,2\n3,\"x\ny\"") == expected);
    CHECK(parse_csv("a,b\r\n\r\n1,2\r\n", "t").rows.at(0).line == 3);
}

TEST_CASE("Quoted fields hold separators, quotation marks and nothing") {
    CHECK(rows_of("a,b\n\"x, \"\"y\"\"\",\"\"\n") == std::vector<Fields>{{"x, \"y\"", ""}});
    CHECK(rows_of("a,b\nhij zei \"ja\",5\" breed\n") == std::vector<Fields>{{"hij zei \"ja\"", "5\" breed"}});
    CHECK(rows_of("a,b\n1, \"x, y\"\n") == std::vector<Fields>{{"1", "x, y"}});
    CHECK(rows_of("a\n\"\"\n") == std::vector<Fields>{{""}});
}

TEST_CASE("Blanks of a field stay, those around a header name go") {
    const CsvTable table = parse_csv(" a , b\n x , y\n", "table.csv");
    CHECK(table.header == Fields{"a", "b"});
    CHECK(table.rows.at(0).fields == Fields{" x ", " y"});
}

TEST_CASE("Short rows are filled with empty fields") {
    CHECK(rows_of("a,b,c\n1\n1,2\n") == std::vector<Fields>{{"1", "", ""}, {"1", "2", ""}});
}

TEST_CASE("A table without rows is a table") {
    CHECK(rows_of("a,b\n").empty());
    CHECK(rows_of("a,b").empty());
}

TEST_CASE("Any usual encoding is read") {
    const std::vector<Fields> expected{{"één", "€ 5"}};
    CHECK(rows_of("a;b\néén;€ 5\n") == expected);
    CHECK(rows_of("\xEF\xBB\xBF"
                  "a;b\néén;€ 5\n") == expected);
    CHECK(parse_csv("\xEF\xBB\xBF"
                    "a;b\n",
                    "t")
              .header.at(0) == "a");
    CHECK(rows_of("a;b\n\xE9\xE9n;\x80 5\n") == expected);
    CHECK(rows_of("\xFF\xFE"
                  "a\0;\0b\0\r\0\n\0\xE9\0\xE9\0n\0;\0\xAC\x20 \0\x35\0"s) == expected);
}

TEST_CASE("The guard against formulas is taken off") {
    CHECK(rows_of("a,b,c,d\n'=1+1,'-5,'@x,'+3\n") == std::vector<Fields>{{"=1+1", "-5", "@x", "+3"}});
    CHECK(rows_of("a,b\n\"'\tx\",'s avonds\n") == std::vector<Fields>{{"\tx", "'s avonds"}});
    CHECK(rows_of("a,b\n',''=x\n") == std::vector<Fields>{{"'", "'=x"}});
}

TEST_CASE("What csv_line writes is read as it was") {
    const Fields pieces{"a", "1", "=", "+", "-", "@", ",", ";", "\t", "\n", "\"", " ", "é"};
    const auto field = rc::gen::map(rc::gen::container<Fields>(rc::gen::elementOf(pieces)),
                                    [](const Fields& parts) { return base::join(parts, ""); });
    CHECK(rc::check([&] {
        const Fields fields{*field, *field, *field};
        const std::string csv = exchange::csv_line({"x", "y", "z"}) + exchange::csv_line(fields);
        RC_ASSERT(rows_of(csv) == std::vector<Fields>{fields});
    }));
}

TEST_CASE("Columns are found by name, whatever the case") {
    const CsvTable table = parse_csv("File,Participant\n", "table.csv");
    CHECK(table.column("file") == 0);
    CHECK(table.column("PARTICIPANT") == 1);
    CHECK_FALSE(table.column("role"));
}

TEST_CASE("An open quotation mark is refused with the line on which it began") {
    refuses("a,b\n1,2\n3,\"open\nen\nverder\n", {"line 3", "quotation mark"});
    refuses("a,\"b\n", {"line 1"});
}

TEST_CASE("A row with more fields than the header is refused with its line") {
    refuses("a,b\n\"x\ny\",2\n1,2,3\n", {"line 4", "3 fields", "2 columns"});
}

TEST_CASE("A small file that would fill all memory with empty fields is refused") {
    std::string csv = "c0";
    for (int i = 1; i < 5000; ++i) csv += ",c" + std::to_string(i);
    csv += '\n';
    for (int i = 0; i < 18000; ++i) csv += "a\n";
    CHECK_THROWS_WITH(exchange::parse_csv(csv, "t.csv"),
                      Catch::Contains("t.csv, line 4002: the table is too large"));
}

TEST_CASE("Header names have to be there and to differ") {
    refuses("a,,c\n", {"line 1", "column 2"});
    refuses("a,b,A\n", {"line 1", "“A”"});
    refuses("\n\na, \n", {"line 3", "column 2"});
    refuses("", {"empty"});
    refuses("\n\n", {"empty"});
}

TEST_CASE("What is no CSV is refused") {
    refuses("PK\x03\x04zip", {"not text"});
    refuses("één, reëel, twee, oké, naïef\n\xE9\n", {"UTF-8"});
}

TEST_CASE("A file is read, and one that is missing is named") {
    const support::TemporaryFolder folder;
    CHECK(exchange::read_csv(folder.file("a.csv", "x;y\n1;2\n")).rows.size() == 1);
    try {
        (void)exchange::read_csv(folder / "none.csv");
        FAIL("read");
    } catch (const base::Error& error) {
        CHECK(error.kind() == base::ErrorKind::not_found);
        CHECK_THAT(error.what(), Catch::Contains("none.csv"));
    }
}

TEST_CASE("The published matrix and real tables are read") {
    if (!support::has_shared("published-matrix.csv")) {
        WARN("skipped: no ../shared/data");
        return;
    }
    CHECK(exchange::read_csv(support::shared_data("published-matrix.csv")).rows.size() == 19);
    if (support::has_shared("transcripts/nl_ifadv/derived/csv_semicolon_bom/DVA19AG.csv")) {
        const auto table = exchange::read_csv(
            support::shared_data("transcripts/nl_ifadv/derived/csv_semicolon_bom/DVA19AG.csv"));
        CHECK(table.header.size() > 1);
        CHECK(table.rows.size() > 100);
    }
}
