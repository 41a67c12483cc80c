// SPDX-License-Identifier: GPL-3.0-or-later
#include <wx/clipbrd.h>
#include <wx/testing.h>

#include <catch2/catch.hpp>

#include "base/files.h"
#include "exchange/in/csv.h"
#include "exchange/out/table_parts.h"
#include "study/verbs/people.h"
#include "support/workbook_reader.h"
#include "ui/frame/workspace.h"
#include "ui/kit/theme.h"
#include "ui/kit/words.h"
#include "ui/matrix/matrix_actions.h"
#include "ui/matrix/matrix_page.h"
#include "ui/window.h"

using support::settle;
using support::wait_for;
using support::Window;
using ui::MatrixChoice;
using ui::MatrixGrid;

namespace {

ui::MatrixPage& open_matrix(Window& window) {
    window.run("page.matrix");
    auto* page = dynamic_cast<ui::MatrixPage*>(window.frame().workspace()->page("matrix"));
    REQUIRE(page != nullptr);
    REQUIRE(wait_for([&] { return page->grid().HasFocus(); }));
    return *page;
}

/// What a cell shows, as it is drawn.
std::string shown(ui::MatrixPage& page, std::size_t row, std::size_t column) {
    const auto& table = page.grid().table();
    return exchange::cell_text(table, exchange::cell_at(table, row, column));
}

std::size_t row_of(ui::MatrixPage& page, const std::string& label) {
    const auto& rows = page.grid().table().rows;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (rows[row].label == label) return row;
    }
    FAIL("no row " << label);
    return 0;
}

int column_of(ui::MatrixPage& page, const std::string& label) {
    const auto& columns = page.grid().table().columns;
    for (std::size_t column = 0; column < columns.size(); ++column) {
        if (columns[column].label == label) return static_cast<int>(column);
    }
    FAIL("no column " << label);
    return 0;
}

/// Chooses an item of a drop-down list as a person does who reads it.
void choose(wxChoice& list, const std::string& item) {
    REQUIRE(list.FindString(ui::wx(item)) != wxNOT_FOUND);
    list.SetStringSelection(ui::wx(item));
    wxCommandEvent event(wxEVT_CHOICE, list.GetId());
    event.SetInt(list.GetSelection());
    event.SetEventObject(&list);
    list.GetEventHandler()->ProcessEvent(event);
    settle();
}

struct PublishedCode {
    std::string dimension, code;
    std::vector<std::string> counts;
};

std::vector<PublishedCode> published() {
    const auto file = std::filesystem::path(TRIALOGUE_SOURCE_DIR) / "tests/data/published-matrix.csv";
    std::vector<PublishedCode> codes;
    for (const auto& row : exchange::read_csv(file).rows) {
        PublishedCode code{row.fields.at(1), row.fields.at(3), {}};
        for (std::size_t i = 4; i < 7; ++i) {
            code.counts.push_back(row.fields.at(i).empty() ? "0" : row.fields.at(i));
        }
        codes.push_back(code);
    }
    return codes;
}

}  // namespace

TEST_CASE("the matrix of the sample study is the published one, cell by cell") {
    Window window(1900, 1000);
    window.open_sample_study();
    auto& page = open_matrix(window);
    CHECK(ui::utf8(page.controls().whose().GetStringSelection()) == "The settled layer");
    const auto codes = published();
    REQUIRE(codes.size() == 19);
    REQUIRE(page.grid().table().columns.size() == 3);
    std::size_t row = 0;
    for (const auto& code : codes) {
        if (page.grid().table().rows.at(row).is_group) {
            CHECK(page.grid().table().rows[row].label == code.dimension);
            ++row;
        }
        CAPTURE(code.code);
        CHECK(page.grid().table().rows.at(row).label == code.code);
        for (std::size_t column = 0; column < 3; ++column)
            CHECK(shown(page, row, column) == code.counts[column]);
        ++row;
    }
    CHECK(row == page.grid().table().rows.size());

    SECTION("and in the published layout its cells list the codes with their numbers") {
        choose(page.controls().layout(), "As published");
        std::map<std::string, std::vector<std::string>> cells;
        for (const auto& code : codes) {
            auto& line = cells[code.dimension];
            line.resize(3);
            for (std::size_t column = 0; column < 3; ++column) {
                if (code.counts[column] == "0") continue;
                if (!line[column].empty()) line[column] += "\n";
                line[column] += code.code + " (" + code.counts[column] + ")";
            }
        }
        REQUIRE(page.grid().table().rows.size() == cells.size());
        for (const auto& [dimension, line] : cells) {
            for (std::size_t column = 0; column < 3; ++column) {
                CAPTURE(dimension, column);
                CHECK(shown(page, row_of(page, dimension), column) == line[column]);
            }
        }
    }
}

