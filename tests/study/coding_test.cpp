// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/verbs/coding.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "study/coders.h"
#include "study/codes.h"
#include "study/codings.h"
#include "study/history.h"
#include "study/material.h"
#include "study/memos.h"
#include "study/temporary_study.h"
#include "study/verbs/codebook.h"
#include "study/verbs/memos.h"

using Catch::Contains;
using study::Edit;
using study::History;
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

namespace {

/// One Edit with one verb.
template <class Verb>
std::optional<std::int64_t> in_one_edit(const TemporaryStudy& study, const std::string& name, Verb verb) {
    Edit edit(*study, name);
    verb(edit);
    return edit.commit();
}

model::Coding coding_of(const TemporaryStudy& study, model::CodingId id) {
    return study::codings::get(*study, {id}).at(0);
}

void add_memo_on(const TemporaryStudy& study, model::CodingId coding, const std::string& content) {
    in_one_edit(study, "add_memo", [&](Edit& edit) {
        model::Memo memo;
        memo.about = model::Memo::About::coding;
        memo.target = coding.value;
        memo.content = content;
        study::verbs::add_memo(edit, memo);
    });
}

}  // namespace

TEST_CASE(
    "a coding that gets other ends or another code stays the same coding, and undo gives back the old") {
    TemporaryStudy study;
    const auto source = study.add_source("T1", "M: Dat helpt mij.\n");
    const auto help = study.add_code("Hulp");
    const auto support = study.add_code("Steun");
    const auto id = study.add_coding(source, {3, 12}, help, "Anna");
    const auto before = support::rows_of(*study);
    const auto guid = coding_of(study, id).guid;

    in_one_edit(study, "resize_coding", [&](Edit& edit) { study::verbs::resize_coding(edit, id, {3, 16}); });
    CHECK(coding_of(study, id).span == Span{3, 16});
    CHECK(coding_of(study, id).guid == guid);
    in_one_edit(study, "recode", [&](Edit& edit) { study::verbs::recode(edit, id, support); });
    CHECK(coding_of(study, id).code == support);
    CHECK(coding_of(study, id).guid == guid);

    const auto newest = History(*study).newest(2);
    CHECK(newest.at(0).coder == study::coders::resolve(*study, "Anna").guid);
    CHECK(newest.at(0).args.at("code") == study::codes::codebook(*study).find(support)->guid.to_string());
    CHECK(newest.at(1).args.contains("source"));
    History(*study).undo();
    History(*study).undo();
    CHECK(support::rows_of(*study) == before);
    CHECK_FALSE(in_one_edit(study, "resize_coding", [&](Edit& edit) {
        study::verbs::resize_coding(edit, id, {3, 12});
    }));
}

TEST_CASE("a coding that becomes the same as another is one with it, with the memos and the star of both") {
    TemporaryStudy study;
    const auto source = study.add_source("T1", "M: Dat helpt mij.\n");
    const auto help = study.add_code("Hulp");
    const auto support = study.add_code("Steun");
    const auto one = study.add_coding(source, {3, 12}, help, "Anna");
    const bool by_its_ends = GENERATE(true, false);
    const auto twin = by_its_ends ? study.add_coding(source, {3, 16}, help, "Anna")
                                  : study.add_coding(source, {3, 12}, support, "Anna");
    const auto of_another_hand = study.add_coding(source, {3, 16}, help, "Bram");
    add_memo_on(study, one, "een");
    add_memo_on(study, twin, "twee");
    in_one_edit(study, "star", [&](Edit& edit) { study::verbs::star(edit, twin, true); });
    const auto before = support::rows_of(*study);

    in_one_edit(study, "change", [&](Edit& edit) {
        if (by_its_ends) {
            study::verbs::resize_coding(edit, one, {3, 16});
        } else {
            study::verbs::recode(edit, one, support);
        }
    });
    CHECK(study::codings::get(*study, {twin}).empty());
    CHECK(coding_of(study, one).starred);
    CHECK(study::memos::about(*study, model::Memo::About::coding, one.value).size() == 2);
    CHECK_FALSE(coding_of(study, of_another_hand).starred);
    History(*study).undo();
    CHECK(support::rows_of(*study) == before);
}

