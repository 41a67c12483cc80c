// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/verbs/settling.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "study/coders.h"
#include "study/codings.h"
#include "study/history.h"
#include "study/material.h"
#include "study/memos.h"
#include "study/settlements.h"
#include "study/sources.h"
#include "study/temporary_study.h"
#include "study/verbs/codebook.h"
#include "study/verbs/coding.h"
#include "study/verbs/memos.h"

using Catch::Contains;
using model::Decision;
using study::Edit;
using study::History;
using support::TemporaryStudy;
using text::Span;

namespace {

/// Anna and Bram on one transcript: ends that differ, and a passage that Bram alone found.
struct Disputed {
    TemporaryStudy study;
    model::SourceId source = study.add_source("T1", "M: Dat helpt mij, en dat weet hij ook wel.\n");
    model::CodeId steun = study.add_code("Steun"), strijd = study.add_code("Strijd");
    model::CodingId anna = study.add_coding(source, {3, 12}, steun, "Anna");
    model::CodingId bram = study.add_coding(source, {3, 16}, steun, "Bram");
    model::CodingId alone = study.add_coding(source, {18, 30}, strijd, "Bram");

    model::SettlementId settle(study::verbs::Settling settling) {
        Edit edit(*study, "settle");
        const auto id = study::verbs::settle(edit, settling);
        edit.commit();
        return id;
    }
    study::verbs::Settling about_ends(Decision decision, Span outcome) const {
        study::verbs::Settling settling{source,       decision,          {}, "because", {},
                                        {anna, bram}, {{steun, outcome}}};
        if (decision == Decision::accept) settling.accepted = study::coders::resolve(*study, "Anna").id;
        return settling;
    }
    std::vector<model::Coding> settled() const {
        auto codings = study::codings::of_source(*study, source);
        std::erase_if(codings, [](const auto& one) { return one.layer != model::kSettledLayer; });
        return codings;
    }
    template <class Verb>
    void in_one_edit(Verb verb) {
        Edit edit(*study, "test");
        verb(edit);
        edit.commit();
    }
};

}  // namespace

TEST_CASE("a settled coding stands beside both originals and remembers them") {
    Disputed it;
    it.settle(it.about_ends(Decision::accept, {3, 12}));
    CHECK(study::codings::count(*it.study) == 4);
    REQUIRE(it.settled().size() == 1);
    CHECK(it.settled()[0].span == Span{3, 12});
    const auto all = study::settlements::all(*it.study);
    REQUIRE(all.size() == 1);
    CHECK(all[0].settles == std::vector<model::CodingId>{it.anna, it.bram});
    CHECK(all[0].outcomes == std::vector<model::CodingId>{it.settled()[0].id});
    CHECK(all[0].decision == Decision::accept);
    CHECK(all[0].accepted == study::coders::resolve(*it.study, "Anna").id);
    CHECK(all[0].reason == "because");
    CHECK(all[0].code == it.steun);
    CHECK(all[0].span == Span{3, 16});
    CHECK(all[0].holds());
    CHECK(study::load_material(*it.study).settlements.size() == 1);
}

TEST_CASE("a decision is one step of the history, undone and done again as a whole") {
    Disputed it;
    const auto before = support::rows_of(*it.study);
    it.settle(it.about_ends(Decision::both, {3, 16}));
    const auto after = support::rows_of(*it.study);
    auto material = study::load_material(*it.study);
    CHECK(History(*it.study).newest(1).at(0).verb == "settle");
    History(*it.study).undo({});
    CHECK(support::rows_of(*it.study) == before);
    History(*it.study).redo({});
    CHECK(support::rows_of(*it.study) == after);
}

TEST_CASE("a second decision replaces the first, and what came of it") {
    Disputed it;
    it.settle(it.about_ends(Decision::accept, {3, 12}));
    it.settle(it.about_ends(Decision::both, {3, 16}));
    REQUIRE(it.settled().size() == 1);
    CHECK(it.settled()[0].span == Span{3, 16});
    REQUIRE(study::settlements::all(*it.study).size() == 1);
    auto drop = it.about_ends(Decision::drop, {});
    drop.outcomes.clear();
    it.settle(drop);
    CHECK(it.settled().empty());
    CHECK(study::codings::count(*it.study) == 3);
}

TEST_CASE("a decision makes place in the settled layer, and leaves what another decision put there") {
    Disputed it;
    it.study.add_coding(it.source, {5, 9}, it.steun, "settled");
    it.study.add_coding(it.source, {5, 9}, it.strijd, "settled");
    const auto kept = it.study.add_coding(it.source, {3, 12}, it.steun, "settled");
    it.in_one_edit([&](Edit& edit) {
        model::Memo memo;
        memo.about = model::Memo::About::coding;
        memo.target = kept.value;
        memo.content = "so we agreed";
        study::verbs::add_memo(edit, memo);
    });
    it.settle(it.about_ends(Decision::accept, {3, 12}));
    const auto settled = it.settled();
    REQUIRE(settled.size() == 2);
    CHECK(settled[0].id == kept);
    CHECK(settled[1].code == it.strijd);
    CHECK(study::memos::about(*it.study, model::Memo::About::coding, kept.value).size() == 1);

    it.settle({it.source, Decision::anew, {}, "", {}, {it.alone}, {{it.steun, Span{4, 30}}}});
    CHECK(it.settled().size() == 3);
}