TEST_CASE("the matrix changes with the coding that is made, and back with the one that is taken back") {
    Window window(1900, 1000);
    window.open_small_study();
    auto& page = open_matrix(window);
    const auto help = row_of(page, "Hulp");
    const auto jim = static_cast<std::size_t>(column_of(page, "JIM"));
    CHECK(shown(page, help, jim) == "0");
    window.open_source("T1_JIM");
    window.select_words("Ik help hem met zijn huiswerk.");
    window.press(WXK_RETURN);
    window.type("hul");
    window.press(WXK_RETURN);
    // Nothing is counted while the page stands behind another tab.
    CHECK(shown(page, help, jim) == "0");
    open_matrix(window);
    CHECK(wait_for([&] { return shown(page, help, jim) == "1"; }));
    window.press('Z', wxMOD_CONTROL);
    CHECK(wait_for([&] { return shown(page, help, jim) == "0"; }));
}

TEST_CASE("Enter and a double click on a number bring the passages behind it") {
    Window window(1900, 1000);
    window.open_small_study();
    auto& page = open_matrix(window);
    std::vector<ui::Passages> listed;
    const auto connection =
        window.context().on_listed([&](const ui::Passages& passages) { listed.push_back(passages); });
    const MatrixGrid::Cell cell{row_of(page, "Hulp"), column_of(page, "ouder")};
    page.grid().set_cursor(cell);
    window.press(WXK_RETURN);
    REQUIRE(listed.size() == 1);
    CHECK(listed[0].title == "Plichten / Hulp, ouder");
    REQUIRE(listed[0].codings.size() == 1);
    const auto& moeder = window.context().material().sources;
    const auto in_moeder = std::find_if(moeder.begin(), moeder.end(),
                                        [](const auto& source) { return source.name == "T1_moeder"; });
    CHECK(std::any_of(in_moeder->codings.begin(), in_moeder->codings.end(),
                      [&](const auto& coding) { return coding.id == listed[0].codings[0]; }));

    const auto at = page.grid().rect_of(cell);
    window.double_click(page.grid(), {at.x + at.width / 2, at.y + at.height / 2});
    REQUIRE(listed.size() == 2);
    CHECK(listed[1].codings == listed[0].codings);
    SECTION("and of an empty cell that there is none") {
        std::string said;
        const auto hear =
            window.context().on_said([&](const std::string& message, const std::string&) { said = message; });
        page.grid().set_cursor({row_of(page, "Behoedzaam"), column_of(page, "ouder")});
        window.press(WXK_RETURN);
        CHECK(listed.size() == 2);
        CHECK(said == "There is no passage behind this cell.");
    }
}

TEST_CASE("the cells are walked in with the arrow keys, over what is folded") {
    Window window(1900, 1000);
    window.open_small_study();
    auto& page = open_matrix(window);
    page.grid().set_cursor({0, -1});
    window.press(WXK_RIGHT);
    CHECK(page.grid().cursor() == MatrixGrid::Cell{0, 0});
    window.press(WXK_DOWN);
    CHECK(page.grid().cursor() == MatrixGrid::Cell{1, 0});
    window.press(WXK_END, wxMOD_CONTROL);
    CHECK(page.grid().cursor() == MatrixGrid::Cell{4, 2});
    window.press(WXK_HOME, wxMOD_CONTROL);
    CHECK(page.grid().cursor() == MatrixGrid::Cell{0, -1});
    // Folds the first dimension of two codes.
    window.press(WXK_LEFT);
    CHECK_FALSE(page.grid().layout().is_shown(1));
    CHECK_FALSE(page.grid().layout().is_shown(2));
    CHECK(page.grid().layout().is_shown(3));
    window.press(WXK_DOWN);
    CHECK(page.grid().cursor().row == 3);
    window.press(WXK_UP);
    window.press(WXK_RIGHT);
    CHECK(page.grid().layout().is_shown(1));
}

