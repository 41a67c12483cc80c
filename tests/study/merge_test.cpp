// SPDX-License-Identifier: GPL-3.0-or-later
//
// The rules of docs/two-coders.md, one test each. `study` is mine, `copy` the colleague's.
#include <catch2/catch.hpp>

#include "base/error.h"
#include "study/changes.h"
#include "study/checking.h"
#include "study/codes.h"
#include "study/codings.h"
#include "study/copies.h"
#include "study/copying.h"
#include "study/forgetting.h"
#include "study/history.h"
#include "study/merging/tables.h"
#include "study/sources.h"
#include "study/temporary_study.h"
#include "study/verbs/codebook.h"
#include "study/verbs/coding.h"
#include "study/verbs/memos.h"
#include "study/verbs/merge.h"

using study::Access;
using study::Edit;
using study::History;
using study::Study;
using support::merge_in;
using support::TemporaryStudy;
using support::told;

namespace {

constexpr const char* kText = "I: Hoe gaat het met je?\nM: Goed hoor, dank je wel.\nI: Fijn om te horen.\n";

/// My study with a source, a dimension with a code and a coding of mine, and the colleague's copy of it.
struct TwoCopies {
    TwoCopies() {
        source = study.add_source("T1", kText);
        dimension = study.add_code("Steun");
        code = study.add_code("Praktisch", dimension);
        mine = study.add_coding(source, {3, 6}, code, "Anna");
        study::copy_to(*study, path());
        copy = Study::open(path(), Access::write);
    }

    [[nodiscard]] std::filesystem::path path() const { return study.folder() / "copy.trialogue"; }

    /// Something that the colleague does; the ids of the common past are the same in both.
    template <class Do>
    void there(const Do& what) {
        Edit edit(*copy, "test");
        what(edit);
        edit.commit();
    }
    template <class Do>
    void here(const Do& what) {
        Edit edit(*study, "test");
        what(edit);
        edit.commit();
    }

    study::merging::MergeReport merge() {
        copy.reset();
        const auto other = Study::open(path(), Access::snapshot);
        const auto plan = study::merging::plan(*study, *other, study::merging::SameCodes::join);
        Edit edit(*study, "merge");
        study::verbs::merge(edit, plan);
        edit.commit();
        CHECK(study::check(*study) == std::vector<std::string>{});
        return plan.report;
    }

    [[nodiscard]] std::vector<std::string> paths() const {
        std::vector<std::string> all;
        const auto book = study::codes::codebook(*study);
        for (const auto& one : book.codes()) all.push_back(book.path(one.id));
        return all;
    }
    [[nodiscard]] std::string remarks(const study::merging::MergeReport& report) const {
        std::string all;
        for (const auto& one : report.remarks) all += one + "\n";
        return all;
    }

    TemporaryStudy study;
    std::unique_ptr<Study> copy;
    model::SourceId source;
    model::CodeId dimension, code;
    model::CodingId mine;
};

model::Code named(const std::string& name, model::CodeId parent = {}) {
    model::Code code;
    code.name = name;
    code.parent = parent;
    return code;
}

void rename(Edit& edit, model::CodeId id, const std::string& name) {
    auto code = *study::codes::get(edit.study(), id);
    code.name = name;
    study::verbs::change_code(edit, code);
}

void correct(Study& study, const std::string& text) {
    Edit edit(study, "import");
    study::verbs::import_source(edit, support::draft_of("T1", text), true);
    edit.commit();
}

std::string quoted(const Study& study, const model::Coding& coding) {
    const auto source = study::sources::get(study, coding.source);
    return std::string(study::sources::text(study, source.text).view(*coding.span));
}

using Paths = std::vector<std::string>;

}  // namespace

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

TEST_CASE("a code that the colleague deleted stays where I coded with it since, and what she deleted goes") {
    TwoCopies two;
    two.study.add_coding(two.source, {8, 12}, two.code, "Anna");
    two.there([&](Edit& edit) { study::verbs::remove_code(edit, two.dimension); });
    const auto report = two.merge();
    CHECK(two.paths() == Paths{"Steun", "Steun/Praktisch"});
    CHECK(study::codings::count(*two.study) == 1);
    CHECK_THAT(two.remarks(report), Catch::Contains("“Praktisch” was deleted, but stays"));
}

TEST_CASE(
    "a code that the colleague deleted goes where nothing was done with it since, and does not come back") {
    TwoCopies two;
    const auto old = two.study.folder() / "old.trialogue";
    study::copy_to(*two.copy, old);
    two.there([&](Edit& edit) { study::verbs::remove_code(edit, two.dimension); });
    const auto report = two.merge();
    CHECK(two.paths().empty());
    CHECK_THAT(two.remarks(report), Catch::Contains("“Steun” was deleted there"));
    merge_in(*two.study, old);
    CHECK(two.paths().empty());
    CHECK(study::codings::count(*two.study) == 0);
}

TEST_CASE(
    "a coding that I deleted does not come back from an old copy, also after the history was forgotten") {
    TwoCopies two;
    two.here([&](Edit& edit) { study::verbs::remove_coding(edit, two.mine); });
    if (GENERATE(false, true)) study::forget(*two.study);
    two.merge();
    CHECK(study::codings::count(*two.study) == 0);
}

TEST_CASE("of two new names of a code the later stands, and a name is changed where only one changed it") {
    TwoCopies two;
    two.here([&](Edit& edit) { rename(edit, two.code, "Mijn naam"); });
    two.there([&](Edit& edit) { rename(edit, two.dimension, "Hulp"); });
    for (int i = 0; i < 3; ++i) {
        two.there([&](Edit& edit) { rename(edit, two.code, "Haar naam " + std::to_string(i)); });
    }
    const auto report = two.merge();
    CHECK(two.paths() == Paths{"Hulp", "Hulp/Haar naam 2"});
    CHECK_THAT(two.remarks(report), Catch::Contains("“Haar naam 2” was changed in both copies"));
}

TEST_CASE("codes that were moved below each other become a dimension and what stands below it") {
    TwoCopies two;
    const auto second = two.study.add_code("Nabij");
    two.copy.reset();
    std::filesystem::remove(two.path());
    study::copy_to(*two.study, two.path());
    two.copy = Study::open(two.path(), Access::write);
    two.here([&](Edit& edit) { study::verbs::move_code(edit, two.dimension, second); });
    two.there([&](Edit& edit) { study::verbs::move_code(edit, second, two.dimension); });
    const auto report = two.merge();
    CHECK(two.paths().size() == 3);
    CHECK_THAT(two.remarks(report), Catch::Contains("it is a dimension now"));
}

TEST_CASE(
    "a code that both added under one path is one code with the codings of both; differences are asked") {
    TwoCopies two;
    const auto added = two.study.add_code("Emotioneel", two.dimension);
    two.study.add_coding(two.source, {27, 31}, added, "Anna");
    two.there([&](Edit& edit) {
        auto code = named("Emotioneel", two.dimension);
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
        two.here([&](Edit& edit) { rename(edit, code.id, "Troost"); });
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
    CHECK_THAT(two.remarks(report), Catch::Contains("Two things are named “T3”"));
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
