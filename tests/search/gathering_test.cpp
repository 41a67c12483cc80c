// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/gathering.h"

#include <catch2/catch.hpp>
#include <filesystem>

#include "search/completion.h"
#include "search/expansion.h"
#include "search/people_study.h"
#include "study/sources.h"

using search::KeepIndex;
using search::Search;

TEST_CASE("a search in steps finds what a search at once finds, in one source where that is asked") {
    support::PeopleStudy study;
    std::vector<model::SourceId> sources;
    for (const char* triad : {"T1", "T2", "T3"})
        sources.push_back(study.add_interview(
            triad, "ouder", std::string("I: Hoe?\nM: School en nog eens school, ") + triad + ".\n"));
    Search search(*study, KeepIndex::in_memory);
    auto query = search.prepare("school");
    search::Gathering all(search, query, 100);
    int steps = 0;
    while (!all.work(std::chrono::milliseconds(0))) ++steps;
    CHECK(steps >= 2);
    CHECK(all.hits() == search.places(query, 0, 100));
    const auto hits = search.hits(query, 0, 100);
    for (std::size_t i = 0; i < hits.size(); ++i) CHECK(search.hit_at(all.hits()[i]) == hits[i]);
    CHECK(all.totals() == search::Totals{6, 3, 3, 3, 3});
    query.only = sources[1];
    search::Gathering one(search, query, 1);
    CHECK(one.work());
    CHECK(one.hits().size() == 1);
    CHECK(one.totals().hits == 2);
    CHECK(one.hits().front().source == sources[1]);
}

TEST_CASE("what is typed is completed by fields, names and words") {
    support::PeopleStudy study;
    study.add_interview("T1", "ouder", "I: Hoe?\nM: Vertrouwen op school.\n");
    Search search(*study, KeepIndex::in_memory);
    CHECK(search.totals(search.prepare("school")).hits == 1);
    const auto texts = [&](const std::string& query, search::Keywords keywords = search::Keywords::english) {
        std::vector<std::string> found;
        const auto end = static_cast<text::Position>(query.size());
        for (const auto& one : search::complete(search, query, end, keywords).proposals)
            found.push_back(one.text);
        return found;
    };
    using Words = std::vector<std::string>;
    CHECK(texts("school rol", search::Keywords::dutch).front() == "rol:");
    CHECK(texts("role:o") == Words{"role:ouder"});
    CHECK(texts("vertr") == Words{"vertrouwen"});
    CHECK(texts("\"op sch").empty());
    CHECK(search::complete(search, "school", 3, search::Keywords::english).proposals.empty());
}

TEST_CASE("a hit is widened to words, sentence and turn, and never beyond its turn") {
    support::PeopleStudy study;
    const auto id = study.add_interview("T1", "ouder", "I: Hoe?\nM: Ja. Ik ga naar school toe. Nee.\n");
    const auto source = study::sources::get(*study, id);
    const auto text = study::sources::text(*study, source.text);
    const auto hit = text.occurrences("chool", text.whole()).front();
    using To = search::Expansion::To;
    const auto wide = [&](To to, int words = 0) {
        return std::string(text.view(search::expanded(text, source, hit, {to, words})));
    };
    CHECK(wide(To::hit) == "chool");
    CHECK(wide(To::word) == "school");
    CHECK(wide(To::words, 1) == "naar school toe");
    CHECK(wide(To::words, 50) == "Ja. Ik ga naar school toe. Nee");
    CHECK(wide(To::sentence) == "Ik ga naar school toe.");
    CHECK(wide(To::turn) == "Ja. Ik ga naar school toe. Nee.");
}

TEST_CASE("an index folder that may not be written to leaves the hits as they are") {
    namespace fs = std::filesystem;
    support::PeopleStudy study;
    study.add_interview("T1", "ouder", "M: School.\n");
    const fs::path folder = study.folder() / "cache";
    fs::create_directories(folder);
    fs::permissions(folder, fs::perms::owner_read | fs::perms::owner_exec);
    {
        Search search(*study, KeepIndex::on_disk, folder);
        search.update_index();
        CHECK(search.totals(search.prepare("school")).hits == 1);
    }
    fs::permissions(folder, fs::perms::owner_all);
}