TEST_CASE("a click on a dimension folds it, and it is folded when the study is opened again") {
    std::string kept;
    Window window(1900, 1000);
    window.open_small_study();
    auto& page = open_matrix(window);
    choose(page.controls().columns(), "age");
    choose(page.controls().count(), "Codings");
    choose(page.controls().percent(), "% of the row");
    choose(page.controls().whose(), "Anna");
    choose(page.controls().attribution(), "Everybody who speaks in it");
    page.controls().add_condition({"role", "JIM"});
    page.controls().add_condition({"role", "ouder"});
    window.focus(page.controls().ranges());
    window.type("12-18, 40-60");
    window.press(WXK_RETURN);
    const auto at = page.grid().rect_of({0, -1});
    window.click(page.grid(), {at.x + at.width / 2, at.y + at.height / 2});
    CHECK_FALSE(page.grid().layout().is_shown(1));
    REQUIRE(page.grid().table().columns.size() == 1);
    CHECK(page.grid().table().columns[0].label == "40-60");

    ui::Context& context = window.context();
    const auto choice = ui::remembered_choice(context);
    CHECK(choice.spec.columns.attribute == "age");
    REQUIRE(choice.spec.columns.bins.size() == 2);
    CHECK(choice.spec.columns.bins[1].label == "40-60");
    CHECK(choice.spec.count == analysis::Count::codings);
    CHECK(choice.spec.percent == analysis::Percent::row);
    CHECK(choice.spec.whose.kind == analysis::Whose::Kind::one);
    CHECK(choice.spec.attribution == analysis::Attribution::each);
    REQUIRE(choice.spec.where.size() == 2);
    CHECK(choice.spec.where[0].value == "JIM");
    CHECK(choice.folded.size() == 1);
    // The settings hold places and choices, never a word of the study.
    const auto text = ui::kept_choice(choice, context.material());
    for (const auto* word : {"JIM", "ouder", "Anna", "age", "Actie"}) {
        CAPTURE(word, text);
        CHECK(text.find(word) == std::string::npos);
    }
    window.frame().workspace()->close_current();
    settle();
    auto& again = open_matrix(window);
    CHECK_FALSE(again.grid().layout().is_shown(1));
    CHECK(ui::utf8(again.controls().whose().GetStringSelection()) == "Anna");
    CHECK(ui::utf8(again.controls().ranges().GetValue()) == "12-18, 40-60");
}

TEST_CASE("a filter that is added narrows the matrix, and its button takes it away") {
    Window window(1900, 1000);
    window.open_small_study();
    auto& page = open_matrix(window);
    CHECK(page.grid().table().columns.size() == 3);
    page.controls().add_condition({"role", "JIM"});
    settle();
    REQUIRE(page.grid().table().columns.size() == 1);
    CHECK(page.grid().table().columns[0].label == "JIM");
    wxWindow* chip = wxWindow::FindWindowByLabel(wxString::FromUTF8("Role = JIM  ×"), &page);
    REQUIRE(chip != nullptr);
    window.click(*chip, {5, 5});
    CHECK(wait_for([&] { return page.grid().table().columns.size() == 3; }));
}

TEST_CASE("ranges that overlap are told, and the matrix stays as it was") {
    Window window(1900, 1000);
    window.open_small_study();
    auto& page = open_matrix(window);
    choose(page.controls().columns(), "age");
    REQUIRE(page.grid().table().columns.size() == 3);
    std::string said;
    const auto hear =
        window.context().on_said([&](const std::string& message, const std::string&) { said = message; });
    window.focus(page.controls().ranges());
    window.type("12-18,16-20");
    window.press(WXK_RETURN);
    CHECK(said == "The ranges 12-18 and 16-20 overlap.");
    CHECK(page.grid().table().columns.size() == 3);
}

TEST_CASE("what cannot be counted is told, and controls and numbers stay together") {
    Window window(1900, 1000);
    window.open_small_study();
    auto& page = open_matrix(window);
    std::string said;
    const auto hear =
        window.context().on_said([&](const std::string& message, const std::string&) { said = message; });
    choose(page.controls().percent(), "% of the coded (n)");
    const auto shown_before = shown(page, row_of(page, "Hulp"), 0);
    choose(page.controls().count(), "Words");
    CHECK(said == "Per cent of n can be given for participants only.");
    CHECK(ui::utf8(page.controls().count().GetStringSelection()) == "Participants");
    CHECK(shown(page, row_of(page, "Hulp"), 0) == shown_before);
    CHECK(ui::remembered_choice(window.context()).spec.count == analysis::Count::participants);
}

