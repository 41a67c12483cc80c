// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>

#include "report/history/sentence.h"
#include "study/history.h"
#include "study/saved_searches.h"
#include "study/settings.h"
#include "study/sources.h"
#include "ui/kit/words.h"
#include "ui/search/completion_popup.h"
#include "ui/search/counts_tab.h"
#include "ui/search/find_bar.h"
#include "ui/search/hit_list.h"
#include "ui/search/hits_tab.h"
#include "ui/search/query_field.h"
#include "ui/search/search_pane.h"
#include "ui/search/words_tab.h"
#include "ui/searching.h"
#include "ui/transcript/quick_code.h"
#include "ui/window.h"

using support::wait_for;
using support::Window;
using ui::HitList;

using support::ask;
using support::Cache;
using support::open_search;

TEST_CASE("Ctrl+Shift+F searches the study while one types, and Enter goes to the text") {
    const Cache cache;
    Window window;
    window.open_sample_study();
    auto& pane = open_search(window);
    window.type("school");
    auto& list = pane.hits().list();
    REQUIRE(wait_for([&] { return list.rows() > 5; }));
    CHECK(pane.totals().find("hits") != std::string::npos);
    CHECK(list.cell(0, HitList::kMatch).find("chool") != std::string::npos);
    CHECK(!list.cell(0, HitList::kSource).empty());
    CHECK(!list.cell(0, HitList::kTurn).empty());
    CHECK(!list.cell(0, HitList::kParticipant).empty());
    window.press(WXK_ESCAPE);  // proposals, where there are any
    if (pane.field().query().empty()) ask(pane, "school");
    window.press(WXK_RETURN);
    REQUIRE(wait_for([&] { return pane.hits().list().chosen().has_value(); }));
    window.press(WXK_RETURN);
    REQUIRE(wait_for([&] { return !window.transcript().selection().empty(); }));
    auto& view = window.transcript();
    CHECK(view.source().name == list.cell(0, HitList::kSource));
    CHECK(std::string(view.text().view(view.selection())) == list.cell(0, HitList::kMatch));
    REQUIRE(wait_for([&] { return !view.words().hits().empty(); }));
    // F3 goes on from hit to hit, over the ends of texts, and Shift+F3 back, over the first to the last.
    for (std::size_t row = 1; row < 8; ++row) {
        window.press(WXK_F3);
        REQUIRE(wait_for([&] {
            auto& there = window.transcript();
            return there.source().name == list.cell(row, HitList::kSource) &&
                   std::string(there.text().view(there.selection())) == list.cell(row, HitList::kMatch);
        }));
    }
    for (int i = 0; i < 8; ++i) window.press(WXK_F3, wxMOD_SHIFT);
    REQUIRE(wait_for(
        [&] { return window.transcript().source().name == list.cell(list.rows() - 1, HitList::kSource); }));
}

TEST_CASE("Ctrl+F searches in the open text alone, and Esc takes the marks away") {
    const Cache cache;
    Window window;
    window.open_sample_study();
    auto& view = window.open_source("T1_moeder");
    window.press('F', wxMOD_CONTROL);
    auto* bar = dynamic_cast<ui::FindBar*>(view.bar());
    REQUIRE(bar != nullptr);
    REQUIRE(wait_for([&] { return bar->field().field().HasFocus(); }));
    window.type("jordi");
    REQUIRE(wait_for([&] { return !view.words().hits().empty(); }));
    const auto hits = view.words().hits();
    for (const auto& hit : hits) CHECK(std::string(view.text().view(hit)).substr(0, 5) == "Jordi");
    window.press(WXK_F3);
    REQUIRE(wait_for([&] { return view.selection() == hits.front(); }));
    CHECK(bar->count() == "1 of " + std::to_string(hits.size()));
    window.press(WXK_F3, wxMOD_SHIFT);
    REQUIRE(wait_for([&] { return view.selection() == hits.back(); }));
    bar->field().SetFocus();
    REQUIRE(wait_for([&] { return bar->field().field().HasFocus(); }));
    bar->field().popup().close();
    window.press(WXK_ESCAPE);
    CHECK_FALSE(bar->IsShown());
    REQUIRE(wait_for([&] { return view.words().hits().empty(); }));
}

TEST_CASE("the search stands there again at the next start where it stood at the end of the last") {
    const Cache cache;
    Window window;
    window.open_sample_study();
    const auto study = window.study();
    CHECK_FALSE(window.frame().pane_shown("search"));
    open_search(window);
    window.close();
    window.open_again(study);
    REQUIRE(window.frame().pane_shown("search"));
    auto* pane = dynamic_cast<ui::SearchPane*>(window.frame().pane("search"));
    REQUIRE(pane != nullptr);
    REQUIRE(wait_for([&] { return pane->IsShownOnScreen() && pane->GetSize().y > 100; }));
    ask(*pane, "school");
    CHECK(pane->hits().list().rows() > 5);
    window.run("view.search");
    REQUIRE_FALSE(window.frame().pane_shown("search"));
    window.close();
    window.open_again(study);
    CHECK_FALSE(window.frame().pane_shown("search"));
    CHECK(window.frame().pane("search") == nullptr);
}

TEST_CASE(
    "the passage that would be coded stands below the hits where one is chosen, and no empty field before") {
    const Cache cache;
    Window window;
    window.open_sample_study();
    auto& pane = open_search(window);
    ask(pane, "school");
    auto& tab = pane.hits();
    REQUIRE(tab.list().rows() > 5);
    CHECK(tab.preview().empty());
    const int room = tab.GetSize().y - tab.list().GetPosition().y - tab.list().GetSize().y;
    CHECK(room < 20);
    tab.SetFocus();
    REQUIRE(wait_for([&] { return tab.preview() == tab.list().cell(0, HitList::kMatch); }));
    support::settle();
    CHECK(tab.GetSize().y - tab.list().GetPosition().y - tab.list().GetSize().y > 40);
    ask(pane, "niets");
    ask(pane, "zeppelin");
    CHECK(tab.preview().empty());
    CHECK(tab.GetSize().y - tab.list().GetPosition().y - tab.list().GetSize().y < 20);
}

