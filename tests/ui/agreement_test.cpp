// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/agreement/agreement_page.h"

#include <catch2/catch.hpp>

#include "base/files.h"
#include "model/name_in.h"
#include "report/agreement/dispute_words.h"
#include "study/codings.h"
#include "study/settlements.h"
#include "study/verbs/marking.h"
#include "support/program.h"
#include "ui/agreement/agreement_actions.h"
#include "ui/agreement/agreement_tables.h"
#include "ui/agreement/dispute_text.h"
#include "ui/agreement/rule_dialog.h"
#include "ui/agreement/settling_panel.h"
#include "ui/frame/workspace.h"
#include "ui/kit/words.h"
#include "ui/native.h"
#include "ui/window.h"

using support::press_in_menu;
using support::settle;
using support::type_into_file_dialog;
using support::wait_for;
using support::Window;
using View = ui::AgreementPage::View;

namespace {

ui::AgreementPage& page_of(Window& window) {
    auto* page = dynamic_cast<ui::AgreementPage*>(window.frame().workspace()->page("agreement"));
    REQUIRE(page != nullptr);
    REQUIRE(wait_for([&] { return page->up_to_date(); }));
    settle();
    return *page;
}

ui::AgreementPage& open_agreement(Window& window) {
    window.run("page.agreement");
    return page_of(window);
}

/// Presses a key of settling in the list.
void press(Window& window, ui::AgreementPage& page, int key) {
    page.settling().SetFocus();
    settle();
    window.press(key);
    REQUIRE(wait_for([&] { return page.up_to_date(); }));
    settle();
}

std::vector<model::Settlement> settlements(Window& window) {
    return study::settlements::all(window.context().study());
}

}  // namespace

TEST_CASE(
    "In three clicks: the least reliable code, the passage that explains it, the cell that hangs on it") {
    Window window(1600, 1000);
    window.open_sample_study();
    // The first click opens the tab, whose first row is the least reliable code that has a value.
    auto& page = open_agreement(window);
    const auto& found = *page.findings();
    CHECK(page.view() == View::figures);
    double least = 2;
    std::string name;
    for (const auto& row : found.codes.rows) {
        const auto& value = row.figures.front().value;
        if (row.by != analysis::AgreementBy::code || !value.defined() || value.value >= least) continue;
        least = value.value;
        name = model::name_in(found.material->codebook.codes(), model::CodeId{row.id});
    }
    CHECK(page.grid().table().rows.front().label == name);
    // The second leads to its disagreements, the one with most cells first, with both codings and its effect.
    const auto cell = page.grid().rect_of({0, 0});
    window.double_click(page.grid(), {cell.x + cell.width / 2, cell.y + cell.height / 2});
    REQUIRE(wait_for([&] { return page.view() == View::disagreements; }));
    const auto* dispute = page.settling().current();
    REQUIRE(dispute != nullptr);
    const auto about = [&](const analysis::Dispute& one) {
        return std::any_of(one.codes.begin(), one.codes.end(), [&](model::CodeId code) {
            return model::name_in(found.material->codebook.codes(), code) == name;
        });
    };
    CHECK(about(*dispute));
    REQUIRE_FALSE(dispute->effect.empty());
    const std::string effect = page.settling().effect_line();
    CHECK(effect.find(model::name_in(found.material->codebook.codes(), dispute->effect[0].code) + " × ") !=
          std::string::npos);
    CHECK(page.settling().words().passages().size() ==
          dispute->codings[0].size() + dispute->codings[1].size());
    for (const std::size_t number : page.settling().listed()) CHECK(about(found.disputes.list[number - 1]));
    // The third goes to the passage in its transcript, where both coders' codings stand.
    const auto source = dispute->source;
    page.settling().go_there();
    REQUIRE(wait_for([&] { return window.frame().workspace()->current_transcript() != nullptr; }));
    CHECK(window.context().shown() == ui::Shown{ui::Shown::Kind::all, {}});
    CHECK(window.transcript().source().id == source);
}

