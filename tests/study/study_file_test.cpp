// SPDX-License-Identifier: GPL-3.0-or-later
//
// What docs/study-file.md promises to readers in R and Python.
#include <catch2/catch.hpp>

#include "study/opening.h"
#include "study/temporary_study.h"
#include "study/verbs/people.h"

using support::TemporaryStudy;

namespace {

std::string page() {
    return support::content_of(std::string(TRIALOGUE_SOURCE_DIR) + "/docs/study-file.md");
}

/// The statements of the page's ```sql blocks.
std::vector<std::string> statements() {
    const std::string text = page();
    std::vector<std::string> found;
    for (std::size_t at = 0; (at = text.find("```sql\n", at)) != std::string::npos;) {
        at += 7;
        found.push_back(text.substr(at, text.find("```", at) - at));
    }
    return found;
}

}  // namespace

TEST_CASE("the page names every table of a study, and no other numbers than the file has") {
    const TemporaryStudy study;
    auto table = study->database().prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
    while (table.step()) {
        CAPTURE(table.text(0));
        CHECK(page().find("`" + std::string(table.text(0)) + "`") != std::string::npos);
    }
    CHECK(page().find(std::to_string(study::kApplicationId)) != std::string::npos);
}

TEST_CASE("the statements of the page give what they say") {
    TemporaryStudy study;
    const auto source = study.add_source("T1_moeder", "I: Vraag?\nM: Dat helpt.\n");
    {
        study::Edit edit(*study, "people");
        const auto mother = study::verbs::ensure_participant(edit, "T1-moeder", "ouder", "T1");
        study::verbs::set_speaker(edit, source, "M", {text::SpeakerKind::participant, {mother}});
        edit.commit();
    }
    study.add_coding(source, {13, 22}, study.add_code("Steun"), "settled");
    const auto sql = statements();
    REQUIRE(sql.size() == 2);
    auto counts = study->database().prepare(sql[0]);
    REQUIRE(counts.step());
    CHECK(counts.text(0) == "Steun");
    CHECK(counts.text(1) == "ouder");
    CHECK(counts.integer(2) == 1);
    auto turns = study->database().prepare(sql[1]);
    REQUIRE(turns.step());
    REQUIRE(turns.step());
    CHECK(turns.integer(0) == 2);
    CHECK(turns.integer(1) == 10);
    CHECK(turns.integer(2) == 13);
    CHECK(turns.integer(3) == 24);
    CHECK(turns.text(4) == "M");
}
