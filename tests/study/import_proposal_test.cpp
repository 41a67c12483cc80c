// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/import_proposal.h"

#include <catch2/catch.hpp>

using study::LabelHabits;
using study::NameProposal;
using study::propose_from_name;
using study::propose_labels;
using text::SpeakerKind;

namespace {

std::vector<model::Role> roles(const std::vector<std::string>& names) {
    std::vector<model::Role> made;
    for (const auto& name : names) {
        model::Role role;
        role.name = name;
        made.push_back(role);
    }
    return made;
}

std::vector<model::Triad> triads(const std::vector<std::string>& names) {
    std::vector<model::Triad> made;
    for (const auto& name : names) {
        model::Triad triad;
        triad.name = name;
        made.push_back(triad);
    }
    return made;
}

model::Imported transcript(const std::string& words) {
    model::Imported content;
    content.text = text::Text(words);
    content.turns = text::detect_turns(content.text);
    return content;
}

model::Source source_with(const std::string& label, SpeakerKind kind) {
    model::Source source;
    model::Speaker speaker;
    speaker.label = label;
    speaker.kind = kind;
    source.speakers.push_back(speaker);
    return source;
}

struct Row {
    const char* file;
    NameProposal proposal;
};

}  // namespace

TEST_CASE("the name of a file says who was interviewed in a study that is still empty") {
    const auto row = GENERATE(values<Row>({
        {"T3_JIM", {"T3-JIM", "JIM", "T3"}},
        {"T1_moeder", {"T1-moeder", "ouder", "T1"}},
        {"t2-Vader", {"T2-Vader", "ouder", "T2"}},
        {"jongere 4", {"T4-jongere", "jongere", "T4"}},
        {"jongere4", {"T4-jongere", "jongere", "T4"}},
        {"Triade 5 - jongere", {"T5-jongere", "jongere", "T5"}},
        {"gezin 06 stiefvader (def)", {"T6-stiefvader", "ouder", "T6"}},
        {"hulpverlener", {"hulpverlener", "hulpverlener", ""}},
        {"Cliënt 2", {"T2-Cliënt", "jongere", "T2"}},
        {"T4_ouders", {"", "ouder", "T4"}},
        {"jongere 2024-05-12", {"jongere 2024-05-12", "jongere", ""}},
        {"Interview Petra", {"", "", ""}},
        {"", {"", "", ""}},
    }));
    CAPTURE(row.file);
    const auto found = propose_from_name(row.file, {}, {}, "nl");
    CHECK(found.participant == row.proposal.participant);
    CHECK(found.role == row.proposal.role);
    CHECK(found.triad == row.proposal.triad);
}

TEST_CASE("roles and triads of the study go before usual words") {
    const auto known = roles({"Youth", "Ouder/verzorger", "Parent"});
    CHECK(propose_from_name("T1_jongere", known, {}, "nl").role == "Youth");
    CHECK(propose_from_name("T1_moeder", known, {}, "nl").role == "Parent");
    CHECK(propose_from_name("T1_leerkracht", roles({"Leerkracht"}), {}, "nl").role == "Leerkracht");
    CHECK(propose_from_name("moeder 3", {}, triads({"Gezin 1", "Gezin 3"}), "nl").triad == "Gezin 3");
    CHECK(propose_from_name("Alfa JIM", {}, triads({"alfa"}), "nl") ==
          NameProposal{"alfa-JIM", "JIM", "alfa"});
    CHECK(propose_from_name("T1_mother", {}, {}, "en").role == "parent");
}

TEST_CASE("the one who asks first is proposed as interviewer and the other as the participant") {
    const auto content = transcript("A: Hoe gaat het?\nB: Goed.\nA: En thuis?\nB: Ook goed, hoor.\n");
    const auto labels = propose_labels(content, {"T1-moeder", "ouder", "T1"}, {});
    REQUIRE(labels.size() == 2);
    CHECK(labels[0].kind == SpeakerKind::interviewer);
    CHECK(labels[1].kind == SpeakerKind::participant);
    CHECK(labels[1].participant == "T1-moeder");
    CHECK(labels[1].turns == 2);
}

TEST_CASE("a label means what it meant in earlier files") {
    const auto content = transcript("B: Hoe gaat het?\nK: Goed.\nB: En thuis?\nK: Waarom? Ook goed.\n");
    const LabelHabits habits({source_with("k", SpeakerKind::interviewer),
                              source_with("K", SpeakerKind::other),
                              source_with("K", SpeakerKind::interviewer)});
    CHECK(habits.usual("K") == SpeakerKind::interviewer);
    const auto labels = propose_labels(content, {"T1-JIM", "JIM", "T1"}, habits);
    REQUIRE(labels.size() == 2);
    CHECK(labels[0].participant == "T1-JIM");
    CHECK(labels[1].kind == SpeakerKind::interviewer);
}

TEST_CASE("in an interview with both parents each label becomes a participant of the triad") {
    const auto content = transcript(
        "Interviewer: Hoe gaat het?\nMoeder: Goed.\nVader: Ja.\nInterviewer: En thuis?\nVader: Rustig.\n"
        "Moeder: Ook goed.\n");
    const auto labels = propose_labels(content, propose_from_name("T4_ouders", {}, {}, "nl"), {});
    REQUIRE(labels.size() == 3);
    CHECK(labels[0].kind == SpeakerKind::interviewer);
    CHECK(labels[1].participant == "T4-moeder");
    CHECK(labels[2].participant == "T4-vader");
}

TEST_CASE("nothing is made up where neither name nor labels say anything") {
    const auto content = transcript("A: Hallo.\nB: Dag.\nC: Hoi.\nA: Ja.\nB: Nee.\nC: Goed.\n");
    for (const auto& label : propose_labels(content, propose_from_name("bestand", {}, {}, "nl"), {})) {
        CHECK(label.kind == SpeakerKind::unknown);
        CHECK(label.participant.empty());
    }
    CHECK(propose_labels(transcript("Geen sprekers."), {}, {}).empty());
}
