// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/word_list.h"

#include <catch2/catch.hpp>

#include "search/grouping.h"
#include "search/people_study.h"

namespace {

support::PeopleStudy& sample() {
    static support::PeopleStudy made;
    static const bool filled = [] {
        made.add_interview("T1", "ouder", "I: school school\nM: De school helpt. De school is ver.\n");
        made.add_interview("T1", "jongere", "I: hoe\nJ: Mijn school, mijn fiets, school.\n");
        return true;
    }();
    static_cast<void>(filled);
    return made;
}

const search::WordCount* found(const search::WordList& list, const std::string& words) {
    for (const auto& one : list.words) {
        if (one.words == words) return &one;
    }
    return nullptr;
}

}  // namespace

TEST_CASE("words are counted by role, without what interviewers say and without stop words") {
    search::Search search(*sample(), search::KeepIndex::in_memory);
    search::WordListSpec spec;
    spec.stop_words = search::stop_words("nl");
    const auto list = search::word_list(search, spec);
    const auto* school = found(list, "school");
    REQUIRE(school != nullptr);
    CHECK(school->count == 4);
    CHECK(school->by_role == std::vector<std::int64_t>{2, 2});
    CHECK(school->participants == 2);
    CHECK(school->sources == 2);
    CHECK(list.words.front().words == "school");
    CHECK(found(list, "de") == nullptr);
    CHECK(list.total == 12);
    CHECK(list.totals == std::vector<std::int64_t>{7, 5});

    spec.interviewers = true;
    CHECK(found(search::word_list(search, spec), "school")->count == 6);
    spec.roles = {search::role_named(search.contents(), "jongere")};
    CHECK(found(search::word_list(search, spec), "school")->count == 2);
}

TEST_CASE("words that follow each other are counted within a turn") {
    search::Search search(*sample(), search::KeepIndex::in_memory);
    search::WordListSpec spec;
    spec.length = 2;
    const auto list = search::word_list(search, spec);
    CHECK(found(list, "de school")->count == 2);
    CHECK(found(list, "mijn fiets")->count == 1);
    CHECK(found(list, "school mijn")->count == 1);
    CHECK(found(list, "ver mijn") == nullptr);
    CHECK(list.total == 10);
}

TEST_CASE("log-likelihood is that of Rayson and Garside, computed by hand") {
    // a = 10 of 1000, b = 40 of 2000: E1 = 16.667, E2 = 33.333, G2 = 2 (10 ln 0.6 + 40 ln 1.2) = 4.3692.
    CHECK(search::log_likelihood(10, 40, 1000, 2000) == Approx(4.36921).epsilon(1e-5));
    CHECK(search::log_likelihood(5, 0, 100, 100) == Approx(6.93147).epsilon(1e-5));
    CHECK(search::log_likelihood(5, 10, 100, 200) == Approx(0.0).margin(1e-9));
    CHECK(search::log_likelihood(0, 0, 0, 0) == 0);
}

TEST_CASE("keyness says which role says a word more") {
    search::Search search(*sample(), search::KeepIndex::in_memory);
    const auto list = search::word_list(search, {});
    const auto keys = search::keyness(list, search::role_named(search.contents(), "ouder"),
                                      search::role_named(search.contents(), "jongere"), 1);
    REQUIRE(!keys.empty());
    CHECK(keys.front().words == "mijn");
    CHECK_FALSE(keys.front().more_in_first);
    CHECK(keys.front().log_likelihood == Approx(search::log_likelihood(0, 2, 7, 5)));
    CHECK(search::keyness(list, list.roles[0], list.roles[0], 1).empty());
}
