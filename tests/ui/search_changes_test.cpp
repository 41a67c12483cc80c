// SPDX-License-Identifier: GPL-3.0-or-later
//
// What happens to the study, or to the index, while hits are shown.
#include <catch2/catch.hpp>
#include <filesystem>

#include "search/search.h"
#include "study/merging/plan.h"
#include "study/sources.h"
#include "study/verbs/coding.h"
#include "study/verbs/import.h"
#include "study/verbs/merge.h"
#include "study/verbs/people.h"
#include "study/verbs/replace_text.h"
#include "ui/search/hit_list.h"
#include "ui/search/hits_tab.h"
#include "ui/searching.h"

using support::ask;
using support::Cache;
using support::open_search;
using support::wait_for;
using support::Window;
using ui::HitList;

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

TEST_CASE("an import, a merge, a removal and their undoing leave the hits that are shown true") {
    const Cache cache;
    Window window;
    window.open_sample_study();
    // A copy in which somebody goes on: a code on a passage, and a changed text.
    const auto copy = window.folder() / "copy.trialogue";
    const auto study = window.study();
    window.close();
    std::filesystem::copy_file(study, copy);
    window.open_again(study);
    window.context().set_coder("Anna");
    {
        const auto other = study::Study::open(copy, study::Access::write);
        const auto source = study::sources::get(*other, window.source("T2_jongere"));
        const auto text = study::sources::text(*other, source.text);
        study::Edit edit(*other, "code");
        const auto code = window.context().codebook().resolve("Proactief").id;
        study::verbs::code(edit, source.id, text.whole(), code, study::verbs::hand(edit, "Anna"));
        edit.commit();
    }
    auto& pane = open_search(window);
    const std::string query = "school OR vertrouwen NOT code:*";
    ask(pane, query);
    const auto shows_the_truth = [&](const std::string& after) {
        INFO(after);
        return wait_for([&] {
            search::Search fresh(window.context().study(), search::KeepIndex::in_memory);
            const auto hits = fresh.hits(fresh.prepare(query), 0, 10'000);
            auto& list = pane.hits().list();
            if (list.rows() != hits.size() || hits.empty()) return false;
            return list.cell(0, HitList::kSource) == hits.front().title &&
                   list.cell(hits.size() - 1, HitList::kTurn) == std::to_string(hits.back().turn);
        });
    };
    REQUIRE(shows_the_truth("asking"));
    const auto before = pane.hits().list().rows();
    window.context().change("import", {}, [&](study::Edit& edit) {
        study::verbs::SourceDraft draft;
        draft.name = "A_eerst";
        draft.origin = "A_eerst.txt";
        draft.content.text = text::Text("I: Hoe is school?\nM: School is school.\n");
        draft.content.turns = text::detect_turns(draft.content.text);
        study::verbs::import_source(edit, draft, false);
    });
    REQUIRE(shows_the_truth("import"));
    CHECK(pane.hits().list().rows() == before + 3);
    const auto other = study::Study::open(copy, study::Access::read);
    const auto plan = study::merging::plan(window.context().study(), *other, study::merging::SameCodes::join);
    window.context().change("merge", {}, [&](study::Edit& edit) { study::verbs::merge(edit, plan); });
    REQUIRE(shows_the_truth("merge"));
    CHECK(pane.hits().list().rows() < before + 3);
    window.context().change("remove_source", {}, [&](study::Edit& edit) {
        study::verbs::remove_source(edit, window.source("A_eerst"));
    });
    REQUIRE(shows_the_truth("removal"));
    for (int i = 0; i < 3; ++i) {
        window.run("edit.undo");
        REQUIRE(shows_the_truth("undo"));
    }
    CHECK(pane.hits().list().rows() == before);
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
