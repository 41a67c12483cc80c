// SPDX-License-Identifier: GPL-3.0-or-later
//
// The rules of docs/two-coders.md for sources and their texts, one test each.
#include <catch2/catch.hpp>

#include "study/codings.h"
#include "study/copies.h"
#include "study/sources.h"
#include "study/two_copies.h"
#include "study/verbs/coding.h"

using study::Edit;
using support::correct;
using support::merge_in;
using support::quoted;
using support::remarks;
using support::TwoCopies;

TEST_CASE("codings move along with a text that the other corrected, whoever corrected it") {
    TwoCopies two;
    const bool corrected_here = GENERATE(true, false);
    const std::string text =
        "I: Zeg eens, hoe gaat het met je?\nM: Goed hoor, dank je wel.\nI: Fijn om te horen.\n";
    two.there([&](Edit& edit) {
        study::verbs::code(edit, two.source, text::Span{33, 37}, two.code, study::verbs::hand(edit, "Bram"));
    });
    const auto words = quoted(*two.copy, study::codings::of_source(*two.copy, two.source).back());
    correct(corrected_here ? *two.study : *two.copy, text);
    two.merge();
    const auto source = study::sources::get(*two.study, two.source);
    CHECK(study::sources::text(*two.study, source.text).utf8() == text);
    const auto codings = study::codings::of_source(*two.study, two.source);
    REQUIRE(codings.size() == 2);
    CHECK(quoted(*two.study, codings.back()) == words);
    CHECK(codings.back().text == source.text);
}

TEST_CASE("corrections of both at different places are both made, and both codings stay on their words") {
    TwoCopies two;
    two.there([&](Edit& edit) {
        study::verbs::code(edit, two.source, text::Span{27, 31}, two.code, study::verbs::hand(edit, "Bram"));
    });
    correct(*two.study, "I: Zeg, hoe gaat het met je?\nM: Goed hoor, dank je wel.\nI: Fijn om te horen.\n");
    correct(*two.copy, "I: Hoe gaat het met je?\nM: Goed hoor, dank je wel.\nI: Fijn om dat te horen.\n");
    const auto report = two.merge();
    CHECK(report.refused.empty());
    const auto source = study::sources::get(*two.study, two.source);
    CHECK(study::sources::text(*two.study, source.text).utf8() ==
          "I: Zeg, hoe gaat het met je?\nM: Goed hoor, dank je wel.\nI: Fijn om dat te horen.\n");
    const auto codings = study::codings::of_source(*two.study, two.source);
    REQUIRE(codings.size() == 2);
    CHECK(quoted(*two.study, codings.back()) == "Goed");
    const auto revision = two.study->revision();
    merge_in(*two.study, two.path());
    CHECK(two.study->revision() == revision);
}

TEST_CASE(
    "a source that both corrected at the same place is refused with the first difference; the rest comes "
    "in") {
    TwoCopies two;
    correct(*two.study, "I: Hoe gaat het nu?\nM: Goed hoor, dank je wel.\nI: Fijn om te horen.\n");
    correct(*two.copy, "I: Hoe gaat het vandaag?\nM: Goed hoor, dank je wel.\nI: Fijn om te horen.\n");
    two.there([&](Edit& edit) {
        study::verbs::code(edit, two.source, text::Span{8, 12}, two.code, study::verbs::hand(edit, "Bram"));
        study::verbs::import_source(edit, support::draft_of("T2", "I: En u?\nM: Ook goed.\n"), false);
    });
    const auto before = study::codings::of_source(*two.study, two.source);
    const auto report = two.merge();
    REQUIRE(report.refused.size() == 1);
    CHECK(report.refused.front().name == "T1");
    CHECK_THAT(report.refused.front().here, Catch::Contains("nu"));
    CHECK_THAT(report.refused.front().there, Catch::Contains("vandaag"));
    CHECK(study::codings::of_source(*two.study, two.source).size() == before.size());
    CHECK(study::sources::named(*two.study, "T2"));
}

TEST_CASE("a source that both imported is one by its text, and never by its name alone") {
    TwoCopies two;
    two.study.add_source("T2", "I: En u?\nM: Ook goed.\n");
    two.study.add_source("T3", "I: Mijn tekst.\n");
    two.there([&](Edit& edit) {
        study::verbs::import_source(edit, support::draft_of("anders", "I: En u?\nM: Ook goed.\n"), false);
        study::verbs::import_source(edit, support::draft_of("T3", "I: Haar tekst.\n"), false);
    });
    const auto report = two.merge();
    CHECK(study::sources::all(*two.study).size() == 4);
    CHECK_THAT(remarks(report), Catch::Contains("Two things are named “T3”"));
}
