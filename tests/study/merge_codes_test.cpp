// SPDX-License-Identifier: GPL-3.0-or-later
//
// The rules of docs/two-coders.md for the codebook, one test each.
#include <catch2/catch.hpp>

#include "base/error.h"
#include "study/checking.h"
#include "study/codes.h"
#include "study/codings.h"
#include "study/copies.h"
#include "study/reproducible.h"
#include "study/two_copies.h"
#include "study/verbs/coding.h"
#include "study/verbs/merge.h"

using study::Access;
using study::Edit;
using study::Study;
using support::code_named;
using support::merge_in;
using support::remarks;
using support::rename_code;
using support::Reproducible;
using support::TwoCopies;
using Paths = std::vector<std::string>;

TEST_CASE("a code that the colleague deleted stays where I coded with it since, and what she deleted goes") {
    TwoCopies two;
    two.study.add_coding(two.source, {8, 12}, two.code, "Anna");
    two.there([&](Edit& edit) { study::verbs::remove_code(edit, two.dimension); });
    const auto report = two.merge();
    CHECK(two.paths() == Paths{"Steun", "Steun/Praktisch"});
    CHECK(study::codings::count(*two.study) == 1);
    CHECK_THAT(remarks(report), Catch::Contains("“Praktisch” was deleted, but stays"));
}

TEST_CASE(
    "a code that the colleague deleted goes where nothing was done with it since, and does not come back") {
    TwoCopies two;
    const auto old = two.study.folder() / "old.trialogue";
    study::copy_to(*two.copy, old);
    two.there([&](Edit& edit) { study::verbs::remove_code(edit, two.dimension); });
    const auto report = two.merge();
    CHECK(two.paths().empty());
    CHECK_THAT(remarks(report), Catch::Contains("“Steun” was deleted there"));
    merge_in(*two.study, old);
    CHECK(two.paths().empty());
    CHECK(study::codings::count(*two.study) == 0);
}

TEST_CASE("of two new names of a code the later stands, and a name is changed where only one changed it") {
    TwoCopies two;
    two.here([&](Edit& edit) { rename_code(edit, two.code, "Mijn naam"); });
    two.there([&](Edit& edit) { rename_code(edit, two.dimension, "Hulp"); });
    for (int i = 0; i < 3; ++i) {
        two.there([&](Edit& edit) { rename_code(edit, two.code, "Haar naam " + std::to_string(i)); });
    }
    const auto report = two.merge();
    CHECK(two.paths() == Paths{"Hulp", "Hulp/Haar naam 2"});
    CHECK_THAT(remarks(report), Catch::Contains("“Haar naam 2” was changed in both copies"));
}

TEST_CASE("codes that were moved below each other become a dimension and what stands below it") {
    TwoCopies two;
    const auto second = two.study.add_code("Nabij");
    two.copy_again();
    two.here([&](Edit& edit) { study::verbs::move_code(edit, two.dimension, second); });
    two.there([&](Edit& edit) { study::verbs::move_code(edit, second, two.dimension); });
    const auto report = two.merge();
    CHECK(two.paths().size() == 3);
    CHECK_THAT(remarks(report), Catch::Contains("it is a dimension now"));
}

TEST_CASE(
    "a code that both added under one path is one code with the codings of both; differences are asked") {
    TwoCopies two;
    const auto added = two.study.add_code("Emotioneel", two.dimension);
    two.study.add_coding(two.source, {27, 31}, added, "Anna");
    two.there([&](Edit& edit) {
        auto code = code_named("Emotioneel", two.dimension);
        code.definition = "Luisteren en troosten.";
        const auto id = study::verbs::add_code(edit, code);
        study::verbs::code(edit, two.source, text::Span{33, 37}, id, study::verbs::hand(edit, "Bram"));
    });
    two.copy.reset();
    {
        const auto other = Study::open(two.path(), Access::snapshot);
        const auto plan = study::merging::plan(*two.study, *other);
        REQUIRE(plan.report.to_confirm.size() == 1);
        CHECK(plan.report.to_confirm.front().path == "Steun/Emotioneel");
        CHECK(plan.report.to_confirm.front().there == "Luisteren en troosten.");
        Edit edit(*two.study, "merge");
        CHECK_THROWS_WITH(study::verbs::merge(edit, plan), Catch::Contains("nothing was merged"));
    }
    SECTION("joined") {
        two.merge();
        CHECK(two.paths() == Paths{"Steun", "Steun/Praktisch", "Steun/Emotioneel"});
        const auto code = study::codes::codebook(*two.study).resolve("Steun/Emotioneel");
        CHECK(code.definition == "Luisteren en troosten.");
        CHECK(study::codings::count_with(*two.study, code.id) == 2);
        // Renamed here, it is still hers.
        two.here([&](Edit& edit) { rename_code(edit, code.id, "Troost"); });
        const auto revision = two.study->revision();
        merge_in(*two.study, two.path());
        CHECK(two.study->revision() == revision);
    }
    SECTION("kept apart") {
        const auto other = Study::open(two.path(), Access::snapshot);
        const auto plan = study::merging::plan(*two.study, *other, study::merging::SameCodes::apart);
        Edit edit(*two.study, "merge");
        study::verbs::merge(edit, plan);
        edit.commit();
        CHECK(two.paths().size() == 4);
        CHECK(study::check(*two.study).empty());
    }
}

TEST_CASE("a code that one renamed and the other moved is renamed and moved") {
    TwoCopies two;
    const auto other = two.study.add_code("Nabij");
    two.copy_again();
    two.here([&](Edit& edit) { rename_code(edit, two.code, "Praktische hulp"); });
    two.there([&](Edit& edit) { study::verbs::move_code(edit, two.code, other); });
    two.merge();
    CHECK(two.paths() == Paths{"Steun", "Nabij", "Nabij/Praktische hulp"});
    CHECK(study::codings::count_with(*two.study, two.code) == 1);
}

TEST_CASE("a code that the colleague deleted stays where I changed it later, and goes where I did before") {
    Reproducible world(1);
    TwoCopies two;
    const bool later = GENERATE(true, false);
    constexpr std::int64_t kDeleted = 1'800'001'000;
    world.set_clock(kDeleted);
    two.there([&](Edit& edit) { study::verbs::remove_code(edit, two.code); });
    world.set_clock(kDeleted + (later ? 10 : -10));
    two.here([&](Edit& edit) { rename_code(edit, two.code, "Praktische hulp"); });
    two.merge();
    CHECK(two.paths() == (later ? Paths{"Steun", "Steun/Praktische hulp"} : Paths{"Steun"}));
}

TEST_CASE("a code that the colleague merged into another stays with what I coded with it since") {
    TwoCopies two;
    const auto other = two.study.add_code("Nabij");
    two.copy_again();
    two.study.add_coding(two.source, {8, 12}, two.code, "Anna");
    two.there([&](Edit& edit) { study::verbs::merge_codes(edit, two.code, other); });
    two.merge();
    CHECK(two.paths() == Paths{"Steun", "Steun/Praktisch", "Nabij"});
    CHECK(study::codings::count_with(*two.study, two.code) == 1);
    CHECK(study::codings::count_with(*two.study, other) == 1);
}
