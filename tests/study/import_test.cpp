// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/verbs/import.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "study/coders.h"
#include "study/codings.h"
#include "study/memos.h"
#include "study/participants.h"
#include "study/sources.h"
#include "study/temporary_study.h"
#include "study/verbs/coding.h"

using Catch::Contains;
using model::CodingRow;
using model::ParticipantRow;
using study::Edit;
using study::verbs::import_source;
using support::draft_of;
using support::TemporaryStudy;
using text::SpeakerKind;

namespace {

constexpr const char* kInterview = "I: Hoe gaat het?\nM: Goed hoor.\nI: Echt?\nM: Ja, goed hoor, echt.\n";

study::verbs::ImportedSource import_one(TemporaryStudy& study, const study::verbs::SourceDraft& draft,
                                        bool update = false) {
    Edit edit(*study, "import");
    auto result = import_source(edit, draft, update);
    edit.commit();
    return result;
}

std::vector<std::string> apply(TemporaryStudy& study, const std::vector<ParticipantRow>& rows,
                               std::vector<std::pair<std::string, model::AttributeType>> attributes = {}) {
    Edit edit(*study, "participants");
    auto notes = study::verbs::apply_participants(edit, {"participants.csv", std::move(attributes), rows});
    edit.commit();
    return notes;
}

ParticipantRow row(std::size_t line, const std::string& file, const std::string& participant,
                   const std::string& role, const std::string& speaker = {}) {
    ParticipantRow result;
    result.line = line;
    result.file = file;
    result.participant = participant;
    result.role = role == "-" ? "" : role;
    result.interviewer = role == "-";
    result.triad = role == "-" ? "" : "T1";
    result.speaker = speaker;
    return result;
}

CodingRow coding(std::size_t line, const std::string& quote, const std::string& code,
                 const std::string& coder) {
    CodingRow result;
    result.line = line;
    result.source = "T1";
    result.quote = quote;
    result.code = code;
    result.coder = coder;
    return result;
}

study::verbs::ImportedCodings import_rows(TemporaryStudy& study, const std::vector<CodingRow>& rows,
                                          bool coded = false) {
    Edit edit(*study, "codings");
    const auto result = study::verbs::import_codings(edit, {"codings.csv", rows}, {}, coded);
    edit.commit();
    return result;
}

SpeakerKind kind_of(const TemporaryStudy& study, const std::string& label) {
    for (const auto& speaker : study::sources::resolve(*study, "T1").speakers) {
        if (speaker.label == label) return speaker.kind;
    }
    FAIL("no label " << label);
    return SpeakerKind::unknown;
}

}  // namespace

TEST_CASE("a transcript is kept letter by letter, with its turns and speakers") {
    TemporaryStudy study;
    const auto imported = import_one(study, draft_of("T1", kInterview));
    CHECK(imported.turns == 4);
    CHECK(imported.speakers == std::vector<std::string>{"I", "M"});
    const auto source = study::sources::resolve(*study, "T1");
    CHECK(study::sources::text(*study, source.text).utf8() == kInterview);
    REQUIRE(source.turns.size() == 4);
    CHECK(source.turns[1].span == text::Span{17, 31});
    CHECK(source.turns[1].body == 20);
    CHECK(source.turns[1].speaker == source.speakers[1].id);
    CHECK(source.words == 14);
}

TEST_CASE("the same name and the same text are refused, and nothing is left behind") {
    TemporaryStudy study;
    import_one(study, draft_of("T1", kInterview));
    const auto before = support::rows_of(*study);
    CHECK_THROWS_WITH(import_one(study, draft_of("T1", "M: anders\n")), Contains("in the study already"));
    CHECK_THROWS_WITH(import_one(study, draft_of("T2", kInterview)), Contains("same text") && Contains("T1"));
    CHECK(support::rows_of(*study) == before);
}

