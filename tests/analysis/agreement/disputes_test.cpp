// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/agreement/disputes.h"

#include <catch2/catch.hpp>

#include "analysis/agreement/confusion.h"
#include "analysis/agreement/outcomes.h"
#include "analysis/material_builder.h"
#include "analysis/stability.h"
#include "base/error.h"

using namespace analysis;
using model::Decision;
using Kind = DisagreementKind;

namespace {

/// A mother and a JIM, each alone in an interview that Anna and Bram coded.
struct TwoCoders {
    MaterialBuilder study;
    std::vector<model::Settlement> settlements;

    TwoCoders() {
        study.participant("Moeder", "ouder").participant("Jim", "JIM").coder("anna").coder("bram");
        study.code("Act/Pro").code("Act/Con").code("Duty/Help");
        study.source("m", {"Moeder"}, 1000).source("j", {"Jim"}, 1000);
        for (const char* source : {"m", "j"}) {
            for (const char* coder : {"anna", "bram"}) study.mark(source, coder, model::Mark::coded);
        }
    }
    [[nodiscard]] model::Material material() const {
        model::Material made = study.material();
        made.settlements = settlements;
        return made;
    }
    [[nodiscard]] AgreementSpec spec() const {
        AgreementSpec made;
        made.coders = {{study.coder_id("anna")}, {study.coder_id("bram")}};
        return made;
    }
    [[nodiscard]] Disputes found() const { return disputes(material(), spec()); }
    void settle(const Dispute& dispute, Decision decision, std::vector<model::CodingId> outcomes = {}) {
        model::Settlement made;
        made.source = dispute.source;
        made.decision = decision;
        for (const auto& ids : dispute.codings)
            made.settles.insert(made.settles.end(), ids.begin(), ids.end());
        made.codings = static_cast<std::int64_t>(made.settles.size());
        made.outcomes = std::move(outcomes);
        settlements.push_back(made);
    }
};

std::vector<text::Span> spans_of(const Proposal& proposal) {
    std::vector<text::Span> spans;
    for (const auto& one : proposal.outcomes) spans.push_back(one.span);
    return spans;
}

}  // namespace

TEST_CASE(
    "What is settled together is one dispute: both ends of a passage, and two codes for the same words") {
    TwoCoders it;
    it.study.coding("m", "Act/Pro", 10, 50, "anna");
    it.study.coding("m", "Act/Pro", 5, 60, "bram");
    it.study.coding("m", "Act/Pro", 100, 150, "anna");
    it.study.coding("m", "Act/Con", 110, 160, "bram");
    it.study.coding("m", "Duty/Help", 120, 130, "bram");
    it.study.coding("m", "Duty/Help", 300, 320, "anna");
    it.study.coding("m", "Duty/Help", 300, 320, "bram");
    const Disputes found = it.found();
    REQUIRE(found.list.size() == 3);
    CHECK(found.list[0].kind == Kind::boundary);
    CHECK(found.list[0].passages.size() == 2);
    CHECK(found.list[0].length == 15);
    CHECK(found.list[0].span == text::Span{5, 60});
    CHECK(found.list[1].kind == Kind::other_code);
    CHECK(found.list[1].codes ==
          std::vector<model::CodeId>{it.study.code_id("Act/Pro"), it.study.code_id("Act/Con")});
    CHECK(found.list[1].codings[0].size() == 1);
    CHECK(found.list[1].codings[1].size() == 1);
    CHECK(found.list[2].kind == Kind::extra);
    CHECK(found.undisputed.size() == 2);
    CHECK(found.open() == 3);
}