TEST_CASE("what is put off leaves the settled layer as it is") {
    Disputed it;
    it.study.add_coding(it.source, {5, 9}, it.steun, "settled");
    it.settle({it.source, Decision::later, {}, "ask the team", {}, {it.anna, it.bram}, {}});
    CHECK(it.settled().size() == 1);
    CHECK(study::settlements::all(*it.study).at(0).decision == Decision::later);
}

TEST_CASE("an original that is removed or moved leaves the decision, which no longer holds") {
    Disputed it;
    it.settle(it.about_ends(Decision::accept, {3, 12}));
    SECTION("removed") {
        it.in_one_edit([&](Edit& edit) { study::verbs::remove_coding(edit, it.bram); });
    }
    SECTION("drawn elsewhere") {
        it.in_one_edit([&](Edit& edit) { study::verbs::resize_coding(edit, it.bram, {3, 20}); });
    }
    SECTION("coded otherwise") {
        it.in_one_edit([&](Edit& edit) { study::verbs::recode(edit, it.bram, it.strijd); });
    }
    const auto all = study::settlements::all(*it.study);
    REQUIRE(all.size() == 1);
    CHECK(all[0].settles == std::vector<model::CodingId>{it.anna});
    CHECK_FALSE(all[0].holds());
    CHECK(all[0].outcomes.size() == 1);
    CHECK(it.settled().size() == 1);
    History(*it.study).undo({});
    CHECK(study::settlements::all(*it.study).at(0).holds());
}

TEST_CASE("codes and sources go with the decisions about them, and come back") {
    Disputed it;
    it.settle(it.about_ends(Decision::accept, {3, 12}));
    auto replaced = it.about_ends(Decision::anew, {3, 12});
    replaced.settles = {it.alone};
    it.settle(replaced);
    const auto before = support::rows_of(*it.study);
    SECTION("a code is removed") {
        it.in_one_edit([&](Edit& edit) { study::verbs::remove_code(edit, it.steun); });
        CHECK(study::settlements::all(*it.study).size() == 1);
    }
    SECTION("a decision about another code of what it settles stays") {
        it.in_one_edit([&](Edit& edit) { study::verbs::remove_code(edit, it.strijd); });
        REQUIRE(study::settlements::all(*it.study).size() == 2);
        CHECK(study::settlements::all(*it.study)[1].code == it.steun);
    }
    SECTION("codes are merged") {
        it.in_one_edit([&](Edit& edit) { study::verbs::merge_codes(edit, it.steun, it.strijd); });
        CHECK(study::settlements::all(*it.study).at(0).code == it.strijd);
    }
    SECTION("a source is removed") {
        it.in_one_edit([&](Edit& edit) { study::sources::remove(edit, it.source); });
        CHECK(study::settlements::all(*it.study).empty());
    }
    CHECK(it.study->database().number("SELECT count(*) FROM pragma_foreign_key_check") == 0);
    History(*it.study).undo({});
    CHECK(support::rows_of(*it.study) == before);
}

TEST_CASE("a decision that is taken back leaves the originals and takes its own codings along") {
    Disputed it;
    const auto id = it.settle(it.about_ends(Decision::accept, {3, 12}));
    it.in_one_edit([&](Edit& edit) { study::verbs::reopen(edit, id); });
    CHECK(it.settled().empty());
    CHECK(study::codings::count(*it.study) == 3);
    Edit edit(*it.study, "reopen");
    CHECK_THROWS_WITH(study::verbs::reopen(edit, id), Contains("no longer in the study"));
}

TEST_CASE("what cannot be settled is refused, and nothing of it is done") {
    Disputed it;
    const auto refused = [&](study::verbs::Settling settling, const char* why) {
        const auto before = support::rows_of(*it.study);
        CHECK_THROWS_WITH(it.settle(std::move(settling)), Contains(why));
        CHECK(support::rows_of(*it.study) == before);
    };
    refused({it.source, Decision::drop, {}, "", {}, {}, {}}, "nothing to settle");
    refused({it.source, Decision::drop, {}, "", {}, {{123456789}}, {}}, "no longer in the study");
    refused(it.about_ends(Decision::anew, {3, 4000}), "no passage of T1");
    auto heading = it.about_ends(Decision::anew, {3, 9});
    heading.outcomes = {{it.study.add_code("Kop", {}, false), Span{3, 9}}};
    refused(heading, "heading");
    auto elsewhere = it.about_ends(Decision::accept, {3, 9});
    elsewhere.source = it.study.add_source("T2", "M: Nog een.\n");
    refused(elsewhere, "not all of one source");
}
