// SPDX-License-Identifier: GPL-3.0-or-later
//
// What merging takes, refuses and tells (docs/two-coders.md). `study` is mine, `copy` the colleague's.
#include <catch2/catch.hpp>

#include "base/error.h"
#include "study/changes.h"
#include "study/codings.h"
#include "study/copies.h"
#include "study/forgetting.h"
#include "study/merging/tables.h"
#include "study/two_copies.h"
#include "study/verbs/coding.h"
#include "study/verbs/merge.h"

using study::Edit;
using study::Study;
using support::TemporaryStudy;
using support::TwoCopies;

TEST_CASE("every column of every recorded table takes part in merging") {
    const TemporaryStudy study;
    for (const std::string table : study::kRecordedTables) {
        if (table == "known_change") continue;
        const auto index = study::merging::table_index(table);
        REQUIRE(index);
        for (const auto& column : study->database().columns(table)) {
            CAPTURE(table, column);
            if (column == "id" || column == "guid") continue;
            CHECK(study::merging::tables()[static_cast<std::size_t>(*index)].column(column) >= 0);
        }
    }
}

TEST_CASE(
    "a coding that I deleted does not come back from an old copy, also after the history was forgotten") {
    TwoCopies two;
    two.here([&](Edit& edit) { study::verbs::remove_coding(edit, two.mine); });
    if (GENERATE(false, true)) study::forget(*two.study);
    two.merge();
    CHECK(study::codings::count(*two.study) == 0);
}

TEST_CASE("the other copy's steps are told: when, by whom, in which file") {
    TwoCopies two;
    two.there([&](Edit& edit) {
        study::verbs::code(edit, two.source, text::Span{27, 31}, two.code, study::verbs::hand(edit, "Bram"));
    });
    CHECK(two.merge().steps == 1);
    auto row = two.study->database().prepare("SELECT verb, place, coder FROM merged_revision");
    REQUIRE(row.step());
    CHECK(row.text(0) == "test");
    CHECK(row.text(1) == "copy.trialogue");
    CHECK_FALSE(row.is_null(2));
    CHECK_FALSE(row.step());
}

TEST_CASE(
    "another study, the study itself and a damaged copy are refused with a sentence; nothing is changed") {
    TwoCopies two;
    const TemporaryStudy other;
    CHECK_THROWS_WITH(study::merging::plan(*two.study, *other), Catch::Contains("is another study"));
    CHECK_THROWS_WITH(study::merging::plan(*two.study, *two.study), Catch::Contains("this study itself"));
    two.copy->database().execute("PRAGMA foreign_keys=OFF; UPDATE coding SET past = 9999");
    CHECK_THROWS_WITH(study::merging::plan(*two.study, *two.copy), Catch::Contains("is not whole"));
}

TEST_CASE("a plan is not carried out on a study that was changed since") {
    TwoCopies two;
    const auto plan = study::merging::plan(*two.study, *two.copy);
    two.study.add_code("later");
    Edit edit(*two.study, "merge");
    CHECK_THROWS_WITH(study::verbs::merge(edit, plan), Catch::Contains("changed since"));
}
