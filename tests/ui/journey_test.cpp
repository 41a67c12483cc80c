// SPDX-License-Identifier: GPL-3.0-or-later
//
// The whole way of a researcher through the window, by keys and mouse, from an empty screen to a workbook.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>

#include "exchange/out/table_parts.h"
#include "study/checking.h"
#include "support/small_study.h"
#include "support/workbook_reader.h"
#include "ui/codebook/codebook_pane.h"
#include "ui/codebook/codebook_tree.h"
#include "ui/frame/workspace.h"
#include "ui/import/import_actions.h"
#include "ui/import/import_dialog.h"
#include "ui/kit/words.h"
#include "ui/matrix/matrix_actions.h"
#include "ui/matrix/matrix_page.h"
#include "ui/welcome/new_study_dialog.h"
#include "ui/window.h"

using support::settle;
using support::wait_for;
using support::Window;

namespace {

namespace fs = std::filesystem;

template <class Dialog>
Dialog* open_dialog() {
    for (auto* top : wxTopLevelWindows) {
        if (auto* one = dynamic_cast<Dialog*>(top)) return one;
    }
    return nullptr;
}

void make_new_study(Window& window) {
    // Runs within the dialog's own loop.
    window.frame().CallAfter([&] {
        auto* dialog = open_dialog<ui::NewStudyDialog>();
        if (dialog == nullptr) return;
        wxUIActionSimulator().MouseMove(dialog->ClientToScreen(wxPoint(30, 5)));
        wait_for([&] { return dialog->name().HasFocus(); });
        window.type("Proef");
        dialog->file().SetValue(ui::wx((window.folder() / "Proef.trialogue").string()));
        dialog->coder().SetValue("Anna");
        dialog->name().SetFocus();
        wait_for([&] { return dialog->name().HasFocus(); });
        window.press(WXK_RETURN);
    });
    window.run("study.new");
    REQUIRE(wait_for([&] { return window.frame().context() != nullptr; }));
}

void import_triad(Window& window) {
    const auto write = [&](const char* name, const char* words) {
        const auto path = window.folder() / name;
        std::ofstream(path, std::ios::binary) << words;
        return path;
    };
    ui::import_files(window.frame(), window.context(),
                     {write("T1_moeder.txt", support::kMoeder), write("T1_jongere.txt", support::kJongere),
                      write("T1_JIM.txt", support::kJim)});
    auto* dialog = open_dialog<ui::ImportDialog>();
    REQUIRE(dialog != nullptr);
    REQUIRE(wait_for([&] { return !dialog->reading(); }));
    wxUIActionSimulator().MouseMove(dialog->ClientToScreen(wxPoint(200, 20)));
    window.focus(dialog->import_button());
    window.press(WXK_RETURN);
    REQUIRE(wait_for([&] { return dialog->finished(); }));
    dialog->Close();
    settle();
    wxUIActionSimulator().MouseMove(window.frame().ClientToScreen(wxPoint(640, 400)));
}

ui::MatrixPage& open_matrix(Window& window) {
    window.run("page.matrix");
    auto* page = dynamic_cast<ui::MatrixPage*>(window.frame().workspace()->page("matrix"));
    REQUIRE(page != nullptr);
    REQUIRE(wait_for([&] { return page->grid().HasFocus(); }));
    return *page;
}

/// What stands in the row of a code, by role as the columns stand.
std::string row_of(ui::MatrixPage& page, const std::string& code) {
    const auto& table = page.grid().table();
    std::string cells;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        if (table.rows[row].label != code) continue;
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            cells += table.columns[column].label + " " +
                     exchange::cell_text(table, exchange::cell_at(table, row, column)) + "; ";
        }
    }
    return cells;
}

