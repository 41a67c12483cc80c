// SPDX-License-Identifier: GPL-3.0-or-later
//
// A study with more hits than a list shows at a time, and so much text that counting it takes longer than one
// waits.
#include <catch2/catch.hpp>
#include <chrono>

#include "search/ordering.h"
#include "study/edit.h"
#include "study/verbs/import.h"
#include "study/verbs/people.h"
#include "text/turns.h"
#include "ui/search/counting.h"
#include "ui/search/counts_tab.h"
#include "ui/search/hit_list.h"
#include "ui/search/hits_tab.h"
#include "ui/searching.h"

using support::ask;
using support::Cache;
using support::open_search;
using support::wait_for;
using support::Window;
using ui::HitList;

namespace {

constexpr int kSources = 120, kTurns = 500;

/// 120 interviews of 50,000 characters; M says "school" in each of his turns, after one of seven words.
void make_large_study(const std::filesystem::path& path) {
    const auto study = study::Study::create(path, "Large", "nl");
    study::Edit edit(*study, "import");
    for (int source = 0; source < kSources; ++source) {
        std::string text = fmt::format("Gesprek {}\n", source);
        for (int turn = 0; turn < kTurns; ++turn) {
            static const std::vector<std::string> kWords{"de",  "een",  "zijn",  "haar",
                                                         "die", "oude", "nieuwe"};
            const auto& word = kWords[static_cast<std::size_t>(turn * 31 + source) % kWords.size()];
            text += turn % 2 == 0
                        ? "I: En hoe ging het toen verder, kun je daar nog iets meer over vertellen?\n"
                        : "M: Ja, toen ging hij elke dag weer naar " + word +
                              " school toe, en dat ging eigenlijk best wel heel goed.\n";
        }
        study::verbs::SourceDraft draft;
        draft.name = fmt::format("Interview {:03}", source);
        draft.origin = draft.name + ".txt";
        draft.content.text = text::Text(text);
        draft.content.turns = text::detect_turns(draft.content.text);
        const auto id = study::verbs::import_source(edit, draft, false).source;
        const auto who = study::verbs::ensure_participant(edit, fmt::format("P{}", source),
                                                          source % 2 == 0 ? "jongere" : "ouder",
                                                          fmt::format("T{}", source / 2));
        study::verbs::set_speaker(edit, id, "M", {text::SpeakerKind::participant, {who}});
        study::verbs::set_speaker(edit, id, "I", {text::SpeakerKind::interviewer, {}});
    }
    edit.commit();
}

template <class Work>
double milliseconds(const Work& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

}  // namespace

TEST_CASE(
    "hits beyond what a list shows are reached page by page, sorted and counted without stopping the "
    "window") {
    const Cache cache;
    Window window(1600, 900);
    make_large_study(window.folder() / "large.trialogue");
    window.open(window.folder() / "large.trialogue");
    window.context().set_coder("Anna");
    auto& pane = open_search(window);
    ask(pane, "school");
    auto& tab = pane.hits();
    auto& list = tab.list();
    constexpr std::size_t kHits = std::size_t{kSources} * kTurns / 2;
    REQUIRE(kHits > 2 * HitList::kPage);
    REQUIRE(wait_for([&] { return pane.totals().starts_with(std::to_string(kHits) + " hits"); }, 60'000));

    // Page by page.
    CHECK(list.rows() == HitList::kPage);
    CHECK(tab.page() == fmt::format("Hits 1 to 10000 of {}", kHits));
    tab.turn(true);
    tab.turn(true);
    CHECK(tab.page() == fmt::format("Hits 20001 to {} of {}", kHits, kHits));
    CHECK(list.rows() == kHits - 2 * HitList::kPage);
    CHECK(list.cell(0, HitList::kSource) == "Interview 080");
    tab.turn(true);
    CHECK(list.first() == 2 * HitList::kPage);
    // F3 turns to the page of the hit.
    window.open_source("Interview 039");
    window.transcript().select({0, 0});
    for (int i = 0; i < kTurns / 2 + 1; ++i) window.run("search.next");
    REQUIRE(wait_for([&] { return list.chosen() == HitList::kPage; }));
    CHECK(list.first() == HitList::kPage);
    CHECK(window.transcript().source().name == "Interview 040");

    // In order.
    tab.order().SetSelection(1);  // by what stands before
    wxCommandEvent chosen(wxEVT_CHOICE, tab.order().GetId());
    const double waited = milliseconds([&] { tab.order().GetEventHandler()->ProcessEvent(chosen); });
    CHECK(list.is_sorting());
    CHECK(tab.page().find("being put in order") != std::string::npos);
    REQUIRE(wait_for([&] { return !list.is_sorting(); }, 60'000));
    list.turn_to(0);
    CHECK(list.cell(0, HitList::kLeft).ends_with(" de "));
    list.turn_to(2 * HitList::kPage);
    CHECK(list.cell(list.rows() - 1, HitList::kLeft).ends_with(" zijn "));
    search::Search search(window.context().study(), search::KeepIndex::as_it_is);
    std::vector<std::size_t> sorted;
    const double sorting = milliseconds([&] {
        sorted = search::sorted(window.context().study(), search.contents(),
                                search.places(search.prepare("school"), 0, kHits), search::Order::left);
    });
    INFO(waited << " of " << sorting);
    CHECK(waited < sorting / 2);
    list.choose(sorted[12'345]);
    CHECK(list.first() == HitList::kPage);
    CHECK(list.chosen() == sorted[12'345]);

    // Counted.
    pane.tabs().SetSelection(1);
    auto& counts = pane.counts();
    counts.choose(ui::CountsTab::Show::groups, "triad");
    CHECK(counts.is_counting());
    REQUIRE(wait_for([&] { return !counts.is_counting(); }, 60'000));
    CHECK(counts.table().rows.size() == kSources / 2);
    for (const auto& row : counts.table().cells) CHECK(row[0].number == kTurns);
    counts.compare("jongere", "ouder");
    REQUIRE(wait_for([&] { return !counts.is_counting(); }, 60'000));
    CHECK(counts.table().rows.size() == kSources / 2);
    for (const auto& row : counts.table().cells) CHECK(row[0].text == "both");
}
