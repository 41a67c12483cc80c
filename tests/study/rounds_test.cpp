// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "base/error.h"
#include "study/codings.h"
#include "study/history.h"
#include "study/material.h"
#include "study/sources.h"
#include "study/temporary_study.h"
#include "study/verbs/coding.h"
#include "study/verbs/import.h"
#include "study/verbs/marking.h"

using model::Mark;
using study::verbs::Hand;
using support::TemporaryStudy;

namespace {

/// A source with a coding by Anna, who has marked it as coded.
struct Coded {
    TemporaryStudy study;
    model::SourceId source = study.add_source("T1", "I: Hoe?\nM: Wij praten veel.\n");
    model::CodeId code = study.add_code("Afspraken");
    model::CodingId first = study.add_coding(source, {11, 21}, code, "Anna");
    Hand anna{study::codings::get(*study, {first}).front().coder};

    Coded() { mark(Mark::coded); }

    void mark(Mark how_far) {
        study::Edit edit(*study, "mark");
        study::verbs::mark(edit, source, anna, how_far);
        edit.commit();
    }
    void again() {
        study::Edit edit(*study, "again");
        study::verbs::begin_round(edit, source, anna);
        edit.commit();
    }
    void back() {
        study::Edit edit(*study, "back");
        study::verbs::leave_round(edit, source, anna);
        edit.commit();
    }
    model::Progress progress() { return study::codings::progress(*study, source, anna.coder); }
    model::CountedSource counted() { return study::load_material(*study).sources.front(); }
};

}  // namespace

TEST_CASE("coding once more begins a round of its own, and what was coded stays as it was") {
    Coded one;
    one.again();
    CHECK(one.progress() == model::Progress{Mark::to_do, 2});
    const auto second = one.study.add_coding(one.source, {11, 21}, one.code, "Anna");
    REQUIRE(second != one.first);
    const auto all = study::codings::of_source(*one.study, one.source);
    REQUIRE(all.size() == 2);
    CHECK(study::codings::get(*one.study, {one.first}).front().layer == 1);
    CHECK(study::codings::get(*one.study, {second}).front().layer == 2);
    study::Edit edit(*one.study, "uncode");
    study::verbs::uncode(edit, one.source, text::Span{11, 21}, one.code, one.anna);
    edit.commit();
    CHECK(study::codings::get(*one.study, {second}).empty());
    CHECK(study::codings::get(*one.study, {one.first}).size() == 1);
}

TEST_CASE("the round before stands until the next one is finished") {
    Coded one;
    one.again();
    const auto second = one.study.add_coding(one.source, {8, 9}, one.code, "Anna");
    auto here = one.counted();
    REQUIRE(here.codings.size() == 1);
    REQUIRE(here.aside.size() == 1);
    CHECK(here.codings[0].id == one.first);
    CHECK(here.aside[0].id == second);
    CHECK(here.marks.at(one.anna.coder).is_coded());
    const auto standing = study::codings::standing_of_source(*one.study, one.source);
    REQUIRE(standing.size() == 1);
    CHECK(standing[0].id == one.first);

    one.mark(Mark::coded);
    here = one.counted();
    CHECK(here.codings.at(0).id == second);
    CHECK(here.aside.at(0).id == one.first);
}

TEST_CASE("a round begins only behind a finished one, and not for the settled layer") {
    Coded one;
    one.mark(Mark::coding);
    CHECK_THROWS_WITH(one.again(), Catch::Contains("T1 is not marked as coded in round 1 yet"));
    one.mark(Mark::coded);
    one.again();
    CHECK_THROWS_WITH(one.again(), Catch::Contains("in round 2"));
    study::Edit edit(*one.study, "again");
    CHECK_THROWS_WITH(study::verbs::begin_round(edit, one.source, {}), Catch::Contains("settled layer"));
}

TEST_CASE("an empty round can be taken back, one with codings cannot") {
    Coded one;
    CHECK_THROWS_WITH(one.back(), Catch::Contains("no further round"));
    one.again();
    one.back();
    CHECK(one.progress() == model::Progress{Mark::coded, 1});
    one.again();
    one.study.add_coding(one.source, {8, 9}, one.code, "Anna");
    CHECK_THROWS_WITH(one.back(), Catch::Contains("has codings of round 2 already"));
    CHECK(one.progress().round == 2);
}

TEST_CASE("beginning a round is undone and redone like every change") {
    Coded one;
    one.again();
    study::History history(*one.study);
    history.undo();
    CHECK(one.progress() == model::Progress{Mark::coded, 1});
    history.redo();
    CHECK(one.progress() == model::Progress{Mark::to_do, 2});
}

TEST_CASE("a table of codings with rounds makes the rounds") {
    Coded one;
    model::CodingTable table;
    table.file = "codings.csv";
    for (const std::int64_t round : {1, 2, 3}) {
        model::CodingRow row;
        row.line = static_cast<std::size_t>(round) + 1;
        row.source = "T1";
        row.code = "Afspraken";
        row.coder = "Bram";
        row.begin = 11;
        row.end = 21;
        row.round = round;
        table.rows.push_back(row);
    }
    const auto import = [&](bool coded) {
        study::Edit edit(*one.study, "import_codings");
        const auto result = study::verbs::import_codings(edit, table, {}, coded);
        edit.commit();
        return result;
    };
    CHECK(import(false).codings == 3);
    const auto bram = study::codings::of_source(*one.study, one.source).back().coder;
    CHECK(study::codings::progress(*one.study, one.source, bram) == model::Progress{Mark::coding, 3});
    CHECK(import(true).present == 3);
    CHECK(study::codings::progress(*one.study, one.source, bram) == model::Progress{Mark::coded, 3});
    const auto here = one.counted();
    for (const auto& coding : here.codings)
        if (coding.coder == bram) CHECK(coding.layer == 3);
    CHECK(here.aside.size() == 2);
}