TEST_CASE("a coding cannot leave its text, nor go to a heading, nor be changed when it is gone") {
    TemporaryStudy study;
    const auto source = study.add_source("T1", "M: Dat helpt mij.\n");
    const auto heading = study.add_code("Plichten", {}, false);
    const auto id = study.add_coding(source, {3, 12}, study.add_code("Steun", heading), "Anna");
    const auto before = support::rows_of(*study);
    {
        Edit edit(*study, "resize_coding");
        for (const Span span : {Span{3, 3}, Span{5, 3}, Span{-1, 4}, Span{3, 19}}) {
            CHECK_THROWS_WITH(study::verbs::resize_coding(edit, id, span), Contains("no passage"));
        }
        CHECK_THROWS_WITH(study::verbs::recode(edit, id, heading), Contains("heading"));
        CHECK_THROWS_WITH(study::verbs::recode(edit, id, {77}), Contains("no longer"));
        for (const auto verb : {1, 2, 3}) {
            const auto change = [&] {
                if (verb == 1) study::verbs::resize_coding(edit, {77}, {3, 4});
                if (verb == 2) study::verbs::remove_coding(edit, {77});
                if (verb == 3) study::verbs::star(edit, {77}, true);
            };
            CHECK_THROWS_WITH(change(), Contains("no longer in the study"));
        }
        CHECK_FALSE(edit.commit());
    }
    CHECK(support::rows_of(*study) == before);
}

TEST_CASE("a coding is removed by its number with its memos, and no other") {
    TemporaryStudy study;
    const auto source = study.add_source("T1", "M: Dat helpt mij.\n");
    const auto code = study.add_code("Steun");
    const auto one = study.add_coding(source, {3, 12}, code, "Anna");
    const auto other = study.add_coding(source, {3, 12}, code, "Bram");
    add_memo_on(study, one, "een");
    add_memo_on(study, other, "twee");
    in_one_edit(study, "remove_coding", [&](Edit& edit) { study::verbs::remove_coding(edit, one); });
    CHECK(study::codings::get(*study, {one, other}).size() == 1);
    REQUIRE(study::memos::all(*study).size() == 1);
    CHECK(study::memos::all(*study)[0].content == "twee");
}

TEST_CASE("a star is put on, seen by whoever counts, and taken off") {
    TemporaryStudy study;
    const auto source = study.add_source("T1", "M: Dat helpt mij.\n");
    const auto id = study.add_coding(source, {3, 12}, study.add_code("Steun"), "Anna");
    auto material = study::load_material(*study);
    const auto connection =
        study->on_changed([&](const study::Changes& changes) { study::refresh(material, *study, changes); });
    CHECK_FALSE(material.sources[0].codings[0].starred);
    in_one_edit(study, "star", [&](Edit& edit) { study::verbs::star(edit, id, true); });
    CHECK(coding_of(study, id).starred);
    CHECK(material.sources[0].codings[0].starred);
    CHECK(study::load_material(*study).sources[0].codings[0].starred);
    CHECK_FALSE(in_one_edit(study, "star", [&](Edit& edit) { study::verbs::star(edit, id, true); }));
    in_one_edit(study, "unstar", [&](Edit& edit) { study::verbs::star(edit, id, false); });
    CHECK_FALSE(material.sources[0].codings[0].starred);
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
    const auto gone = study.add_coding(source, {3, 12}, from, "Anna");
    const auto kept = study.add_coding(source, {3, 12}, into, "Anna");
    add_memo_on(study, gone, "waarom");
    in_one_edit(study, "star", [&](Edit& step) { study::verbs::star(step, gone, true); });
    study.add_coding(source, {3, 6}, from, "Anna");
    Edit edit(*study, "merge_codes");
    CHECK_THROWS_AS(study::verbs::merge_codes(edit, from, child), base::Error);
    study::verbs::merge_codes(edit, from, into);
    edit.commit();
    CHECK(study::codings::count_with(*study, into) == 2);
    CHECK(study::memos::about(*study, model::Memo::About::coding, kept.value).size() == 1);
    CHECK(coding_of(study, kept).starred);
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