TEST_CASE("a query that is wrong is told at its place, and a word that stands nowhere is answered") {
    const Cache cache;
    Window window;
    window.open_sample_study();
    auto& pane = open_search(window);
    ask(pane, "school role:ouders");
    CHECK(pane.field().state().find("ouders") != std::string::npos);
    CHECK(pane.hits().list().rows() == 0);
    window.press(WXK_RETURN);
    CHECK(ui::utf8(pane.field().field().GetStringSelection()) == "role:ouders");
    ask(pane, "rol:ouder school");
    CHECK(pane.field().state() == "Understood as: role:ouder AND school");
    ask(pane, "schoool");
    REQUIRE(!pane.proposals().empty());
    wxCommandEvent press(wxEVT_BUTTON, pane.proposals().front()->GetId());
    pane.proposals().front()->GetEventHandler()->ProcessEvent(press);
    REQUIRE(wait_for([&] { return pane.field().query() == "school"; }));
    CHECK(wait_for([&] { return pane.hits().list().rows() > 0; }));
}

TEST_CASE("names and words are completed by Tab") {
    const Cache cache;
    Window window;
    window.open_sample_study();
    auto& pane = open_search(window);
    window.type("role:ou");
    REQUIRE(wait_for([&] { return pane.field().popup().IsShown(); }));
    window.press(WXK_TAB);
    CHECK(pane.field().query() == "role:ouder");
}

TEST_CASE("checked hits are coded as one change, with the query in the history, and one undo takes it back") {
    const Cache cache;
    Window window;
    window.open_sample_study();
    auto& pane = open_search(window);
    ask(pane, "role:ouder school");
    auto& tab = pane.hits();
    REQUIRE(tab.list().rows() > 3);
    const auto before = window.codings();
    tab.list().check(0, true);
    tab.list().check(2, true);
    tab.expand().SetSelection(2);  // the sentence
    wxCommandEvent chosen(wxEVT_CHOICE, tab.expand().GetId());
    tab.expand().GetEventHandler()->ProcessEvent(chosen);
    window.press(WXK_RETURN, wxMOD_CONTROL | wxMOD_SHIFT);
    REQUIRE(wait_for([&] { return tab.quick_code().IsShown() && tab.quick_code().field().HasFocus(); }));
    window.type("Praktische hulp");
    window.press(WXK_RETURN);
    REQUIRE(wait_for([&] { return window.codings() == before + 2; }));
    const auto newest = study::History(window.context().study()).newest(1);
    REQUIRE(newest.size() == 1);
    const auto sentence = report::HistorySentences(window.context().study()).sentence(newest.front());
    CHECK(sentence.find("Coded by search") == 0);
    CHECK(sentence.find("role:ouder AND school") != std::string::npos);
    // The same hits stay listed and checked.
    support::settle();
    CHECK(tab.list().checked().size() == 2);
    window.run("edit.undo");
    CHECK(window.codings() == before);
}

TEST_CASE("counts lead to hits, two roles are compared, and searches are saved") {
    const Cache cache;
    Window window(1900, 1000);
    window.open_sample_study();
    auto& pane = open_search(window);
    ask(pane, "school");
    pane.save("Over school");
    CHECK(study::saved_searches(window.context().study()) ==
          std::vector<study::SavedSearch>{{"Over school", "school"}});
    pane.tabs().SetSelection(1);
    pane.counts().choose(ui::CountsTab::Show::groups, "role");
    REQUIRE(pane.counts().table().rows.size() >= 3);
    CHECK(pane.counts().table().title.find("school") != std::string::npos);
    pane.counts().compare("jongere", "ouder");
    CHECK(pane.counts().table().rows.size() == 6);
    pane.counts().choose(ui::CountsTab::Show::table, "role");
    CHECK(pane.counts().table().columns.size() >= 3);
}

TEST_CASE("words are counted by role and a word leads to where it is said") {
    const Cache cache;
    Window window(1900, 1000);
    window.open_sample_study();
    auto& pane = open_search(window);
    pane.tabs().SetSelection(2);
    REQUIRE(wait_for([&] { return pane.words().is_counted(); }, 20000));
    REQUIRE(pane.words().listing().rows.size() > 100);
    pane.words().compare("jongere", "ouder");
    REQUIRE(wait_for([&] { return pane.words().is_counted(); }, 20000));
    CHECK(pane.words().listing().columns[2].title == "G²");
    pane.words().open(0);
    CHECK(pane.tabs().GetSelection() == 0);
    CHECK(wait_for([&] { return pane.hits().list().rows() > 0; }));
}

TEST_CASE("a key stroke in the sample study is answered at once") {
    const Cache cache;
    Window window;
    window.open_sample_study();
    ui::Finding finding(window.context(), &window.frame());
    static_cast<void>(finding.search());
    REQUIRE(wait_for([&] { return finding.scanned() == 0; }, 20'000));
    std::vector<double> times;
    for (const std::string query : {"s", "sc", "sch", "scho", "schoo", "school", "school N",
                                    "role:ouder school", "hulp NEAR/5 school", "w?rd", "ver*", "*moeder"}) {
        finding.ask(query);
        times.push_back(finding.asked_in());
    }
    std::sort(times.begin(), times.end());
    CHECK(times[times.size() / 2] < 2);
}