TEST_CASE("the three zeros of a cell are told apart and explained") {
    Window window(1900, 1000);
    window.open_small_study();
    auto& page = open_matrix(window);
    // Bram has not coded the mother's interview.
    choose(page.controls().whose(), "Bram");
    const auto proactive = row_of(page, "Proactief");
    CHECK(shown(page, proactive, static_cast<std::size_t>(column_of(page, "jongere"))) == "0");
    CHECK(shown(page, proactive, static_cast<std::size_t>(column_of(page, "ouder"))) == "·");
    wxWindow* legend = nullptr;
    for (auto* child : page.remarks().GetChildren()) {
        if (child->GetLabel().Contains(wxString::FromUTF8("· interviewed, not coded yet"))) legend = child;
    }
    CHECK(legend != nullptr);
    SECTION("also where nobody was interviewed") {
        REQUIRE(window.context().change("participants", {}, [](study::Edit& edit) {
            static_cast<void>(study::verbs::ensure_participant(edit, "T9-buur", "buur", "T9"));
        }));
        page.Refresh();
        REQUIRE(wait_for([&] { return page.grid().table().columns.size() == 4; }));
        CHECK(shown(page, proactive, static_cast<std::size_t>(column_of(page, "buur"))) == "–");
    }
}

TEST_CASE("every cell can be read on its shade") {
    Window window(1900, 1000);
    window.open_sample_study();
    auto& page = open_matrix(window);
    const auto& table = page.grid().table();
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        for (int column = 0; column < 3; ++column) {
            const auto shade = page.grid().shade_of({row, column});
            CHECK(std::max(ui::contrast(shade, ui::colour(ui::Shade::ink)),
                           ui::contrast(shade, ui::ink_on(shade))) >= 4.5);
        }
    }
    const auto most = row_of(page, "Begeleiding en advies");
    CHECK(page.grid().shade_of({most, column_of(page, "ouder")}) == ui::colour(ui::Shade::heat));
}

TEST_CASE("Ctrl+C puts the matrix on the clipboard as a table with its numbers, and as text") {
    Window window(1900, 1000);
    window.open_sample_study();
    auto& page = open_matrix(window);
    wxTheClipboard->Clear();
    window.press('C', wxMOD_CONTROL);
    wxString html, text;
    REQUIRE(wait_for([&] {
        const wxClipboardLocker locker;
        wxTextDataObject data;
        if (!locker || !wxTheClipboard->GetData(data)) return false;
        text = data.GetText();
        return !text.empty();
    }));
    CHECK(ui::utf8(text).find("Proactief\t3\t4\t3\n") != std::string::npos);
    {
        const wxClipboardLocker locker;
        wxHTMLDataObject data;
        REQUIRE(wxTheClipboard->GetData(data));
        html = data.GetHTML();
    }
    const auto table = ui::utf8(html);
    const auto row = table.find(">Meer contact &amp; afspraken<");
    REQUIRE(row != std::string::npos);
    CHECK(table.find(">3<", row) < table.find("</tr>", row));
    static_cast<void>(page);
}

TEST_CASE("the matrix is exported as the workbook whose numbers it shows") {
    Window window(1900, 1000);
    window.open_sample_study();
    open_matrix(window);
    const auto file = window.folder() / "out.xlsx";
    std::string said;
    const auto hear =
        window.context().on_said([&](const std::string& message, const std::string&) { said = message; });
    wxTEST_DIALOG(window.run("export.matrix"), wxExpectModal<wxFileDialog>("", wxID_CANCEL));
    CHECK(said.empty());
    // The native dialog takes no path from a test, so the file is given where it would have been asked for.
    REQUIRE(ui::export_to(window.context(), "matrix", file));
    CHECK(said == "Written: " + file.string());
    const support::WorkbookReader workbook(file);
    const auto& cells = workbook.sheets().front().cells;
    std::string found;
    for (const auto& [at, cell] : cells) {
        if (cell.value == "Proactief") found = at;
    }
    REQUIRE(found.size() > 1);
    const auto row = found.substr(1);
    CHECK(cells.at("B" + row).value == "3");
    CHECK(cells.at("C" + row).value == "4");
    CHECK(cells.at("D" + row).value == "3");
}