TEST_CASE("an update moves codings along with their passages and tells of those that are gone") {
    TemporaryStudy study;
    import_one(study, draft_of("T1", kInterview));
    const auto code = study.add_code("Afspraken");
    import_rows(study,
                {coding(2, "Ja, goed hoor", "Afspraken", "Anna"), coding(3, "Echt?", "Afspraken", "Anna")});
    const auto result = import_one(
        study, draft_of("T1", "I: Hoe gaat het nu?\nM: Goed hoor.\nM: Ja, goed hoor, echt.\n"), true);
    CHECK(result.updated);
    CHECK_THAT(result.notes.at(0), Contains("1 coding was removed"));
    const auto source = study::sources::resolve(*study, "T1");
    const auto text = study::sources::text(*study, source.text);
    const auto codings = study::codings::of_source(*study, source.id);
    REQUIRE(codings.size() == 1);
    CHECK(text.view(*codings[0].span) == "Ja, goed hoor");
    CHECK(codings[0].text == source.text);
    CHECK(codings[0].code == code);
    CHECK(source.turns.size() == 3);
    CHECK(support::rows_of(*study).at("text_edit").size() == 1);
    CHECK_THAT(import_one(study, draft_of("T1", text.utf8()), true).notes.at(0), Contains("the same"));
}

TEST_CASE(
    "with one participant and two labels the one that asks first is proposed as interviewer, and said") {
    TemporaryStudy study;
    auto draft = draft_of("T1", kInterview);
    draft.participant = "T1-moeder";
    draft.role = "ouder";
    draft.triad = "T1";
    const auto result = import_one(study, draft);
    CHECK_THAT(result.notes.at(0), Contains("“I” asks first"));
    CHECK(kind_of(study, "I") == SpeakerKind::interviewer);
    CHECK(kind_of(study, "M") == SpeakerKind::participant);
    const auto source = study::sources::resolve(*study, "T1");
    CHECK(source.speakers[1].participants.size() == 1);
    CHECK(source.participants == source.speakers[1].participants);
}

TEST_CASE("participants.csv decides: labels, several people behind one label, interviewers, attributes") {
    TemporaryStudy study;
    import_one(study, draft_of("T1", "I: Vraag?\nV: Ja.\nM en V: Samen.\nM: Nee.\n"));
    auto mother = row(2, "T1.txt", "T1-moeder", "ouder", "M");
    mother.attributes = {"45"};
    const auto notes =
        apply(study,
              {mother, row(3, "T1", "T1-vader", "ouder", "V"), row(4, "T1", "T1-moeder", "ouder", "M en V"),
               row(5, "T1", "T1-vader", "ouder", "M en V"), row(6, "T1", "", "-", "I")},
              {{"leeftijd", model::AttributeType::number}});
    CHECK(notes.empty());
    const auto source = study::sources::resolve(*study, "T1");
    CHECK(source.participants.size() == 2);
    CHECK(source.speakers.at(2).label == "M en V");
    CHECK(source.speakers.at(2).participants.size() == 2);
    CHECK(kind_of(study, "I") == SpeakerKind::interviewer);
    const auto people = study::participants::all(*study);
    REQUIRE(people.size() == 2);
    CHECK(people[0].attributes.begin()->second == "45");
    CHECK(study::participants::roles(*study).size() == 1);
    CHECK(study::participants::triads(*study).at(0).name == "T1");
}

TEST_CASE("participants without triad and without interview are kept, and a file that is missing is told") {
    TemporaryStudy study;
    auto alone = row(2, "T9_JIM.docx", "T9-JIM", "JIM");
    alone.triad = "";
    const auto notes = apply(study, {alone});
    CHECK_THAT(notes.at(0), Contains("line 2") && Contains("T9_JIM.docx"));
    CHECK_FALSE(study::participants::resolve(*study, "T9-JIM").triad);
}

TEST_CASE(
    "rows of participants.csv that cannot be right are refused by their line, and nothing is imported") {
    TemporaryStudy study;
    import_one(study, draft_of("T1", kInterview));
    const auto before = support::rows_of(*study);
    CHECK_THROWS_WITH(apply(study, {row(2, "T1", "A", "ouder", "M"), row(3, "T1", "A", "JIM", "M")}),
                      Contains("line 3"));
    CHECK_THROWS_WITH(apply(study, {row(2, "T1", "A", "ouder", "Piet")}),
                      Contains("line 2") && Contains("Piet"));
    CHECK_THROWS_WITH(apply(study, {row(2, "T1", "A", "ouder", "M"), row(3, "T1", "", "-", "M")}),
                      Contains("line 3"));
    CHECK_THROWS_WITH(apply(study, {row(2, "T1", " ", "ouder", "M")}), Contains("needs a name"));
    CHECK(support::rows_of(*study) == before);
}

