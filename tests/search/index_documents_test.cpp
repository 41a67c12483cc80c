// SPDX-License-Identifier: GPL-3.0-or-later
//
// Texts that the index keeps as several documents, and a turn that is longer than one.
#include <catch2/catch.hpp>
#include <random>

#include "search/naive.h"
#include "search/people_study.h"
#include "search/search.h"
#include "study/edit.h"
#include "study/history.h"
#include "study/sources.h"
#include "study/verbs/people.h"

using search::KeepIndex;
using search::Search;

namespace {

/// Words with emoji, combining marks and text from right to left among them, about `characters` in all.
std::string words(std::mt19937& random, std::size_t characters) {
    static const std::vector<std::string> kWords{
        "school", "huis", "de",    "een",  "é\u0301cht",         "😀",       "vertrouwen", "ik",
        "niet",   "שלום", "JIM’s", "12,5", "👩‍👩‍👧", "ge-appt", "naar",       "moeder"};
    std::string text;
    while (text.size() < characters) {
        text += kWords[random() % kWords.size()];
        text += random() % 6 == 0 ? ", " : " ";
    }
    return text;
}

std::string interview(std::mt19937& random, int turns, std::size_t characters) {
    std::string text;
    for (int turn = 0; turn < turns; ++turn) {
        text += (turn % 2 == 0 ? "I: " : "M: ");
        text += words(random, characters) + "\n";
    }
    return text;
}

const std::vector<std::string> kQueries{"school",
                                        "\"de school\"",
                                        "begin NEAR/3 school",
                                        "begin AND eind",
                                        "zeldzaam ADJ/4 echt",
                                        "=vertrouwen NEAR/2 =school NEAR/2 =huis",
                                        "school NOT zeldzaam turn:3",
                                        "role:ouder \"ik niet\"",
                                        "*oeder OR h??s",
                                        "\"JIM's\" NEAR 12,5"};

std::vector<naive::Found> found_by(Search& search, const std::string& query) {
    std::vector<naive::Found> found;
    for (const auto& hit : search.hits(search.prepare(query), 0, 1'000'000))
        found.push_back({hit.source.value, hit.span});
    return found;
}

}  // namespace

TEST_CASE("what stands far apart in one long turn is found, and nothing over the end of a turn or document") {
    std::mt19937 random(3);
    support::PeopleStudy study;
    // A turn of 60,000 characters with rare words at its ends, among some that fill documents of their own.
    const std::string text = "I: Hoe?\nM: " + words(random, 15'000) + "\nM: begin " + words(random, 60'000) +
                             "eind school\nM: zeldzaam é\u0301cht zeldzaam\n" + interview(random, 40, 1'500) +
                             "M: school\nM: begin\n";
    const auto id = study.add_interview("T1", "ouder", text);
    study.add_interview("T1", "jongere", interview(random, 60, 900));
    Search index(*study, KeepIndex::on_disk, study.folder() / "cache");
    REQUIRE(index.update_index());
    REQUIRE(index.scanned_sources() == 0);
    Search scan(*study, KeepIndex::in_memory);
    const naive::Texts texts(*study);
    for (const auto& query : kQueries) {
        INFO(query);
        const auto expected = texts.hits(search::parse(query));
        CHECK(found_by(index, query) == expected);
        CHECK(found_by(scan, query) == expected);
        CHECK(index.totals(index.prepare(query)).hits == static_cast<std::int64_t>(expected.size()));
    }
    const auto across = index.hits(index.prepare("begin AND eind"), 0, 10);
    REQUIRE(across.size() == 1);
    CHECK(across.front().span.length() > 40'000);
    // "school" ends one turn, "begin" is the next.
    CHECK(index.totals(index.prepare("source:T1_ouder school ADJ begin")).hits == 0);
    CHECK(study::sources::get(*study, id).length > 100'000);
}

TEST_CASE("after edits at any place of a text of many documents the index finds what a scan finds") {
    std::mt19937 random(11);
    support::PeopleStudy study;
    std::string text = interview(random, 120, 700);
    const auto id = study.add_interview("T1", "ouder", text);
    Search index(*study, KeepIndex::on_disk, study.folder() / "cache");
    Search scan(*study, KeepIndex::in_memory);
    const auto agree = [&] {
        REQUIRE(index.update_index());
        REQUIRE(index.scanned_sources() == 0);
        for (const auto& query : kQueries) {
            INFO(query);
            CHECK(found_by(index, query) == found_by(scan, query));
        }
    };
    agree();
    for (int round = 0; round < 12; ++round) {
        // A word more, a turn more, or a turn less.
        std::vector<std::size_t> starts{0};
        for (auto at = text.find('\n'); at + 1 < text.size(); at = text.find('\n', at + 1))
            starts.push_back(at + 1);
        const auto start = starts[random() % starts.size()];
        if (round % 3 == 0) text.insert(start + 3, "zeldzaam é\u0301cht ");
        if (round % 3 == 1) text.insert(start, "M: begin " + words(random, 30'000) + "eind\n");
        if (round % 3 == 2) text.erase(start, text.find('\n', start) + 1 - start);
        study::Edit edit(*study, "import");
        study::verbs::import_source(edit, support::draft_of("T1_ouder", text), true);
        edit.commit();
        agree();
    }
    // A new name puts the source elsewhere in the order; undoing brings everything back.
    {
        study::Edit edit(*study, "rename");
        auto source = study::sources::get(*study, id);
        source.name = "Z";
        study::sources::update(edit, source);
        edit.commit();
    }
    study.add_interview("T9", "ouder", "M: begin school eind\n");
    agree();
    CHECK(index.contents().sources.back().name == "Z");
    for (int i = 0; i < 5; ++i) {
        study::History(*study).undo();
        agree();
    }
}
