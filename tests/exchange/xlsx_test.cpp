// SPDX-License-Identifier: GPL-3.0-or-later
#include <locale.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <clocale>
#include <csignal>
#include <cstdlib>
#include <functional>
#include <limits>
#include <random>
#include <thread>

#include "base/error.h"
#include "exchange/out/sheet_plan.h"
#include "exchange/out/sheet_text.h"
#include "exchange/out/workbook.h"
#include "support/temporary_folder.h"
#include "support/workbook_reader.h"

using exchange::CellStyle;
using exchange::number_cell;
using exchange::Sheet;
using exchange::SheetPlan;
using exchange::text_cell;
using exchange::Workbook;
using exchange::write_xlsx;
using support::TemporaryFolder;
using support::WorkbookReader;

namespace {

Workbook small_workbook() {
    Workbook book;
    book.title = "Codes by role";
    book.created = 1'700'000'000;
    Sheet matrix;
    matrix.name = "Matrix";
    matrix.widths = {20, 10, 10};
    matrix.merged = {{0, 0, 0, 2}};
    matrix.frozen_rows = 2;
    matrix.frozen_columns = 1;
    matrix.heading_rows = 2;
    matrix.rows = {{text_cell("Codes by role", CellStyle::title)},
                   {text_cell("Code", CellStyle::heading), text_cell("JIM", CellStyle::heading)},
                   {text_cell("Afspraken", CellStyle::label), number_cell(4),
                    number_cell(0.675, CellStyle::percent, 1)}};
    matrix.rows[2][1].link = exchange::internal_link("Passages", {1, 0, 2, 3});
    Sheet passages;
    passages.name = "Passages";
    passages.filter_row = 0;
    passages.rows = {{text_cell("Quotation", CellStyle::heading)}, {text_cell("een")}, {text_cell("twee")}};
    book.sheets = {matrix, passages};
    return book;
}

Workbook workbook_of(const std::vector<exchange::SheetCell>& column) {
    Workbook book;
    book.sheets.emplace_back();
    book.sheets.back().name = "Sheet";
    for (const auto& cell : column) book.sheets.back().rows.push_back({cell});
    return book;
}

/// A Dutch locale of the machine, or one made for the test; nothing where neither is possible.
bool use_dutch_locale(const TemporaryFolder& folder) {
    if (std::setlocale(LC_ALL, "nl_NL.UTF-8") != nullptr) return true;
    const auto command =
        "localedef -i nl_NL -f UTF-8 '" + (folder / "nl_NL.UTF-8").string() + "' >/dev/null 2>&1";
    if (std::system(command.c_str()) != 0) return false;
    ::setenv("LOCPATH", folder.path().c_str(), 1);
    return std::setlocale(LC_ALL, "nl_NL.UTF-8") != nullptr;
}

/// Runs in a process of its own; true where it did what was expected.
bool in_child(const std::function<bool()>& task) {
    const pid_t child = ::fork();
    if (child == 0) {
        bool good = false;
        try {
            good = task();
        } catch (...) {
            good = false;
        }
        ::_exit(good ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

TEST_CASE("A workbook is read back with its numbers, texts, links, merged and frozen cells") {
    const TemporaryFolder folder;
    write_xlsx(small_workbook(), folder / "a.xlsx");
    const WorkbookReader book(folder / "a.xlsx");
    REQUIRE(book.sheets().size() == 2);
    const auto& matrix = book.sheet("Matrix");
    CHECK(matrix.cells.at("A1").value == "Codes by role");
    CHECK(matrix.cells.at("B3").type.empty());
    CHECK(matrix.cells.at("B3").value == "4");
    CHECK(matrix.cells.at("C3").value == "0.675");
    CHECK(matrix.links == std::map<std::string, std::string>{{"B3", "'Passages'!A2:D3"}});
    CHECK(matrix.merged == std::vector<std::string>{"A1:C1"});
    CHECK(matrix.frozen == "B3");
    CHECK(book.sheet("Passages").filter == "A1:A3");
    CHECK(book.part("docProps/core.xml").find("2023-11-14T22:13:20Z") != std::string::npos);
    CHECK(book.part("xl/workbook.xml").find("Matrix!$1:$2") != std::string::npos);
}

TEST_CASE("The same workbook gives the same bytes at another time") {
    const TemporaryFolder folder;
    auto undated = small_workbook();
    undated.created = 0;
    write_xlsx(small_workbook(), folder / "a.xlsx");
    write_xlsx(undated, folder / "c.xlsx");
    std::this_thread::sleep_for(std::chrono::milliseconds(2100));  // zip counts in steps of two seconds
    write_xlsx(small_workbook(), folder / "b.xlsx");
    write_xlsx(undated, folder / "d.xlsx");
    CHECK(support::content_of(folder / "a.xlsx") == support::content_of(folder / "b.xlsx"));
    CHECK(support::content_of(folder / "c.xlsx") == support::content_of(folder / "d.xlsx"));
}

TEST_CASE("A text is never a formula, a number or a link, whatever it begins with") {
    const TemporaryFolder folder;
    const std::vector<std::string> texts{
        "=1+1",    "+31 6", "-",    "@SUM(A1)",   "{=A1}", "http://example.org",
        "0612345", "1e5",   "TRUE", "'geciteerd'"};
    std::vector<exchange::SheetCell> cells;
    for (const auto& text : texts) cells.push_back(text_cell(text));
    write_xlsx(workbook_of(cells), folder / "a.xlsx");
    const WorkbookReader book(folder / "a.xlsx");
    const auto& sheet = book.sheets().front();
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto& cell = sheet.cells.at("A" + std::to_string(i + 1));
        CHECK(cell.type == "s");
        CHECK(cell.value == texts[i]);
        CHECK_FALSE(cell.formula);
    }
    CHECK(sheet.links.empty());
}

TEST_CASE("Texts that XML or Excel cannot hold are mended in sight") {
    using exchange::cell_safe_text;
    CHECK(cell_safe_text("een\ttwee\ndrie") == "een\ttwee\ndrie");
    CHECK(cell_safe_text("a\r\nb\rc") == "a\nb\nc");
    CHECK(cell_safe_text(std::string("a\0b\x01\x1f", 5)) ==
          "a\uFFFD"
          "b\uFFFD\uFFFD");
    CHECK(cell_safe_text("a\xFFz \xEF\xBF\xBE \xED\xA0\x80") == "a\uFFFDz \uFFFD \uFFFD\uFFFD\uFFFD");
    CHECK(cell_safe_text("x_x000D_y _x12_ _xZZZZ_") == "x_x005F_x000D_y _x12_ _xZZZZ_");

    const TemporaryFolder folder;
    write_xlsx(workbook_of({text_cell("a\x01"
                                      "b & <c> \"d\" \xFF")}),
               folder / "a.xlsx");
    CHECK(WorkbookReader(folder / "a.xlsx").sheets().front().cells.at("A1").value ==
          "a\uFFFD"
          "b & <c> \"d\" \uFFFD");
}

TEST_CASE("A text that is too long for a cell is cut between characters, and says so") {
    using exchange::utf16_length;
    const auto repeated = [](const std::string& text, int n) {
        std::string out;
        for (int i = 0; i < n; ++i) out += text;
        return out;
    };
    const auto longest = repeated("é", 32'767);
    const auto letters = repeated("é", 32'768);
    const auto emoji = repeated("😀", 20'000);  // two UTF-16 units each
    CHECK(exchange::cell_safe_text(longest) == longest);
    const auto cut = exchange::cell_safe_text(letters);
    CHECK(utf16_length(cut) == 32'767);
    CHECK(cut.substr(cut.rfind("é") + 2) == "… [32768 characters]");
    const auto cut_emoji = exchange::cell_safe_text(emoji);
    CHECK(utf16_length(cut_emoji) <= 32'767);
    CHECK(utf16_length(cut_emoji) >= 32'766);
    CHECK(cut_emoji.substr(cut_emoji.rfind("😀") + 4) == "… [20000 characters]");

    const TemporaryFolder folder;
    write_xlsx(workbook_of({text_cell(longest), text_cell(letters), text_cell(emoji)}), folder / "a.xlsx");
    const WorkbookReader book(folder / "a.xlsx");
    CHECK(book.sheets().front().cells.at("A1").value == longest);
    CHECK(book.sheets().front().cells.at("A2").value == cut);
    CHECK(book.sheets().front().cells.at("A3").value == cut_emoji);
}

TEST_CASE("Names of sheets are mended so that Excel opens the workbook") {
    using exchange::mended_sheet_name;
    CHECK(mended_sheet_name("Passages") == "Passages");
    CHECK(mended_sheet_name("a/b\\c?d*e[f]g:h") == "a-b-c-d-e-f-g-h");
    CHECK(mended_sheet_name("'Rechten'") == "Rechten");
    CHECK(mended_sheet_name("JIM's vragen") == "JIM's vragen");
    CHECK(mended_sheet_name("") == "Sheet");
    CHECK(mended_sheet_name(" '' ") == "Sheet");
    CHECK(mended_sheet_name("History") == "History_");
    CHECK(mended_sheet_name("hiStory") == "hiStory_");
    CHECK(mended_sheet_name("123456789 123456789 123456789 12") == "123456789 123456789 123456789 1");
    CHECK(mended_sheet_name("123456789 123456789 123456789 ' x") == "123456789 123456789 123456789");
    CHECK(mended_sheet_name("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀") == "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀");

    Workbook book;
    for (const auto* name : {"Één", "één", "ÉÉN", "een lange naam van meer dan 31 tekens",
                             "een lange naam van meer dan 31 TEKENS", "History"}) {
        book.sheets.emplace_back();
        book.sheets.back().name = name;
        book.sheets.back().rows = {{text_cell("x")}};
    }
    const TemporaryFolder folder;
    write_xlsx(book, folder / "a.xlsx");
    std::vector<std::string> names;
    const WorkbookReader read(folder / "a.xlsx");
    for (const auto& sheet : read.sheets()) names.push_back(sheet.name);
    CHECK(names == std::vector<std::string>{"Één", "één (2)", "ÉÉN (3)", "een lange naam van meer dan 31",
                                            "een lange naam van meer dan (2)", "History_"});
}

TEST_CASE("Links follow the mended names of sheets, quoted where they must be") {
    Workbook book;
    for (const auto* name : {"from", "JIM's [vragen] & <meer>", "from"}) {
        book.sheets.emplace_back();
        book.sheets.back().name = name;
        book.sheets.back().rows = {{text_cell("x")}, {text_cell("y")}};
    }
    auto& cells = book.sheets[0].rows;
    cells[0][0].link = exchange::internal_link("JIM's [vragen] & <meer>", {1, 0, 1, 0});
    cells[1][0].link = "internal:'JIM''s [vragen] & <meer>'!A1:AB2";
    cells.push_back({number_cell(3)});
    cells[2][0].link = exchange::internal_link("from", {0, 0, 0, 0});
    for (const auto* nowhere : {"internal:'gone'!A1", "internal:from", "internal:from!1A", "internal:from!A0",
                                "internal:from!A3:A2", "http://example.org", "internal:'from'!A99"}) {
        cells.push_back({text_cell("nowhere")});
        cells.back()[0].link = nowhere;
    }
    const TemporaryFolder folder;
    write_xlsx(book, folder / "a.xlsx");
    const WorkbookReader read(folder / "a.xlsx");
    CHECK(read.sheets().front().links ==
          std::map<std::string, std::string>{{"A1", "'JIM''s -vragen- & <meer>'!A2"},
                                             {"A2", "'JIM''s -vragen- & <meer>'!A1:AB2"},
                                             {"A3", "'from'!A1"}});
    CHECK(read.sheets().front().cells.at("A3").value == "3");
    CHECK(read.sheets().front().cells.at("A4").value == "nowhere");
}

TEST_CASE("A sheet with more rows than Excel takes goes on in a next one, and links follow") {
    Workbook book;
    Sheet sheet;
    sheet.name = "Passages";
    sheet.frozen_rows = 1;
    for (int i = 0; i < 10; ++i) sheet.rows.push_back({number_cell(i)});
    book.sheets = {sheet};
    const SheetPlan plan(book, 4);
    REQUIRE(plan.parts().size() == 3);
    std::vector<std::vector<std::size_t>> rows;
    for (const auto& part : plan.parts()) {
        rows.emplace_back();
        for (std::size_t row = 0; row < part.size(); ++row) rows.back().push_back(part.source_row(row));
    }
    CHECK(rows == std::vector<std::vector<std::size_t>>{{0, 1, 2, 3}, {0, 4, 5, 6}, {0, 7, 8, 9}});
    CHECK(plan.parts()[1].name == "Passages (2)");
    CHECK(plan.resolved("internal:'Passages'!A4") == "internal:'Passages'!A4");
    CHECK(plan.resolved("internal:'Passages'!A5:C6") == "internal:'Passages (2)'!A2:C3");
    CHECK(plan.resolved("internal:'Passages'!A10") == "internal:'Passages (3)'!A4");
    // A block over the border is linked as far as its first sheet holds it.
    CHECK(plan.resolved("internal:'Passages'!A3:C9") == "internal:'Passages'!A3:C4");
    CHECK(plan.resolved("internal:'Passages'!A11").empty());
}

TEST_CASE("Links beyond what Excel takes in a sheet are left out, the cells are not") {
    Workbook book;
    book.sheets.resize(1);
    book.sheets[0].name = "Sheet";
    for (int i = 0; i < 65'540; ++i) {
        book.sheets[0].rows.push_back({number_cell(i)});
        book.sheets[0].rows.back()[0].link = exchange::internal_link("Sheet", {i, 0, i, 0});
    }
    const TemporaryFolder folder;
    write_xlsx(book, folder / "a.xlsx");
    const WorkbookReader read(folder / "a.xlsx");
    const auto& sheet = read.sheets().front();
    CHECK(sheet.links.size() == 65'530);
    CHECK(sheet.links.at("A65530") == "'Sheet'!A65530");
    CHECK(sheet.cells.at("A65540").value == "65539");
}

TEST_CASE("Numbers that are none, and dates, are written so that Excel opens them") {
    const TemporaryFolder folder;
    write_xlsx(
        workbook_of({number_cell(std::numeric_limits<double>::quiet_NaN()),
                     number_cell(std::numeric_limits<double>::infinity()),
                     number_cell(1'700'000'000, CellStyle::date), number_cell(-0.125, CellStyle::number, 3)}),
        folder / "a.xlsx");
    const WorkbookReader book(folder / "a.xlsx");
    const auto& cells = book.sheets().front().cells;
    CHECK(cells.at("A1").value == "–");
    CHECK(cells.at("A2").value == "–");
    CHECK(std::stod(cells.at("A3").value) == Approx(45244.925926));  // 2023-11-14 22:13:20
    CHECK(cells.at("A4").value == "-0.125");
}

TEST_CASE("A Dutch locale does not put decimal commas into a workbook, and is kept") {
    const TemporaryFolder folder;
    write_xlsx(small_workbook(), folder / "plain.xlsx");
    const bool known = in_child([&] { return use_dutch_locale(folder); });
    if (!known) {
        WARN("skipped: no Dutch locale here and none can be made");
        return;
    }
    CHECK(in_child([&] {
        if (!use_dutch_locale(folder)) return false;
        write_xlsx(small_workbook(), folder / "dutch.xlsx");
        return std::string(::localeconv()->decimal_point) == ",";
    }));
    CHECK(in_child([&] {
        if (!use_dutch_locale(folder)) return false;
        const locale_t dutch = ::newlocale(LC_ALL_MASK, "nl_NL.UTF-8", nullptr);
        ::uselocale(dutch);
        write_xlsx(small_workbook(), folder / "thread.xlsx");
        return ::uselocale(nullptr) == dutch;
    }));
    CHECK(support::content_of(folder / "dutch.xlsx") == support::content_of(folder / "plain.xlsx"));
    CHECK(support::content_of(folder / "thread.xlsx") == support::content_of(folder / "plain.xlsx"));
}

TEST_CASE("Where the disk is full, the writer says so and the older file stays as it was") {
    const TemporaryFolder folder;
    const auto path = folder.file("old.xlsx", "the older file");
    // Texts that do not compress, so that both the parts and the archive outgrow the small limits.
    std::mt19937 random(7);
    std::vector<exchange::SheetCell> cells;
    for (int i = 0; i < 20'000; ++i)
        cells.push_back(text_cell(std::to_string(random()) + std::to_string(random())));
    const auto book = workbook_of(cells);
    write_xlsx(book, folder / "whole.xlsx");
    const auto whole = std::filesystem::file_size(folder / "whole.xlsx");
    // Above the size of the archive only the writer's own temporary files meet the limit, and it does not
    // look at what becomes of them.
    for (const auto limit : {whole / 100, whole / 2, whole - 1, whole + 1000}) {
        INFO("limit " << limit << " of " << whole);
        CHECK(in_child([&] {
            std::signal(SIGXFSZ, SIG_IGN);
            if (std::freopen("/dev/null", "w", stderr) == nullptr) return false;
            const rlimit small{limit, limit};
            ::setrlimit(RLIMIT_FSIZE, &small);
            try {
                write_xlsx(book, path);
            } catch (const base::Error& error) {
                return error.kind() == base::ErrorKind::io &&
                       std::string(error.what()).find("old.xlsx could not be written") != std::string::npos;
            }
            return false;
        }));
        CHECK(support::content_of(path) == "the older file");
    }
    std::size_t files = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder.path())) ++files;
    CHECK(files == 2);
}

TEST_CASE("A folder that is not there is an error that names the file") {
    const TemporaryFolder folder;
    try {
        write_xlsx(small_workbook(), folder / "none" / "a.xlsx");
        FAIL("written into a folder that is not there");
    } catch (const base::Error& error) {
        CHECK(error.kind() == base::ErrorKind::io);
        CHECK(std::string(error.what()).find("none/a.xlsx") != std::string::npos);
        CHECK_FALSE(error.hint().empty());
    }
}