TEST_CASE("Keys settle one disagreement after the other, and undo takes each back") {
    Window window(1600, 1000);
    window.open_sample_study();
    auto& page = open_agreement(window);
    window.run("page.settling");
    REQUIRE(wait_for([&] { return page.settling().current() != nullptr; }));
    const auto all = page.findings()->disputes.list.size();
    const auto first = page.settling().current()->number;
    const auto before = window.codings();
    page.settling().reason().SetValue("so told");
    press(window, page, '1');
    REQUIRE(settlements(window).size() == 1);
    CHECK(settlements(window)[0].decision == model::Decision::accept);
    CHECK(settlements(window)[0].reason == "so told");
    CHECK(settlements(window)[0].coder == window.context().coder()->id);
    CHECK(page.settling().reason().GetValue().empty());
    CHECK(page.findings()->disputes.open() == all - 1);
    const auto second = page.settling().current()->number;
    CHECK(second != first);
    press(window, page, 'L');
    CHECK(settlements(window).back().decision == model::Decision::later);
    CHECK(page.settling().current()->number != second);
    press(window, page, 'B');
    press(window, page, 'D');
    CHECK(settlements(window).size() == 4);
    CHECK(page.findings()->disputes.open() == all - 3);
    CHECK(page.settling().progress_line().find("3") != std::string::npos);
    for (int i = 0; i < 4; ++i) window.run("edit.undo");
    CHECK(settlements(window).empty());
    CHECK(window.codings() == before);
}

TEST_CASE("Words are selected and drawn anew in the settled layer") {
    Window window(1600, 1000);
    window.open_sample_study();
    auto& page = open_agreement(window);
    window.run("page.settling");
    REQUIRE(wait_for([&] { return page.settling().current() != nullptr; }));
    const auto dispute = *page.settling().current();
    press(window, page, 'N');
    CHECK(page.settling().words().selection() == dispute.span);
    window.press(WXK_LEFT, wxMOD_SHIFT);
    settle();
    REQUIRE(page.settling().words().selection());
    const auto drawn = *page.settling().words().selection();
    CHECK(drawn.begin == dispute.span.begin);
    CHECK(drawn.end < dispute.span.end);
    press(window, page, 'N');
    REQUIRE(settlements(window).size() == 1);
    const auto made = study::codings::get(window.context().study(), settlements(window)[0].outcomes);
    REQUIRE(made.size() == 1);
    CHECK(made[0].span == drawn);
    CHECK(made[0].layer == model::kSettledLayer);
    CHECK(made[0].code == dispute.codes.front());
}

TEST_CASE("A rule shows what it would settle before it settles it") {
    Window window(1600, 1000);
    window.open_sample_study();
    auto& page = open_agreement(window);
    window.run("page.settling");
    std::vector<analysis::Proposal> proposals;
    {
        ui::RuleDialog dialog(&window.frame(), *page.findings());
        CHECK(dialog.proposals().size() > 100);
        dialog.rule().SetSelection(2);
        wxCommandEvent event(wxEVT_CHOICE, dialog.rule().GetId());
        event.SetEventObject(&dialog.rule());
        dialog.rule().GetEventHandler()->ProcessEvent(event);
        dialog.under().SetValue(30);
        settle();
        proposals = dialog.proposals();
    }
    REQUIRE_FALSE(proposals.empty());
    CHECK(settlements(window).empty());
    page.settling().carry_out(proposals);
    REQUIRE(wait_for([&] { return page.up_to_date(); }));
    CHECK(settlements(window).size() == proposals.size());
    window.run("edit.undo");
    CHECK(settlements(window).empty());
}

TEST_CASE("Each cell of the confusion matrix and of the stability opens its list") {
    Window window(1600, 1000);
    window.open_sample_study();
    auto& page = open_agreement(window);
    page.show(View::stability);
    const auto& cells = page.findings()->stability.cells;
    CHECK(page.grid().table().rows.size() == cells.size());
    const auto hanging =
        std::find_if(cells.begin(), cells.end(), [](const auto& one) { return !one.open.empty(); });
    REQUIRE(hanging != cells.end());
    page.grid().set_cursor({static_cast<std::size_t>(hanging - cells.begin()), 0});
    page.grid().SetFocus();
    settle();
    window.press(WXK_RETURN);
    REQUIRE(wait_for([&] { return page.view() == View::disagreements; }));
    CHECK(page.settling().listed().size() >= hanging->open.size());

    page.show(View::confusion);
    const auto& confusion = page.findings()->confusions.front();
    const auto nothing = static_cast<int>(confusion.codes.size());
    REQUIRE(confusion.at(confusion.codes.front(), {}) != nullptr);
    page.grid().set_cursor({0, nothing});
    page.grid().SetFocus();
    settle();
    window.press(WXK_RETURN);
    REQUIRE(wait_for([&] { return page.view() == View::disagreements; }));
    CHECK_FALSE(page.settling().listed().empty());
}

