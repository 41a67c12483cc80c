// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "report/new_study.h"
#include "study/codings.h"
#include "study/sources.h"
#include "study/verbs/coding.h"
#include "study/verbs/marking.h"
#include "study/verbs/people.h"
#include "ui/frame/workspace.h"
#include "ui/sources/participant_dialog.h"
#include "ui/sources/source_actions.h"
#include "ui/sources/sources_pane.h"
#include "ui/window.h"

using support::settle;
using support::wait_for;
using support::Window;
using ui::SourceTree;

namespace {

ui::SourcesPane& pane_of(Window& window) {
    auto* pane = dynamic_cast<ui::SourcesPane*>(window.frame().pane("sources"));
    REQUIRE(pane != nullptr);
    return *pane;
}

/// The rows as a reader sees them, with two blanks for each step to the right.
std::vector<std::string> lines(const SourceTree& tree, const wxDataViewItem& within = {},
                               const std::string& indent = {}) {
    std::vector<std::string> found;
    wxDataViewItemArray children;
    tree.GetChildren(within, children);
    for (const auto& row : children) {
        found.push_back(indent + tree.text(row, SourceTree::kName));
        for (auto& line : lines(tree, row, indent + "  ")) found.push_back(std::move(line));
    }
    return found;
}

std::string codings_of(Window& window, const std::string& source) {
    const auto& tree = pane_of(window).tree();
    return tree.text(tree.item_of(window.source(source)), SourceTree::kCodings);
}

}  // namespace

TEST_CASE("the pane shows triads, their participants and the interviews") {
    Window window;
    window.open_small_study();
    auto& pane = pane_of(window);
    CHECK(lines(pane.tree()) == std::vector<std::string>{"T1", "  T1-moeder · ouder", "    T1_moeder",
                                                         "  T1-jongere", "    T1_jongere", "  T1-JIM",
                                                         "    T1_JIM"});
    CHECK(codings_of(window, "T1_moeder") == "2");
    CHECK(codings_of(window, "T1_JIM").empty());
    pane.show_list(true);
    CHECK(lines(pane.tree()) == std::vector<std::string>{"T1_JIM", "T1_jongere", "T1_moeder"});
}

TEST_CASE("the numbers in the pane follow each coding and each coder without new rows") {
    Window window;
    window.open_small_study();
    const auto& tree = pane_of(window).tree();
    const auto row = tree.item_of(window.source("T1_jongere"));
    CHECK(codings_of(window, "T1_jongere") == "1");
    const auto code = window.context().codebook().resolve("Plichten/Hulp").id;
    REQUIRE(window.context().change("code", {}, [&](study::Edit& edit) {
        study::verbs::code(edit, window.source("T1_jongere"), study::verbs::Quote{"Oké, doei.", {}, ""}, code,
                           window.context().hand());
        study::verbs::mark(edit, window.source("T1_jongere"), window.context().hand(), model::Mark::coded);
    }));
    CHECK(codings_of(window, "T1_jongere") == "2");
    CHECK(tree.text(row, SourceTree::kMark) == "●");
    CHECK(tree.item_of(window.source("T1_jongere")) == row);
    window.context().set_coder("Bram");
    CHECK(codings_of(window, "T1_jongere") == "1");
    CHECK(codings_of(window, "T1_moeder").empty());
}

TEST_CASE("the filter of the pane finds sources by name, role and triad as one types") {
    Window window;
    window.open_sample_study();
    auto& pane = pane_of(window);
    const auto all = pane.tree().source_rows();
    window.focus(pane.filter());
    window.type("t3");
    REQUIRE(wait_for([&] { return pane.tree().source_rows() < all; }));
    CHECK(pane.tree().source_rows() == 3);
    window.type(" JIM");
    REQUIRE(wait_for([&] { return pane.tree().source_rows() == 1; }));
    CHECK(lines(pane.tree()) == std::vector<std::string>{"T3", "  T3-JIM", "    T3_JIM"});
    SECTION("Enter after an arrow key opens what was found") {
        window.press(WXK_DOWN);
        window.press(WXK_DOWN);
        window.press(WXK_DOWN);
        window.press(WXK_RETURN);
        REQUIRE(wait_for([&] {
            const auto* view = window.frame().workspace()->current_transcript();
            return view != nullptr && view->source().name == "T3_JIM";
        }));
    }
    SECTION("Esc takes it away") {
        window.press(WXK_ESCAPE);
        CHECK(wait_for([&] { return pane.tree().source_rows() == all; }));
    }
}

