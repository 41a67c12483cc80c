// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>

#include "report/history_sentence.h"
#include "study/history.h"
#include "study/saved_searches.h"
#include "study/settings.h"
#include "study/sources.h"
#include "study/verbs/coding.h"
#include "study/verbs/replace_text.h"
#include "text/tokens.h"
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
    CHECK(pane.hits().list().rows() > 0);
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

TEST_CASE("coding and undoing while hits are shown leave the hits true") {
    const Cache cache;
    Window window;
    window.open_sample_study();
    auto& pane = open_search(window);
    ask(pane, "school NOT code:*");
    const auto all = pane.hits().list().rows();
    REQUIRE(all > 2);
    const auto hit = window.context().codebook().codes().back().id;
    const std::string source_name = pane.hits().list().cell(0, HitList::kSource);
    const auto source = window.source(source_name);
    const auto text = study::sources::text(window.context().study(),
                                           study::sources::get(window.context().study(), source).text);
    window.context().change("code", {}, [&](study::Edit& edit) {
        study::verbs::code(edit, source, text.whole(), hit, window.context().hand());
    });
    REQUIRE(wait_for([&] { return pane.hits().list().rows() < all; }));
    window.run("edit.undo");
    REQUIRE(wait_for([&] { return pane.hits().list().rows() == all; }));
}