TEST_CASE("What the tab shows is written to files, the plot as a picture and a drawing") {
    Window window(1600, 1000);
    window.open_sample_study();
    open_agreement(window);
    auto& workspace = *window.frame().workspace();
    for (const auto& [what, file] : std::map<std::string, std::string>{{"agreement", "a.xlsx"},
                                                                       {"plot", "p.svg"},
                                                                       {"disagreements", "d.csv"},
                                                                       {"stability", "s.xlsx"}}) {
        CHECK(ui::export_agreement(window.context(), workspace, what, window.folder().path() / file));
        CHECK(std::filesystem::file_size(window.folder().path() / file) > 500);
    }
    CHECK(ui::export_agreement(window.context(), workspace, "plot", window.folder().path() / "p.png"));
    CHECK(base::read_file(window.folder().path() / "p.png", 100000000).substr(1, 3) == "PNG");
    CHECK(base::read_file(window.folder().path() / "p.svg", 100000000).find("α") != std::string::npos);
}

TEST_CASE(
    "Only what parents said is compared, by keys, as on the command line; all of it again by one more") {
    Window window(1600, 1000);
    window.open_sample_study();
    auto& page = open_agreement(window);
    const auto all = page.findings()->codes.rows.back().units;
    window.focus(page.controls().participants_button());
    const auto press = [](int key) { return [key] { return press_in_menu(key); }; };
    // The first item is the role; of its values the second is the parents.
    window.meanwhile([&] { window.press(WXK_SPACE); },
                     {press(WXK_DOWN), press(WXK_RIGHT), press(WXK_DOWN), press(WXK_RETURN)});
    REQUIRE(wait_for([&] { return page.up_to_date() && page.choice().where.size() == 1; }));
    CHECK(page.choice().where[0].attribute == "role");
    CHECK(page.choice().where[0].value == "ouder");
    CHECK(page.findings()->codes.rows.back().units < all / 2);

    auto& workspace = *window.frame().workspace();
    const support::Program program;
    for (const std::string file : {"a.csv", "a.json"}) {
        REQUIRE(ui::export_agreement(window.context(), workspace, "agreement", window.folder() / file));
        REQUIRE(program.run({"agreement", window.study().string(), "--where", "role=ouder", "-o", file})
                    .exit_code == 0);
        CHECK(base::read_file(window.folder() / file, 100'000'000) == program.content(file));
    }
    // Disagreements are those about their words.
    window.run("page.settling");
    REQUIRE(page.settling().listed().size() > 10);
    CHECK(page.settling().listed().size() < page.findings()->disputes.list.size() / 2);
    for (const std::size_t number : page.settling().listed()) {
        const auto& dispute = page.findings()->disputes.list[number - 1];
        const std::string source = model::name_in(page.findings()->material->sources, dispute.source);
        CHECK((source.ends_with("moeder") || source.ends_with("vader") || source.ends_with("ouders")));
    }
    REQUIRE(page.controls().chips().size() == 1);
    window.focus(*page.controls().chips()[0]);
    window.press(WXK_SPACE);
    REQUIRE(wait_for([&] { return page.up_to_date() && page.choice().where.empty(); }));
    CHECK(page.controls().chips().empty());
    CHECK(page.controls().participants_button().HasFocus());
    CHECK(page.findings()->codes.rows.back().units == all);
    CHECK(page.settling().listed().size() == page.findings()->disputes.list.size());
}

