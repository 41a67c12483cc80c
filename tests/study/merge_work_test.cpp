// SPDX-License-Identifier: GPL-3.0-or-later
//
// The rules of docs/two-coders.md for codings, marks, rounds, memos, decisions and settings, one test each.
#include <catch2/catch.hpp>

#include "study/coders.h"
#include "study/codings.h"
#include "study/memos.h"
#include "study/reproducible.h"
#include "study/saved_searches.h"
#include "study/settings.h"
#include "study/settlements.h"
#include "study/two_copies.h"
#include "study/verbs/coding.h"
#include "study/verbs/marking.h"
#include "study/verbs/memos.h"
#include "study/verbs/searches.h"
#include "study/verbs/settings.h"
#include "study/verbs/settling.h"

using model::Mark;
using study::Edit;
using support::Reproducible;
using support::TwoCopies;
using text::Span;

namespace {

using namespace study::verbs;

constexpr std::int64_t kThen = 1'800'001'000;

/// What is done here and there, 10 seconds after each other.
struct InTurn {
    template <class Here, class There>
    InTurn(Reproducible& world, TwoCopies& two, bool here_later, const Here& here, const There& there) {
        world.set_clock(kThen);
        two.there(there);
        world.set_clock(kThen + (here_later ? 10 : -10));
        two.here(here);
    }
};

Hand anna(const study::Study& study) {
    return {study::coders::resolve(study, "Anna").id};
}

Settling accepting(const TwoCopies& two, const std::string& reason) {
    const auto coder = anna(*two.study).coder;
    return {two.source, model::Decision::accept, coder, reason, coder, {two.mine}, {{two.code, Span{3, 6}}}};
}

std::vector<model::Coding> settled(const TwoCopies& two) {
    auto codings = study::codings::of_source(*two.study, two.source);
    std::erase_if(codings, [](const auto& one) { return one.layer != model::kSettledLayer; });
    return codings;
}

}  // namespace

TEST_CASE("a coding that one coder put in both copies is one, with the memos of both") {
    TwoCopies two;
    const auto put = [&](const std::string& words) {
        return [&two, words](Edit& edit) {
            const auto coding = code(edit, two.source, Span{8, 12}, two.code, anna(edit.study()));
            model::Memo memo;
            memo.about = model::Memo::About::coding;
            memo.target = coding->value;
            memo.content = words;
            add_memo(edit, memo);
        };
    };
    two.here(put("mijn twijfel"));
    two.there(put("haar twijfel"));
    two.merge();
    const auto codings = study::codings::of_source(*two.study, two.source);
    REQUIRE(codings.size() == 2);
    CHECK(study::memos::about(*two.study, model::Memo::About::coding, codings.back().id.value).size() == 2);
}

TEST_CASE("of two marks of a coder on a source the later stands") {
    Reproducible world(1);
    TwoCopies two;
    two.here([&](Edit& edit) { mark(edit, two.source, anna(*two.study), Mark::coding); });
    two.copy_again();
    const bool here_later = GENERATE(true, false);
    InTurn(
        world, two, here_later, [&](Edit& edit) { mark(edit, two.source, anna(*two.study), Mark::to_do); },
        [&](Edit& edit) { mark(edit, two.source, anna(*two.study), Mark::coded); });
    two.merge();
    CHECK(study::codings::progress(*two.study, two.source, anna(*two.study).coder).mark ==
          (here_later ? Mark::to_do : Mark::coded));
}

TEST_CASE("a mark and its round go together, and a round in which somebody coded has begun") {
    Reproducible world(1);
    TwoCopies two;
    const auto coder = anna(*two.study);
    two.here([&](Edit& edit) { mark(edit, two.source, coder, Mark::coded); });
    two.copy_again();
    const bool here_later = GENERATE(true, false), coded = GENERATE(true, false);
    InTurn(
        world, two, here_later, [&](Edit& edit) { mark(edit, two.source, coder, Mark::coding); },
        [&](Edit& edit) {
            begin_round(edit, two.source, coder);
            if (coded) code(edit, two.source, Span{8, 12}, two.code, coder);
        });
    two.merge();
    const auto progress = study::codings::progress(*two.study, two.source, coder.coder);
    if (!here_later) {
        CHECK(progress == model::Progress{Mark::to_do, 2});
    } else {
        CHECK(progress == model::Progress{Mark::coding, coded ? 2 : 1});
    }
}