/// Drags the mouse over words of the open transcript.
void sweep(Window& window, const std::string& words) {
    auto& view = window.transcript();
    const auto span = view.text().occurrences(words, view.text().whole()).at(0);
    const wxPoint below(0, 6);
    window.drag(view.words().window(), view.words().point_of(span.begin) + below,
                view.words().point_of(span.end) + below);
    REQUIRE(view.text().view(view.selection()) == words);
}

}  // namespace

TEST_CASE("from a new study to an exported matrix, and back to it the next day") {
    Window window;
    make_new_study(window);
    import_triad(window);
    auto& context = window.context();
    const auto code_named = [&](const std::string& name) {
        for (const auto& code : window.context().codebook().codes()) {
            if (code.name == name) return code.id;
        }
        FAIL("no code " << name);
        return model::CodeId{};
    };

    // Five passages: by type-ahead, by a code's number, by repeating, by mouse and double click, on the
    // whole.
    window.open_source("T1_moeder");
    window.select_words("Ik wist meteen wie het moest worden.");
    window.press(WXK_RETURN);
    window.type("proa");
    window.press(WXK_RETURN);
    REQUIRE(wait_for([&] { return window.codings() == 1; }));
    window.open_source("T1_jongere");
    window.select_words("Ik heb hem zelf gevraagd.");
    window.press('1');
    REQUIRE(wait_for([&] { return window.codings() == 2; }));
    window.open_source("T1_JIM");
    window.select_words("Ik zei gewoon ja.");
    window.press('R');
    REQUIRE(wait_for([&] { return window.codings() == 3; }));
    sweep(window, "Ik help hem met zijn huiswerk");
    auto& tree = dynamic_cast<ui::CodebookPane&>(*window.frame().pane("codebook")).tree();
    window.double_click(tree, tree.point_of(code_named("Behoedzaam")));
    REQUIRE(wait_for([&] { return window.codings() == 4; }));
    window.transcript().focus_text();
    window.press('W', wxMOD_CONTROL | wxMOD_SHIFT);
    window.type("behoed");
    window.press(WXK_RETURN);
    REQUIRE(wait_for([&] { return window.codings() == 5; }));

    auto& page = open_matrix(window);
    CHECK(row_of(page, "Proactief") == "ouder 1; jongere 1; JIM 1; ");
    CHECK(row_of(page, "Behoedzaam") == "ouder 0; jongere 0; JIM 1; ");

    // The last two were a mistake.
    window.press('Z', wxMOD_CONTROL);
    REQUIRE(wait_for([&] { return window.codings() == 4; }));
    CHECK(row_of(page, "Behoedzaam") == "ouder 0; jongere 0; JIM 1; ");
    window.press('Z', wxMOD_CONTROL);
    REQUIRE(wait_for([&] { return window.codings() == 3; }));
    CHECK(wait_for([&] { return row_of(page, "Behoedzaam") == "ouder 0; jongere 0; JIM 0; "; }));

    const auto file = window.folder() / "matrix.xlsx";
    REQUIRE(ui::export_to(context, "matrix", file));
    const support::WorkbookReader workbook(file);
    std::vector<std::string> values;
    for (const auto& [at, cell] : workbook.sheets().front().cells) {
        if (cell.value != "Proactief") continue;
        for (const char* column : {"B", "C", "D"}) {
            values.push_back(workbook.sheets().front().cells.at(column + at.substr(1)).value);
        }
    }
    CHECK(values == std::vector<std::string>{"1", "1", "1"});

    window.close();
    window.open_again(window.folder() / "Proef.trialogue");
    CHECK(window.context().coder()->name == "Anna");
    CHECK(window.codings() == 3);
    auto& again = open_matrix(window);
    CHECK(wait_for([&] { return row_of(again, "Proactief") == "ouder 1; jongere 1; JIM 1; "; }));
    auto& view = window.open_source("T1_JIM");
    REQUIRE(view.codings().size() == 1);
    CHECK(view.text().view(*view.codings().front().span) == "Ik zei gewoon ja.");
    CHECK(study::check(window.context().study()).empty());
}