TEST_CASE(
    "A dispute hangs on a number of the matrix only where nothing else gives the participant the code") {
    TwoCoders it;
    it.study.coding("m", "Act/Pro", 10, 50, "anna");  // Bram found it elsewhere in her interview, with Anna
    it.study.coding("m", "Act/Pro", 500, 550, "anna");
    it.study.coding("m", "Act/Pro", 500, 550, "bram");
    it.study.coding("j", "Act/Con", 10, 50, "bram");  // nobody else found it for Jim
    it.study.coding("j", "Duty/Help", 100, 140, "anna");
    it.study.coding("j", "Duty/Help", 100, 145, "bram");  // either way he has it
    it.study.coding("j", "Duty/Help", 300, 320, "bram");
    const Disputes found = it.found();
    REQUIRE(found.list.size() == 4);
    // Sources by name: j, then m.
    const auto jim = it.study.participant_id("Jim");
    std::size_t changes = 0;
    for (const Dispute& dispute : found.list) {
        changes += dispute.effect.size();
        if (dispute.codes.front() == it.study.code_id("Act/Con"))
            CHECK(dispute.effect == std::vector<CellChange>{{it.study.code_id("Act/Con"), jim, 1}});
    }
    CHECK(changes == 1);
    CHECK(found.list[by_effect(found).front()].codes.front() == it.study.code_id("Act/Con"));
}

TEST_CASE("A dispute is settled as long as what was decided about is as it was") {
    TwoCoders it;
    it.study.coding("m", "Act/Pro", 10, 50, "anna");
    it.study.coding("m", "Act/Pro", 10, 55, "bram");
    it.settle(it.found().list.front(), Decision::later);
    CHECK(it.found().open() == 1);
    CHECK(it.found().list.front().settlement == 0U);
    it.settlements.front().decision = Decision::drop;
    CHECK(it.found().open() == 0);
    SECTION("another coding that belongs to it") {
        it.study.coding("m", "Act/Pro", 50, 70, "anna");
        CHECK(it.found().open() == 1);
        CHECK(it.found().list.front().changed);
    }
    SECTION("an original that is no longer what was decided about") {
        it.settlements.front().settles.pop_back();
        CHECK(it.found().open() == 1);
        CHECK(it.found().list.front().changed);
    }
}

TEST_CASE("Each decision gives the passages that it says") {
    TwoCoders it;
    it.study.coding("m", "Act/Pro", 10, 50, "anna");
    it.study.coding("m", "Act/Pro", 5, 40, "bram");
    it.study.coding("m", "Act/Con", 42, 50, "bram");
    const auto material = it.material();
    const Disputes found = it.found();
    REQUIRE(found.list.size() == 1);
    const auto decided = [&](Decision decision, std::size_t who = 0) {
        return proposal(found.list.front(), material, it.spec(), decision, who);
    };
    CHECK(spans_of(decided(Decision::accept, 0)) == std::vector<text::Span>{{10, 50}});
    CHECK(decided(Decision::accept, 0).accepted == it.study.coder_id("anna"));
    CHECK(spans_of(decided(Decision::accept, 1)) == std::vector<text::Span>{{5, 40}, {42, 50}});
    CHECK(spans_of(decided(Decision::both)) == std::vector<text::Span>{{5, 50}, {42, 50}});
    CHECK(spans_of(decided(Decision::intersection)) == std::vector<text::Span>{{10, 40}});
    CHECK(spans_of(decided(Decision::drop)).empty());
    CHECK(decided(Decision::drop).settles.size() == 3);
}

TEST_CASE("Rules settle what they say and nothing else") {
    TwoCoders it;
    it.study.coding("m", "Act/Pro", 10, 50, "anna");
    it.study.coding("m", "Act/Pro", 5, 52, "bram");  // 5 and 2 characters
    it.study.coding("m", "Act/Con", 100, 150, "anna");
    it.study.coding("m", "Act/Con", 100, 160, "bram");    // 10
    it.study.coding("m", "Duty/Help", 300, 302, "anna");  // Bram missed it
    it.study.coding("j", "Duty/Help", 10, 20, "anna");
    it.study.coding("j", "Duty/Help", 20, 30, "anna");
    it.study.coding("j", "Duty/Help", 10, 30, "bram");  // the same characters
    const auto material = it.material();
    const auto by = [&](Decision decision, text::Position under) {
        return proposals(it.found(), it.material(), it.spec(), {decision, under});
    };
    CHECK(by(Decision::united, 5).empty());
    REQUIRE(by(Decision::united, 6).size() == 1);
    CHECK(spans_of(by(Decision::united, 6).front()) == std::vector<text::Span>{{5, 52}});
    CHECK(spans_of(by(Decision::intersection, 6).front()) == std::vector<text::Span>{{10, 50}});
    CHECK(by(Decision::intersection, 11).size() == 2);
    const auto agreed = by(Decision::agreed, 0);
    REQUIRE(agreed.size() == 1);
    CHECK(spans_of(agreed.front()) == std::vector<text::Span>{{10, 20}, {20, 30}});
    CHECK(agreed.front().settles.size() == 3);

    for (const Dispute& dispute : it.found().list) it.settle(dispute, Decision::later);
    CHECK(by(Decision::united, 11).empty());
}