TEST_CASE("The button of the report writes byte by byte what the command line writes") {
    Window window(1600, 1000);
    window.open_sample_study();
    auto& page = open_agreement(window);
    window.settings().set("export/folder", window.folder().path().string());
    SECTION("as it is at first") {}
    SECTION("by turns") {
        window.focus(page.controls().unit());
        for (int i = 0; i < 3; ++i) window.press(WXK_DOWN);
        REQUIRE(wait_for([&] { return page.up_to_date(); }));
        REQUIRE(page.choice().unit == analysis::Unit::turn);
    }
    const bool turns = page.choice().unit == analysis::Unit::turn;
    const support::Program program;
    const std::vector<std::string> options =
        turns ? std::vector<std::string>{"--unit", "turn"} : std::vector<std::string>{};
    for (const std::string ending : {".html", ".xlsx", ".csv", ".json"}) {
        const std::string name = "report" + ending;
        window.focus(page.controls().export_button());
        window.meanwhile([&] { window.press(WXK_SPACE); },
                         {[&] { return press_in_menu(WXK_DOWN); }, [&] { return press_in_menu(WXK_RETURN); },
                          [&] { return type_into_file_dialog(name); }});
        INFO(name);
        REQUIRE(wait_for([&] { return std::filesystem::exists(window.folder() / name); }));
        std::vector<std::string> words{"audit", window.study().string(), "-o", name};
        words.insert(words.end(), options.begin(), options.end());
        REQUIRE(program.run(words).exit_code == 0);
        CHECK(base::read_file(window.folder() / name, 100'000'000) == program.content(name));
    }
}

TEST_CASE("A study that one person codes says so, and shows no figure") {
    Window window;
    window.open_small_study();
    window.run("page.agreement");
    auto* page = dynamic_cast<ui::AgreementPage*>(window.frame().workspace()->page("agreement"));
    REQUIRE(page != nullptr);
    settle();
    CHECK(page->findings() == nullptr);
    CHECK(page->headline().find("two coders") != std::string::npos);
}

TEST_CASE(
    "In a small window panes make way for the table, come back with the text, and are there next time") {
    Window window(1280, 800);
    window.open_sample_study();
    window.open_source("T1_JIM");
    REQUIRE(window.frame().pane_shown("sources"));
    auto& page = open_agreement(window);
    CHECK(wait_for([&] { return page.GetSize().x > 1200; }));
    CHECK_FALSE(window.frame().pane_shown("sources"));
    page.grid().SetFocus();
    REQUIRE(wait_for([&] { return page.grid().HasFocus(); }));
    window.press(WXK_HOME, wxMOD_CONTROL);
    window.press(WXK_RETURN);
    CHECK(wait_for([&] { return page.view() == View::disagreements; }));
    SECTION("with the text") {
        window.open_source("T1_JIM");
        CHECK(wait_for(
            [&] { return window.frame().pane_shown("sources") && window.frame().pane_shown("codebook"); }));
    }
    SECTION("at the next start") {
        window.close();
        window.open_again(window.study());
        window.open_source("T1_JIM");
        CHECK(wait_for([&] { return window.frame().pane_shown("sources"); }));
    }
}

TEST_CASE("The plot follows agreement as sources were finished, once there are two steps") {
    Window window(1600, 900);
    window.open_small_study();
    const auto finish = [&](const char* source) {
        const auto id = window.source(source);
        for (const char* coder : {"Anna", "Bram"}) {
            window.context().change("mark", {}, [&](study::Edit& edit) {
                study::verbs::mark(edit, id, study::verbs::hand(edit, coder), model::Mark::coded);
            });
        }
    };
    finish("T1_jongere");
    auto& page = open_agreement(window);
    CHECK(page.findings()->trend.size() == 1);
    finish("T1_JIM");
    REQUIRE(wait_for([&] { return page.up_to_date() && page.findings()->trend.size() == 2; }, 20000));
    CHECK(page.findings()->trend[0].sources == std::vector{window.source("T1_jongere")});
    std::vector<std::string> labels;
    for (const auto& line : ui::forest_lines(*page.findings())) labels.push_back(line.label);
    const auto heading = std::find(labels.begin(), labels.end(), "As sources were finished");
    REQUIRE(heading != labels.end());
    CHECK((heading + 1)->starts_with("1 source, until 20"));
}