TEST_CASE("comments of a file become memos on their passages") {
    TemporaryStudy study;
    auto draft = draft_of("T1", kInterview);
    draft.content.comments.push_back({{20, 24}, "Transcribent", "lacht hier", 1'700'000'000});
    const auto imported = import_one(study, draft);
    const auto memos = study::memos::about(*study, model::Memo::About::source, imported.source.value);
    REQUIRE(memos.size() == 1);
    CHECK(memos[0].span == text::Span{20, 24});
    CHECK(memos[0].author == "Transcribent");
    CHECK(memos[0].created == 1'700'000'000);
}

TEST_CASE(
    "codings are anchored by quotation, by turn, by speaker, by position, or stand on the whole source") {
    TemporaryStudy study;
    import_one(study, draft_of("T1", kInterview));
    study.add_code("Afspraken");
    auto in_turn = coding(2, "oed hoor", "Afspraken", "Anna");
    in_turn.turn = 4;
    auto by_speaker = coding(3, "Echt", "Afspraken", "Anna");
    by_speaker.speaker = "I";
    auto at = coding(4, "gaat", "Afspraken", "settled");
    at.begin = 7;
    at.end = 11;
    auto whole = coding(5, "", "Afspraken", "Bram");
    whole.memo = "geldt voor het hele gesprek";
    const auto result = import_rows(study, {in_turn, by_speaker, at, whole}, true);
    CHECK(result.codings == 4);
    const auto source = study::sources::resolve(*study, "T1");
    const auto text = study::sources::text(*study, source.text);
    const auto codings = study::codings::of_source(*study, source.id);
    REQUIRE(codings.size() == 4);
    CHECK_FALSE(codings[0].span);
    CHECK(text.view(*codings[1].span) == "gaat");
    CHECK(codings[1].layer == model::kSettledLayer);
    CHECK_FALSE(codings[1].coder);
    CHECK(text.view(*codings[2].span) == "Echt");
    CHECK(codings[3].span->begin > source.turns[3].span.begin);
    CHECK(study::memos::about(*study, model::Memo::About::coding, codings[0].id.value).size() == 1);
    CHECK(study::coders::all(*study).size() == 2);
    const auto marks = study::codings::marks(*study, source.id);
    CHECK(marks.size() == 3);
    CHECK(marks.at(model::CoderId{}) == model::Mark::coded);

    // The same table again changes nothing.
    const auto again = import_rows(study, {in_turn, by_speaker, at, whole}, true);
    CHECK(again.codings == 0);
    CHECK(again.present == 4);
}

TEST_CASE("rows of codings that cannot be right are refused by their line, and nothing is imported") {
    TemporaryStudy study;
    import_one(study, draft_of("T1", kInterview));
    const auto dimension = study.add_code("Rechten", {}, false);
    study.add_code("Afspraken", dimension);
    const auto before = support::rows_of(*study);
    auto outside = coding(3, "", "Afspraken", "Anna");
    outside.begin = 5;
    outside.end = 9999;
    auto elsewhere = coding(3, "Goed", "Afspraken", "Anna");
    elsewhere.begin = 0;
    elsewhere.end = 4;
    auto unknown_source = coding(3, "Goed", "Afspraken", "Anna");
    unknown_source.source = "T7";
    const auto good = coding(2, "Ja, goed hoor", "Afspraken", "Anna");
    const std::vector<std::pair<CodingRow, std::string>> cases{
        {coding(3, "staat er niet", "Afspraken", "Anna"), "does not stand in"},
        {coding(3, "oed hoor", "Afspraken", "Anna"), "2 times"},
        {coding(3, "Hoe", "Afspraak", "Anna"), "Afspraak"},
        {coding(3, "Hoe", "Rechten", "Anna"), "heading"},
        {coding(3, "Hoe", "Afspraken", "any"), "any"},
        {coding(3, "Hoe", "Afspraken", ""), "whose coding"},
        {outside, "no passage"},
        {elsewhere, "not the quotation"},
        {unknown_source, "T7"},
    };
    for (const auto& [bad, sentence] : cases) {
        CAPTURE(sentence);
        CHECK_THROWS_WITH(import_rows(study, {good, bad}),
                          Contains("codings.csv, line 3") && Contains(sentence));
    }
    CHECK(support::rows_of(*study) == before);
}
