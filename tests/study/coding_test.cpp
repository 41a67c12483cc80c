// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/verbs/coding.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "study/coders.h"
#include "study/codes.h"
#include "study/codings.h"
#include "study/history.h"
#include "study/memos.h"
#include "study/temporary_study.h"
#include "study/verbs/codebook.h"

using Catch::Contains;
using study::Edit;
using support::TemporaryStudy;
using text::Span;

TEST_CASE("a code goes on a passage once, however often it is put there") {
    TemporaryStudy study;
    const auto source = study.add_source("T1", "M: Dat helpt mij.\n");
    const auto code = study.add_code("Steun");
    CHECK(study.add_coding(source, {3, 12}, code, "Anna"));
    CHECK_FALSE(study.add_coding(source, {3, 12}, code, "Anna"));
    CHECK(study.add_coding(source, {3, 12}, code, "Bram"));
    CHECK(study.add_coding(source, {3, 12}, code, "settled"));
    CHECK(study::codings::count(*study) == 3);
}

TEST_CASE("a change of a coder's work is that coder's in the history, the coder's first one too") {
    TemporaryStudy study;
    const auto source = study.add_source("T1", "M: Dat helpt mij.\n");
    study.add_coding(source, {3, 12}, study.add_code("Steun"), "Anna");
    const auto anna = study::coders::resolve(*study, "Anna").guid;
    CHECK(study::History(*study).newest(1).at(0).coder == anna);
    CHECK_THROWS_WITH(study::History(*study).undo(base::Guid::random()), Contains("another coder"));
    CHECK_NOTHROW(study::History(*study).undo(anna));
}

TEST_CASE("what cannot be coded is refused") {
    TemporaryStudy study;
    const auto source = study.add_source("T1", "M: Dat helpt mij.\n");
    const auto heading = study.add_code("Plichten", {}, false);
    const auto code = study.add_code("Steun", heading);
    CHECK_THROWS_WITH(study.add_coding(source, {3, 5}, heading, "Anna"), Contains("heading"));
    CHECK_THROWS_WITH(study.add_coding(source, {5, 5}, code, "Anna"), Contains("no passage"));
    CHECK_THROWS_WITH(study.add_coding(source, {-1, 5}, code, "Anna"), Contains("no passage"));
    CHECK_THROWS_WITH(study.add_coding(source, {3, 500}, code, "Anna"), Contains("no passage"));
    CHECK_THROWS_WITH(study.add_coding(source, {3, 5}, code, "all"), Contains("several coders"));
    CHECK(study::codings::count(*study) == 0);
}

TEST_CASE("a coding is taken off with its memos, and only where it is") {
    TemporaryStudy study;
    const auto source = study.add_source("T1", "M: Dat helpt mij.\n");
    const auto code = study.add_code("Steun");
    const auto coding = study.add_coding(source, {3, 12}, code, "Anna");
    {
        Edit edit(*study, "memo");
        model::Memo memo;
        memo.about = model::Memo::About::coding;
        memo.target = coding.value;
        memo.content = "waarom";
        study::verbs::add_memo(edit, memo);
        edit.commit();
    }
    Edit edit(*study, "uncode");
    CHECK_THROWS_WITH(study::verbs::uncode(edit, source, Span{3, 11}, code, study::verbs::hand(edit, "Anna")),
                      Contains("does not carry"));
    study::verbs::uncode(edit, source, study::verbs::Quote{"Dat helpt", {}, {}}, code,
                         study::verbs::hand(edit, "Anna"));
    edit.commit();
    CHECK(study::codings::count(*study) == 0);
    CHECK(study::memos::all(*study).empty());
}

TEST_CASE("merging codes keeps every passage once and takes children along") {
    TemporaryStudy study;
    const auto source = study.add_source("T1", "M: Dat helpt mij.\n");
    const auto from = study.add_code("Hulp");
    const auto into = study.add_code("Steun");
    const auto child = study.add_code("Praktisch", from);
    study.add_coding(source, {3, 12}, from, "Anna");
    study.add_coding(source, {3, 12}, into, "Anna");
    study.add_coding(source, {3, 6}, from, "Anna");
    Edit edit(*study, "merge_codes");
    CHECK_THROWS_AS(study::verbs::merge_codes(edit, from, child), base::Error);
    study::verbs::merge_codes(edit, from, into);
    edit.commit();
    CHECK(study::codings::count_with(*study, into) == 2);
    const auto codebook = study::codes::codebook(*study);
    CHECK(codebook.find(from) == nullptr);
    CHECK(codebook.find(child)->parent == into);
}

TEST_CASE("a code goes with all that stands below it, and how many codings went is said") {
    TemporaryStudy study;
    const auto source = study.add_source("T1", "M: Dat helpt mij.\n");
    const auto dimension = study.add_code("Plichten", {}, false);
    const auto code = study.add_code("Steun", dimension);
    study.add_coding(source, {3, 12}, code, "Anna");
    Edit edit(*study, "remove_code");
    CHECK(study::verbs::remove_code(edit, dimension) == 1);
    edit.commit();
    CHECK(study::codes::codebook(*study).empty());
}

TEST_CASE("a codebook that is brought in again adds nothing, and changed texts are taken over") {
    TemporaryStudy study;
    model::Code dimension;
    dimension.id = {1};
    dimension.guid = base::Guid::random();
    dimension.name = "Rechten";
    dimension.codable = false;
    model::Code code;
    code.id = {2};
    code.guid = base::Guid::random();
    code.parent = {1};
    code.name = "Afspraken";
    const auto bring = [&] {
        Edit edit(*study, "codebook");
        const auto result = study::verbs::import_codebook(edit, model::Codebook({dimension, code}));
        edit.commit();
        return result;
    };
    CHECK(bring().added == 2);
    auto again = bring();
    CHECK(again.added == 0);
    CHECK(again.changed == 0);
    code.definition = "nieuw";
    again = bring();
    CHECK(again.changed == 1);
    // Another file that has the same code under another identity is known by its path.
    code.guid = base::Guid::random();
    again = bring();
    CHECK(again.added == 0);
    CHECK(study::codes::codebook(*study).codes().size() == 2);
}