TEST_CASE("a decision of the other copy comes with the coding that it made and those that it settled") {
    TwoCopies two;
    two.there([&](Edit& edit) { settle(edit, accepting(two, "samen besproken")); });
    two.merge();
    const auto decisions = study::settlements::all(*two.study);
    REQUIRE(decisions.size() == 1);
    CHECK(decisions[0].reason == "samen besproken");
    REQUIRE(settled(two).size() == 1);
    CHECK(study::settlements::of_coding(*two.study, two.mine, false).size() == 1);
    CHECK(study::settlements::of_coding(*two.study, settled(two)[0].id, true).size() == 1);
}

TEST_CASE("decisions that both took about the same codings are both kept; what both settled is one coding") {
    TwoCopies two;
    two.here([&](Edit& edit) { settle(edit, accepting(two, "mijn reden")); });
    two.there([&](Edit& edit) { settle(edit, accepting(two, "haar reden")); });
    two.merge();
    CHECK(study::settlements::all(*two.study).size() == 2);
    CHECK(settled(two).size() == 1);
}

TEST_CASE("a decision that one copy took back is taken back, with the coding that it made") {
    TwoCopies two;
    model::SettlementId decision;
    two.here([&](Edit& edit) { decision = settle(edit, accepting(two, "mijn reden")); });
    two.copy_again();
    two.there([&](Edit& edit) { reopen(edit, decision); });
    two.merge();
    CHECK(study::settlements::all(*two.study).empty());
    CHECK(settled(two).empty());
}

TEST_CASE("a coding that the other copy removed stays where it was settled here since") {
    TwoCopies two;
    two.here([&](Edit& edit) { settle(edit, accepting(two, "mijn reden")); });
    two.there([&](Edit& edit) { remove_coding(edit, two.mine); });
    two.merge();
    CHECK(study::settlements::of_coding(*two.study, two.mine, false).size() == 1);
    CHECK(study::codings::get(*two.study, {two.mine}).size() == 1);
}

TEST_CASE(
    "of two new contents of a memo the later stands; deleted there, it stays where I changed it later") {
    Reproducible world(1);
    TwoCopies two;
    model::MemoId memo;
    two.here([&](Edit& edit) {
        model::Memo note;
        note.about = model::Memo::About::code;
        note.target = two.code.value;
        note.content = "eerst";
        memo = add_memo(edit, note);
    });
    two.copy_again();
    const bool here_later = GENERATE(true, false), deleted = GENERATE(true, false);
    InTurn(
        world, two, here_later, [&](Edit& edit) { update_memo(edit, memo, "van mij"); },
        [&](Edit& edit) { deleted ? remove_memo(edit, memo) : update_memo(edit, memo, "van haar"); });
    two.merge();
    const auto now = study::memos::get(*two.study, memo);
    REQUIRE(now.has_value() == (here_later || !deleted));
    if (now) CHECK(now->content == (here_later ? "van mij" : "van haar"));
}

TEST_CASE("of two new values of a setting the later stands; what one set alone comes") {
    Reproducible world(1);
    TwoCopies two;
    two.here([&](Edit& edit) { set_setting(edit, study::settings::kName, "Studie"); });
    two.copy_again();
    const bool here_later = GENERATE(true, false);
    InTurn(
        world, two, here_later, [&](Edit& edit) { set_setting(edit, study::settings::kName, "Mijn studie"); },
        [&](Edit& edit) {
            set_setting(edit, study::settings::kName, "Haar studie");
            set_setting(edit, study::settings::kLanguage, "nl");
        });
    two.merge();
    CHECK(study::settings::get(*two.study, study::settings::kName) ==
          (here_later ? "Mijn studie" : "Haar studie"));
    CHECK(study::settings::get(*two.study, study::settings::kLanguage) == "nl");
}

TEST_CASE("searches that both saved are all there; of one name the later stands, and a removed one goes") {
    Reproducible world(1);
    TwoCopies two;
    two.here([&](Edit& edit) {
        save_search(edit, "Vertrouwen", "vertrouwen");
        save_search(edit, "Oud", "oud");
    });
    two.copy_again();
    InTurn(
        world, two, true,
        [&](Edit& edit) {
            save_search(edit, "vertrouwen", "vertrouw*");
            save_search(edit, "Hulp", "hulp");
        },
        [&](Edit& edit) {
            save_search(edit, "Vertrouwen", "\"vertrouwen in\"");
            save_search(edit, "Steun", "steun");
            remove_search(edit, "Oud");
        });
    two.merge();
    const auto searches = study::saved_searches(*two.study);
    CHECK(searches ==
          std::vector<study::SavedSearch>{{"vertrouwen", "vertrouw*"}, {"Hulp", "hulp"}, {"Steun", "steun"}});
}