TEST_CASE("while the study is coded blind, a search by code shows no coding of others") {
    const Cache cache;
    Window window;
    window.open_sample_study();
    auto& pane = open_search(window);
    ask(pane, "code:*");
    REQUIRE(pane.hits().list().rows() > 0);
    window.context().set_coder("Iemand Nieuw");
    window.context().set_blind(true);
    REQUIRE(wait_for([&] { return pane.hits().list().rows() == 0; }));
    window.context().set_blind(false);
    REQUIRE(wait_for([&] { return pane.hits().list().rows() > 0; }));
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
    CHECK(pane.hits().list().rows() > 0);
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

TEST_CASE("the index is kept beside the window, and leaves the study one plain file") {
    const Cache cache;
    Window window;
    window.open_sample_study();
    const auto study = window.study();
    auto& pane = open_search(window);
    ask(pane, "school");
    const auto all = pane.hits().list().rows();
    const auto folder = cache.folder / "trialogue" / window.context().study().guid().to_string();
    // Until it is there the texts are read, and the line says so.
    REQUIRE(wait_for([&] { return std::filesystem::exists(folder / "iamglass"); }, 20'000));
    REQUIRE(wait_for([&] { return pane.totals().find("index") == std::string::npos; }, 20'000));
    ask(pane, "moeder");
    ask(pane, "school");
    CHECK(pane.hits().list().rows() == all);
    // A text that changes is found at once, and taken up a moment later.
    const auto source = study::sources::get(window.context().study(), window.source("T1_moeder"));
    window.context().change("import", {}, [&](study::Edit& edit) {
        study::verbs::SourceDraft draft;
        draft.name = source.name;
        draft.origin = source.origin;
        draft.content.text =
            text::Text("[00:00:11] I: Hoe was het?\n[00:00:12] M: Zeppelin school zeppelin.\n");
        draft.content.turns = text::detect_turns(draft.content.text);
        auto updated = source;
        study::verbs::replace_text(edit, updated, draft);
    });
    ask(pane, "zeppelin");
    CHECK(pane.hits().list().rows() == 2);
    REQUIRE(wait_for([&] { return pane.totals().find("index") == std::string::npos; }, 20'000));
    window.close();
    CHECK_FALSE(std::filesystem::exists(study.string() + "-wal"));
    const auto header = support::content_of(study).substr(0, 20);
    CHECK(static_cast<int>(header[18]) == 1);
    CHECK(static_cast<int>(header[19]) == 1);
    CHECK(std::filesystem::exists(folder / "seal"));
}

TEST_CASE("an index folder that goes or may not be written to leaves the search as it is") {
    const Cache cache;
    Window window;
    window.open_sample_study();
    auto& pane = open_search(window);
    ask(pane, "school");
    const auto all = pane.hits().list().rows();
    wait_for([] { return false; }, 1500);  // the index is written
    REQUIRE(std::filesystem::exists(cache.folder / "trialogue"));
    std::filesystem::remove_all(cache.folder / "trialogue");
    ask(pane, "moeder");
    ask(pane, "school");
    CHECK(pane.hits().list().rows() == all);
}

namespace {

/// What is said with a word that begins so, counted from the texts: where, by triad and role.
struct Said {
    std::size_t near_school_uncoded = 0;  ///< by parents, with a word of school at most ten words away
    std::map<std::string, std::map<std::string, int>> by_role;  ///< triad, role
};

bool begins(const text::Text& text, const text::Span& word, const std::string& with) {
    return text::folded(text.view(word)).starts_with(with);
}

Said said_in(Window& window, const std::string& with) {
    Said said;
    auto& study = window.context().study();
    const auto& material = window.context().material();
    for (const auto& counted : material.sources) {
        const auto source = study::sources::get(study, counted.id);
        const auto text = study::sources::text(study, source.text);
        for (const auto& turn : source.turns) {
            const auto speaker = std::find_if(source.speakers.begin(), source.speakers.end(),
                                              [&](const auto& one) { return one.id == turn.speaker; });
            if (speaker->participants.size() != 1) continue;
            const auto person =
                std::find_if(material.participants.begin(), material.participants.end(),
                             [&](const auto& one) { return one.id == speaker->participants.front(); });
            const auto name_in = [](const auto& all, auto id) {
                return std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.id == id; })
                    ->name;
            };
            const std::string role = name_in(material.roles, person->role);
            const text::Text body{std::string(text.view({turn.body, turn.span.end}))};
            const auto words = text::words(body);
            for (std::size_t i = 0; i < words.size(); ++i) {
                if (!begins(body, words[i], with)) continue;
                ++said.by_role[name_in(material.triads, person->triad)][role];
                for (std::size_t k = 0; k < words.size(); ++k) {
                    if (!begins(body, words[k], "school") || std::max(i, k) - std::min(i, k) > 10) continue;
                    const text::Span hit{turn.body + std::min(words[i].begin, words[k].begin),
                                         turn.body + std::max(words[i].end, words[k].end)};
                    const bool coded = std::any_of(counted.codings.begin(), counted.codings.end(),
                                                   [&](const auto& one) { return one.span.contains(hit); });
                    if (role == "ouder" && !coded) ++said.near_school_uncoded;
                }
            }
        }
    }
    return said;
}

}  // namespace

TEST_CASE("where do parents speak of vertrouwen near school, outside what is coded: by typing") {
    const Cache cache;
    Window window(1900, 1000);
    window.open_sample_study();
    const auto expected = said_in(window, "vertrouw").near_school_uncoded;
    REQUIRE(expected >= 2);
    auto& pane = open_search(window);
    window.type("role:ouder vertrouwen NEAR/10 school NOT code:*");
    REQUIRE(wait_for([&] { return pane.field().query().ends_with("NOT code:*"); }));
    auto& list = pane.hits().list();
    REQUIRE(wait_for([&] { return list.rows() == expected; }));
    for (std::size_t row = 0; row < list.rows(); ++row) {
        const std::string match = text::folded(list.cell(row, HitList::kMatch));
        CHECK(match.find("vertrouw") != std::string::npos);
        CHECK(match.find("school") != std::string::npos);
        CHECK(list.cell(row, HitList::kRole) == "ouder");
    }
    // Coding one of them takes it out of the answer.
    window.press(WXK_ESCAPE);
    if (pane.field().query().empty()) ask(pane, "role:ouder vertrouwen NEAR/10 school NOT code:*");
    window.press(WXK_RETURN);
    REQUIRE(wait_for([&] { return list.chosen().has_value(); }));
    window.press(WXK_SPACE);
    REQUIRE(wait_for([&] { return list.checked().size() == 1; }));
    window.press(WXK_RETURN, wxMOD_CONTROL | wxMOD_SHIFT);
    REQUIRE(wait_for([&] { return pane.hits().quick_code().field().HasFocus(); }));
    window.type("Persoonlijke");
    window.press(WXK_RETURN);
    REQUIRE(wait_for([&] { return list.rows() == expected - 1; }));
    window.run("edit.undo");
    REQUIRE(wait_for([&] { return list.rows() == expected; }));
}

TEST_CASE("in which triads does the youth speak of vertrouwen and the parent not: by typing") {
    const Cache cache;
    Window window(1900, 1000);
    window.open_sample_study();
    auto said = said_in(window, "vertrouw");
    auto& pane = open_search(window);
    window.type("vertrouwen");
    REQUIRE(wait_for([&] { return pane.hits().list().rows() > 5; }));
    pane.tabs().SetSelection(1);
    pane.counts().compare("jongere", "ouder");
    REQUIRE(wait_for([&] { return pane.counts().table().rows.size() == 6; }));
    std::size_t youth_alone = 0;
    for (std::size_t row = 0; row < 6; ++row) {
        const auto& cells = pane.counts().table().cells[row];
        auto& here = said.by_role[pane.counts().table().rows[row].label];
        CHECK(static_cast<int>(cells[1].number) == here["jongere"]);
        CHECK(static_cast<int>(cells[2].number) == here["ouder"]);
        const bool alone = here["jongere"] > 0 && here["ouder"] == 0;
        CHECK((cells[0].text == "jongere yes, ouder no") == alone);
        if (alone) ++youth_alone;
    }
    CHECK(youth_alone >= 2);
}
