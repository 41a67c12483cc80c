// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/verbs/turns.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "study/checking.h"
#include "study/history.h"
#include "study/material.h"
#include "study/sources.h"
#include "study/temporary_study.h"
#include "study/verbs/people.h"

using Catch::Contains;
using study::Edit;
using support::TemporaryStudy;
using text::Span;

namespace {

//                           0         10         20        30        40         50
//                           0123456789 0123456789012345678901234567890123456789
constexpr const char* kTalk = "I: Hoe gaat het?\nM: Goed. En met jou?  R; ook wel.\nI: Mooi zo.\n";

model::Source source_of(const TemporaryStudy& study, model::SourceId id) {
    return study::sources::get(*study, id);
}

std::string label_of(const model::Source& source, std::size_t turn) {
    for (const auto& speaker : source.speakers) {
        if (speaker.id == source.turns.at(turn).speaker) return speaker.label;
    }
    return {};
}

/// "LABEL: speech" of each turn.
std::vector<std::string> talk(const TemporaryStudy& study, model::SourceId id) {
    const auto source = source_of(study, id);
    const auto text = study::sources::text(*study, source.text);
    std::vector<std::string> turns;
    for (std::size_t i = 0; i < source.turns.size(); ++i) {
        const auto& turn = source.turns[i];
        turns.push_back(label_of(source, i) + ": " + std::string(text.view({turn.body, turn.span.end})));
    }
    return turns;
}

/// The place of the words, which stand once in the text.
text::Position place(const std::string& words) {
    return text::Text(kTalk).occurrences(words, text::Text(kTalk).whole()).at(0).begin;
}

template <class Verb>
void in_one_edit(const TemporaryStudy& study, Verb verb) {
    Edit edit(*study, "turns");
    verb(edit);
    edit.commit();
    CHECK(study::check(*study).empty());
}

}  // namespace

TEST_CASE("a turn gets the label of who speaks it, a new one too, and undo gives back the old") {
    TemporaryStudy study;
    const auto id = study.add_source("T1", kTalk);
    const auto before = support::rows_of(*study);
    in_one_edit(study, [&](Edit& edit) { study::verbs::set_turn_speaker(edit, id, 2, "m"); });
    CHECK(label_of(source_of(study, id), 2) == "M");
    CHECK(source_of(study, id).speakers.size() == 2);
    in_one_edit(study, [&](Edit& edit) { study::verbs::set_turn_speaker(edit, id, 1, " Vader "); });
    const auto source = source_of(study, id);
    CHECK(label_of(source, 1) == "Vader");
    CHECK(source.speakers.back().kind == text::SpeakerKind::unknown);
    study::History(*study).undo();
    study::History(*study).undo();
    CHECK(support::rows_of(*study) == before);
}

TEST_CASE("a new label stands for nobody until it is said, and then its turns count") {
    TemporaryStudy study;
    const auto id = study.add_source("T1", kTalk);
    in_one_edit(study, [&](Edit& edit) {
        study::verbs::set_turn_speaker(edit, id, 1, "Vader");
        const auto father = study::verbs::ensure_participant(edit, "T1-vader", "ouder", "T1");
        study::verbs::set_speaker(edit, id, "Vader", {text::SpeakerKind::participant, {father}});
    });
    const auto material = study::load_material(*study);
    const auto& source = material.sources.at(0);
    CHECK(source.speakers.at(source.turns.at(1).speaker).size() == 1);
}

TEST_CASE("a turn is split where another speaker begins") {
    TemporaryStudy study;
    const auto id = study.add_source("T1", kTalk);
    const auto before = support::rows_of(*study);
    SECTION("between two words, with the white space on the first one's side") {
        const auto at = place("En met");
        for (const auto here : {at, at - 1}) {
            in_one_edit(study, [&](Edit& edit) { study::verbs::split_turn(edit, id, 1, here, "I"); });
            CHECK(talk(study, id) == std::vector<std::string>{"I: Hoe gaat het?\n", "M: Goed. ",
                                                              "I: En met jou?  R; ook wel.\n",
                                                              "I: Mooi zo.\n"});
            CHECK(source_of(study, id).turns[2].span.begin == at);
            study::History(*study).undo();
        }
    }
    SECTION("at a label that was not recognised") {
        in_one_edit(study, [&](Edit& edit) { study::verbs::split_turn(edit, id, 1, place("  R;"), "R"); });
        CHECK(talk(study, id) == std::vector<std::string>{"I: Hoe gaat het?\n", "M: Goed. En met jou?  ",
                                                          "R: ook wel.\n", "I: Mooi zo.\n"});
        CHECK(source_of(study, id).turns[2].span.begin == place("R; ook"));
        study::History(*study).undo();
    }
    CHECK(support::rows_of(*study) == before);
}

TEST_CASE("a turn is not split where nothing would be left of it") {
    TemporaryStudy study;
    const auto id = study.add_source("T1", kTalk);
    const auto before = support::rows_of(*study);
    const auto turn = source_of(study, id).turns.at(1);
    Edit edit(*study, "split_turn");
    for (const auto at :
         {turn.span.begin - 1, turn.span.begin, turn.span.begin + 1, turn.body, turn.span.end - 1,
          turn.span.end, turn.span.end + 3, text::Position{-1}, text::Position{100000}}) {
        CAPTURE(at);
        try {
            study::verbs::split_turn(edit, id, 1, at, "I");
            FAIL_CHECK("was split");
        } catch (const base::Error& error) {
            CHECK(error.kind() == base::ErrorKind::bad_input);
            CHECK_THAT(error.what(), Contains("cannot be split"));
        }
    }
    CHECK_THROWS_WITH(study::verbs::split_turn(edit, id, 1, place("En met"), "  "), Contains("needs a name"));
    CHECK_FALSE(edit.commit());
    CHECK(support::rows_of(*study) == before);
}

TEST_CASE("two turns become one of the first speaker") {
    TemporaryStudy study;
    const auto id = study.add_source("T1", kTalk);
    in_one_edit(study, [&](Edit& edit) { study::verbs::join_turns(edit, id, 0); });
    CHECK(talk(study, id) ==
          std::vector<std::string>{"I: Hoe gaat het?\nM: Goed. En met jou?  R; ook wel.\n", "I: Mooi zo.\n"});
    Edit edit(*study, "join_turns");
    CHECK_THROWS_WITH(study::verbs::join_turns(edit, id, 1), Contains("last one"));
}

TEST_CASE("a turn that is not there cannot be mended") {
    TemporaryStudy study;
    const auto id = study.add_source("T1", kTalk);
    const auto without_turns = study.add_source("T2", "Zonder sprekers.\n");
    Edit edit(*study, "turns");
    CHECK_THROWS_WITH(study::verbs::set_turn_speaker(edit, id, 3, "M"), Contains("no turn 4"));
    CHECK_THROWS_WITH(study::verbs::join_turns(edit, id, 3), Contains("no turn 4"));
    CHECK_THROWS_WITH(study::verbs::split_turn(edit, without_turns, 0, 3, "M"), Contains("no turn 1"));
    CHECK_THROWS_WITH(study::verbs::set_turn_speaker(edit, {77}, 0, "M"), Contains("no longer"));
}