TEST_CASE("The confusion matrix crosses what is left on either side, within a dimension") {
    TwoCoders it;
    it.study.coding("m", "Act/Pro", 0, 100, "anna");
    it.study.coding("m", "Act/Pro", 0, 50, "bram");
    it.study.coding("m", "Act/Con", 40, 80, "bram");
    it.study.coding("m", "Duty/Help", 0, 100, "bram");
    const auto tables = confusions(it.material(), it.spec());
    REQUIRE(tables.size() == 2);
    const auto pro = it.study.code_id("Act/Pro"), con = it.study.code_id("Act/Con");
    CHECK(tables[0].at(pro, pro)->characters == 50);
    CHECK(tables[0].at(pro, con)->characters == 30);              // 50–80
    CHECK(tables[0].at(model::CodeId{}, con)->characters == 10);  // 40–50: Anna's Pro is agreed on
    CHECK(tables[0].at(pro, model::CodeId{})->characters == 20);  // 80–100
    CHECK(tables[0].at(con, pro) == nullptr);
    CHECK(tables[0].at(pro, con)->places.size() == 1);
    CHECK(tables[1].at(model::CodeId{}, it.study.code_id("Duty/Help"))->characters == 100);
    // Every character that either coded is in some cell of the row or column of its code.
    text::Position first = 0;
    for (const auto& cell : tables[0].cells) first += cell.first == pro ? cell.characters : 0;
    CHECK(first == 100);
}

TEST_CASE("The stability of the matrix counts participants under each answer") {
    TwoCoders it;
    it.study.coding("m", "Act/Pro", 10, 50, "anna");
    it.study.coding("m", "Act/Pro", 10, 50, "bram");
    it.study.coding("j", "Act/Con", 10, 50, "bram");
    const auto settled = it.study.coding("j", "Act/Con", 10, 50, "");
    const auto cell = [&](const Stability& all, const std::string& code, const std::string& column) {
        for (const auto& one : all.cells) {
            if (one.code == it.study.code_id(code) && all.columns[one.column].label == column) return one;
        }
        FAIL("no cell");
        return StableCell{};
    };
    Stability before = stability(it.material(), it.spec(), it.found());
    CHECK(before.sources == 2);
    CHECK(before.hanging == 1);
    CHECK(before.same == 1);
    CHECK(cell(before, "Act/Pro", "ouder").stable());
    const auto con = cell(before, "Act/Con", "JIM");
    CHECK(con.first == 0);
    CHECK(con.second == 1);
    CHECK(con.either == 1);
    CHECK(con.both == 0);
    CHECK(con.settled == 1);
    CHECK(con.low == 0);
    CHECK(con.high == 1);
    CHECK(con.open == std::vector<std::size_t>{0});

    it.settle(it.found().list.front(), Decision::accept, {settled});
    const Stability after = stability(it.material(), it.spec(), it.found());
    CHECK(after.hanging == 0);
    CHECK(cell(after, "Act/Con", "JIM").low == 1);
    CHECK(cell(after, "Act/Con", "JIM").high == 1);
}

TEST_CASE("Settling is between two coders") {
    TwoCoders it;
    AgreementSpec spec = it.spec();
    spec.coders.push_back({{}, model::kSettledLayer});
    CHECK_THROWS_WITH(disputes(it.material(), spec), Catch::Contains("two coders"));
    CHECK_THROWS_WITH(confusions(it.material(), spec), Catch::Contains("two coders"));
}
