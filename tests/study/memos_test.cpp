// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/verbs/memos.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "study/checking.h"
#include "study/coders.h"
#include "study/history.h"
#include "study/memos.h"
#include "study/temporary_study.h"
#include "study/verbs/people.h"

using Catch::Contains;
using model::Memo;
using study::Edit;
using support::TemporaryStudy;

namespace {

Memo memo_about(Memo::About about, std::int64_t target, const std::string& content = "waarom") {
    Memo memo;
    memo.about = about;
    memo.target = target;
    memo.content = content;
    return memo;
}

model::MemoId add(const TemporaryStudy& study, const Memo& memo) {
    Edit edit(*study, "add_memo");
    const auto id = study::verbs::add_memo(edit, memo);
    edit.commit();
    return id;
}

}  // namespace

TEST_CASE("a memo is written on anything, changed and removed, and the history says on what and by whom") {
    TemporaryStudy study;
    const auto source = study.add_source("T1", "M: Dat helpt mij.\n");
    const auto code = study.add_code("Steun");
    const auto coding = study.add_coding(source, {3, 12}, code, "Anna");
    model::ParticipantId mother;
    {
        Edit edit(*study, "people");
        mother = study::verbs::ensure_participant(edit, "T1-moeder", {}, {});
        edit.commit();
    }
    const auto anna = study::coders::resolve(*study, "Anna");
    const auto before = support::rows_of(*study);
    const std::vector<std::tuple<Memo::About, std::int64_t, std::string>> things{
        {Memo::About::study, 0, ""},
        {Memo::About::source, source.value, "source"},
        {Memo::About::participant, mother.value, "participant"},
        {Memo::About::code, code.value, "code"},
        {Memo::About::coding, coding.value, "code"}};
    for (const auto& [about, target, key] : things) {
        auto memo = memo_about(about, target);
        memo.coder = anna.id;
        const auto id = add(study, memo);
        {
            Edit edit(*study, "update_memo");
            study::verbs::update_memo(edit, id, "daarom");
            edit.commit();
        }
        CHECK(study::memos::get(*study, id)->content == "daarom");
        CHECK(study::check(*study).empty());
        {
            Edit edit(*study, "remove_memo");
            study::verbs::remove_memo(edit, id);
            edit.commit();
        }
        CHECK_FALSE(study::memos::get(*study, id));
        for (const auto& revision : study::History(*study).newest(3)) {
            CHECK(revision.coder == anna.guid);
            CHECK((key.empty() || revision.args.contains(key)));
        }
    }
    CHECK(support::rows_of(*study) == before);
    study::History(*study).undo();
    CHECK(study::memos::all(*study).size() == 1);
}

TEST_CASE("a memo without words or about nothing is refused") {
    TemporaryStudy study;
    const auto source = study.add_source("T1", "M: Dat helpt mij.\n");
    const auto memo = add(study, memo_about(Memo::About::study, 0));
    Edit edit(*study, "add_memo");
    CHECK_THROWS_WITH(study::verbs::add_memo(edit, memo_about(Memo::About::study, 0, " \n")),
                      Contains("empty"));
    CHECK_THROWS_WITH(study::verbs::update_memo(edit, memo, ""), Contains("empty"));
    CHECK_THROWS_WITH(study::verbs::update_memo(edit, {77}, "x"), Contains("no longer"));
    CHECK_THROWS_WITH(study::verbs::remove_memo(edit, {77}), Contains("no longer"));
    for (const auto about :
         {Memo::About::source, Memo::About::participant, Memo::About::code, Memo::About::coding}) {
        CHECK_THROWS_WITH(study::verbs::add_memo(edit, memo_about(about, 77)), Contains("no longer"));
    }
    auto outside = memo_about(Memo::About::source, source.value);
    outside.span = text::Span{3, 99};
    CHECK_THROWS_WITH(study::verbs::add_memo(edit, outside), Contains("no passage"));
    auto misplaced = memo_about(Memo::About::study, 0);
    misplaced.span = text::Span{3, 5};
    CHECK_THROWS_WITH(study::verbs::add_memo(edit, misplaced), Contains("about a source"));
    CHECK_FALSE(edit.commit());
}

TEST_CASE("memos on a code and on its codings are counted together") {
    TemporaryStudy study;
    const auto source = study.add_source("T1", "M: Dat helpt mij.\n");
    const auto code = study.add_code("Steun");
    const auto other = study.add_code("Regels");
    const auto coding = study.add_coding(source, {3, 12}, code, "Anna");
    add(study, memo_about(Memo::About::code, code.value));
    add(study, memo_about(Memo::About::coding, coding.value));
    add(study, memo_about(Memo::About::source, source.value));
    CHECK(study::memos::count_with(*study, code) == 2);
    CHECK(study::memos::count_with(*study, other) == 0);
}