TEST_CASE("what is chosen in the pane stays chosen when people and sources change") {
    Window window;
    window.open_small_study();
    auto& pane = pane_of(window);
    const auto jim = window.source("T1_JIM");
    pane.choose(jim);
    REQUIRE(pane.chosen() == std::vector<model::SourceId>{jim});
    REQUIRE(window.context().change("rename_source", {}, [&](study::Edit& edit) {
        study::verbs::rename_source(edit, jim, "T1 JIM (anders)");
        study::verbs::remove_source(edit, window.source("T1_moeder"));
    }));
    settle();
    CHECK(pane.chosen() == std::vector<model::SourceId>{jim});
    CHECK(lines(pane.tree()).back() == "    T1 JIM (anders)");
}

TEST_CASE("F2 renames the chosen source, and Esc does not") {
    Window window;
    window.open_small_study();
    auto& pane = pane_of(window);
    pane.choose(window.source("T1_JIM"));
    window.focus(pane.rows());
    window.press(WXK_F2);
    settle();
    window.press('A', wxMOD_CONTROL);
    window.type("Oom");
    window.press(WXK_RETURN);
    CHECK(wait_for([&] { return lines(pane.tree()).back() == "    Oom"; }));
    CHECK(wait_for([&] { return pane.rows().HasFocus(); }));
    window.press(WXK_F2);
    window.type("Tante");
    window.press(WXK_ESCAPE);
    CHECK(wait_for([&] { return pane.rows().HasFocus(); }));
    CHECK(lines(pane.tree()).back() == "    Oom");
}

TEST_CASE("a source without participant stands apart until somebody is named") {
    Window window;
    window.open_small_study();
    REQUIRE(window.context().change("remove_participant", {}, [&](study::Edit& edit) {
        for (const auto& one : window.context().material().participants) {
            if (one.name == "T1-JIM") study::verbs::remove_participant(edit, one.id);
        }
    }));
    const auto shown = lines(pane_of(window).tree());
    REQUIRE(shown.size() >= 2);
    CHECK(shown[shown.size() - 2] == "Without participant");
    CHECK(shown.back() == "  T1_JIM");
}

TEST_CASE("the dialog of a participant makes one change of all that was typed") {
    Window window;
    window.open_small_study();
    model::Participant jim;
    for (const auto& one : window.context().material().participants) {
        if (one.name == "T1-JIM") jim = one;
    }
    ui::ParticipantDialog dialog(&window.frame(), window.context(), jim);
    dialog.name().SetValue("Oom Ruud");
    dialog.triad().SetValue("T9");
    dialog.value(0).SetValue("52");
    REQUIRE(dialog.apply());
    const auto shown = lines(pane_of(window).tree());
    CHECK(std::find(shown.begin(), shown.end(), "T9") != shown.end());
    CHECK(std::find(shown.begin(), shown.end(), "  Oom Ruud · JIM") != shown.end());
    window.run("edit.undo");
    CHECK(wait_for([&] {
        const auto now = lines(pane_of(window).tree());
        return std::find(now.begin(), now.end(), "  T1-JIM") != now.end();
    }));
    SECTION("and tells what is wrong without closing") {
        dialog.value(0).SetValue("oud");
        CHECK_FALSE(dialog.apply());
    }
}

TEST_CASE("actions of the pane say why they cannot be done") {
    Window window;
    window.open_small_study();
    auto& pane = pane_of(window);
    pane.rows().UnselectAll();
    for (const char* id : {"source.open", "source.rename", "source.remove", "source.participant"}) {
        CAPTURE(id);
        CHECK_FALSE(window.frame().actions().at(id).why_not().empty());
    }
    pane.choose(window.source("T1_JIM"));
    for (const auto& id : ui::source_menu(window.frame().actions())) {
        if (!window.frame().actions().has(id) || !window.frame().actions().at(id).why_not) continue;
        CAPTURE(id);
        // A further round begins behind a finished one.
        CHECK(window.frame().actions().at(id).why_not().empty() == (id != "source.again"));
    }
    window.run("source.coded");
    CHECK(wait_for([&] { return window.frame().actions().at("source.coded").checked(); }));
    CHECK(window.frame().actions().at("source.again").why_not().empty());
}