TEST_CASE("everything of a study is written from the window, and what cannot be is told") {
    Window window(1900, 1000);
    window.open_small_study();
    std::string said;
    const auto hear =
        window.context().on_said([&](const std::string& message, const std::string&) { said = message; });
    const std::pair<const char*, const char*> files[] = {
        {"codings", "codings.csv"},   {"quotations", "quotations.md"},
        {"codebook", "codebook.qdc"}, {"participants", "participants.csv"},
        {"log", "log.json"},          {"archive", "all.zip"},
        {"study", "copy.trialogue"},  {"matrix", "matrix.md"},
        {"chart", "chart.svg"},       {"chart", "chart.png"}};
    for (const auto& [what, name] : files) {
        CAPTURE(what, said);
        CHECK(ui::export_to(window.context(), what, window.folder() / name));
        CHECK(std::filesystem::file_size(window.folder() / name) > 100);
        CHECK(said == "Written: " + (window.folder() / name).string());
    }
    CHECK(base::read_file(window.folder() / "chart.svg", 1'000'000).find(">Proactief<") != std::string::npos);
    wxImage picture;
    REQUIRE(picture.LoadFile(ui::wx((window.folder() / "chart.png").string())));
    CHECK(picture.GetWidth() == 1800);
    CHECK_FALSE(ui::export_to(window.context(), "matrix", window.study()));
    CHECK(said.find("the ending says no format") != std::string::npos);
    CHECK_FALSE(ui::export_to(window.context(), "study", window.study()));
    CHECK(said.find("is the study itself") != std::string::npos);
}

TEST_CASE("the chart shows what the table shows, also of the published layout") {
    Window window(1900, 1000);
    window.open_sample_study();
    auto& page = open_matrix(window);
    auto choice = page.choice();
    choice.view = MatrixChoice::View::bars;
    choice.layout = report::Layout::published;
    page.choose(choice);
    settle();
    CHECK(page.chart().IsShownOnScreen());
    CHECK_FALSE(page.grid().IsShownOnScreen());
    const auto& shapes = page.chart().chart().shapes;
    for (const auto& code : published()) {
        CAPTURE(code.code);
        CHECK(std::any_of(shapes.begin(), shapes.end(),
                          [&](const report::Shape& shape) { return shape.text == code.code; }));
    }
    CHECK(std::any_of(shapes.begin(), shapes.end(),
                      [&](const report::Shape& shape) { return shape.text == "jongere (n = 6)"; }));
    // Bars are drawn in the roles' colours.
    const auto colours = ui::column_marks(window.context(), page.matrix());
    REQUIRE(colours.size() == 3);
    CHECK(std::count_if(shapes.begin(), shapes.end(), [&](const report::Shape& shape) {
              return shape.kind == report::Shape::Kind::rectangle && shape.colour == colours[0];
          }) > 5);
}

TEST_CASE("a warning below the matrix leads to the passages or to the interview it speaks of") {
    Window window(1900, 1000);
    window.open_sample_study();
    auto& page = open_matrix(window);
    CHECK(page.remarks().warnings().empty());
    choose(page.controls().whose(), "Bram");
    REQUIRE_FALSE(page.remarks().warnings().empty());
    std::vector<ui::Passages> listed;
    const auto hear_list =
        window.context().on_listed([&](const ui::Passages& passages) { listed.push_back(passages); });
    int gone = 0;
    const auto hear_went = window.context().on_went([&](const ui::Place&) { ++gone; });
    const auto& crosstab = page.matrix().crosstab;
    const auto warnings = page.remarks().warnings();
    REQUIRE(warnings.size() == crosstab.warnings.size());
    for (std::size_t i = 0; i < warnings.size(); ++i) {
        const auto lists = listed.size();
        const auto places = gone;
        const bool lacks = crosstab.warnings[i].codes.empty();
        page.remarks().warnings()[i].follow();
        CAPTURE(warnings[i].sentence);
        CHECK(listed.size() == lists + (lacks ? 0 : 1));
        CHECK(gone == places + (lacks ? 1 : 0));
        if (!lacks) CHECK(listed.back().codings.size() >= crosstab.warnings[i].codes.size());
    }
}
