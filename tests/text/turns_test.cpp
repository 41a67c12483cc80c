// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/turns.h"

#include <catch2/catch.hpp>

#include <rapidcheck.h>

#include <chrono>
#include <string>
#include <vector>

namespace {

/// Label and first characters of each turn's speech: "I: Hoe gaat het? | R: Goed. | ".
std::string turns_of(const std::string& utf8, const std::vector<text::LabelHint>& hints = {}) {
    const text::Text text(utf8);
    std::string result;
    const text::DetectedTurns found = text::detect_turns(text, hints);
    for (const text::DetectedTurn& turn : found.turns) {
        const std::string_view body = text.view({turn.body, turn.span.end});
        result +=
            found.speakers[turn.speaker].label + ": " + std::string(body.substr(0, body.find('\n'))) + " | ";
    }
    return result;
}

struct Form {
    std::string name;
    std::string text;
    std::string turns;
};

const std::string kFour = "I: Hoe gaat het? | R: Goed hoor. | I: En thuis? | R: Ook goed. | ";

text::SpeakerKind kind_of(const text::DetectedTurns& found, const std::string& label) {
    for (const auto& speaker : found.speakers) {
        if (speaker.label == label) return speaker.kind;
    }
    throw std::runtime_error("no speaker " + label);
}

std::vector<text::LabelHint> hints_at(const std::string& utf8, const std::vector<std::string>& labels) {
    const text::Text text(utf8);
    std::vector<text::LabelHint> hints;
    for (const std::string& label : labels) {
        for (const text::Span& span : text.occurrences(label, text.whole())) hints.push_back({span});
    }
    return hints;
}

}  // namespace

TEST_CASE("labels are found in every form that transcribers use") {
    const std::vector<Form> forms{
        {"initial and colon", "I: Hoe gaat het?\nR: Goed hoor.\nI: En thuis?\nR: Ook goed.\n", kFour},
        {"blanks before the colon", "I  : Hoe gaat het?\nR  : Goed hoor.\nI  : En thuis?\nR  : Ook goed.\n",
         kFour},
        {"colon and tab", "I:\tHoe gaat het?\nR:\tGoed hoor.\nI:\tEn thuis?\nR:\tOok goed.\n", kFour},
        {"no blank after the colon", "I:Hoe gaat het?\nR:Goed hoor.\nI:En thuis?\nR:Ook goed.\n", kFour},
        {"tab", "I\tHoe gaat het?\nR\tGoed hoor.\nI\tEn thuis?\nR\tOok goed.\n", kFour},
        {"hyphen and tab", "I-\tHoe gaat het?\nR-\tGoed hoor.\nI-\tEn thuis?\nR-\tOok goed.\n", kFour},
        {"full-width colon", "I：Hoe gaat het?\nR：Goed hoor.\nI：En thuis?\nR：Ook goed.\n", kFour},
        {"square brackets",
         "[I] Hoe gaat het?\n[R] Goed hoor.\n[I] En thuis?\n[R] Ook goed.\n[I] Mooi.\n[R] Ja.\n",
         kFour + "I: Mooi. | R: Ja. | "},
        {"Markdown bold",
         "**I:** Hoe gaat het?\n\n**R:** Goed hoor.\n\n**I:** En thuis?\n\n**R:** Ook goed.\n", kFour},
        {"bold, colon outside",
         "**I**: Hoe gaat het?\n\n**R**: Goed hoor.\n\n**I**: En thuis?\n\n**R**: Ook goed.\n", kFour},
        {"Markdown heading",
         "### I:\n\nHoe gaat het?\n\n### R:\n\nGoed hoor.\n\n### I:\n\nEn thuis?\n\n### R:\n\nOok goed.\n",
         kFour},
        {"label above the speech", "I:\nHoe gaat het?\n\nR:\nGoed hoor.\n\nI:\nEn thuis?\n\nR:\nOok goed.\n",
         kFour},
        {"CHAT", "@Begin\n*I01:\tHoe gaat het?\n%com:\tlacht\n*R01:\tGoed hoor.\n@End\n",
         "I01: Hoe gaat het? | R01: Goed hoor. | "},
        {"time in brackets before",
         "[00:00:03] I: Hoe gaat het?\n[00:00:05] R: Goed hoor.\n[00:00:08] I: En thuis?\n[00:00:09] R: Ook "
         "goed.\n",
         kFour},
        {"time before",
         "00:03 I: Hoe gaat het?\n00:05 R: Goed hoor.\n00:08 I: En thuis?\n00:09 R: Ook goed.\n", kFour},
        {"time after",
         "I (00:03): Hoe gaat het?\nR (00:05): Goed hoor.\nI (00:08): En thuis?\nR [00:09]: Ook goed.\n",
         kFour},
        {"time behind the label",
         "I: [00:03] Hoe gaat het?\nR: (00:05) Goed hoor.\nI: \\[00:08\\] En thuis?\nR: Ook goed.\n", kFour},
        {"time with an asterisk",
         "*0:3 = I: Hoe gaat het?\nR: Goed hoor.\n*1.08 = I: En thuis?\nR: Ook goed.\n", kFour},
        {"lower case and semicolon by slip",
         "I: Hoe gaat het?\nr: Goed hoor.\nI: En thuis?\nR: Ook goed.\nI; Mooi.\nR: Zeker.\nI: Fijn.\nR. "
         "Nou.\n",
         kFour + "I: Mooi. | R: Zeker. | I: Fijn. | R: Nou. | "},
    };
    for (const Form& form : forms) {
        INFO(form.name);
        CHECK(turns_of(form.text) == form.turns);
    }
}

TEST_CASE("Dutch names and roles are speakers") {
    const std::vector<Form> forms{
        {"roles",
         "Interviewer: Wie is je JIM?\nJongere: Mijn tante.\nMoeder: Mijn zus dus.\nJIM: Dat ben ik.\n",
         "Interviewer: Wie is je JIM? | Jongere: Mijn tante. | Moeder: Mijn zus dus. | JIM: Dat ben ik. | "},
        {"capitals and small letters are one speaker",
         "INTERVIEWER: Wie?\nLOTTE: Ik.\nInterviewer: Jij?\nLotte: Ja.\nInterviewer: Mooi.\n",
         "Interviewer: Wie? | LOTTE: Ik. | Interviewer: Jij? | LOTTE: Ja. | Interviewer: Mooi. | "},
        {"two at once", "I: En jullie?\nX: Ik wel.\nY: Ik niet.\nX en Y: Nee hoor.\nI: Goed.\n",
         "I: En jullie? | X: Ik wel. | Y: Ik niet. | X en Y: Nee hoor. | I: Goed. | "},
        {"somebody who speaks once",
         "I: En nu?\nX: Niets.\nI: Wie is daar?\nZOON: Ik heb honger.\nX: Zo meteen.\n",
         "I: En nu? | X: Niets. | I: Wie is daar? | ZOON: Ik heb honger. | X: Zo meteen. | "},
        {"party in parentheses",
         "De voorzitter:\nAan de orde is:\nhet debat.\n\nDe heer Vos (PZD):\nDank.\n\nDe voorzitter:\nGaat "
         "uw gang.\n\n"
         "Minister De Graaf:\nZeker.\n",
         "De voorzitter: Aan de orde is: | De heer Vos (PZD): Dank. | De voorzitter: Gaat uw gang. | "
         "Minister De "
         "Graaf: Zeker. | "},
        {"full stop after a form of address",
         "De voorzitter. Goedemiddag.\nMevrouw De Wit (F). Dank u.\nDe voorzitter. Gaat uw gang.\nJan Vos "
         "(Hart). Ja.\n",
         "De voorzitter: Goedemiddag. | Mevrouw De Wit (F): Dank u. | De voorzitter: Gaat uw gang. | Jan Vos "
         "(Hart): Ja. | "},
        {"name and time above the speech",
         "Lotte Vos  0:00\nHallo.\n\nMark de Wit  0:10\nDag.\nNog iets.\n\nLotte Vos  1:02\nMooi.\n",
         "Lotte Vos: Hallo. | Mark de Wit: Dag. | Lotte Vos: Mooi. | "},
        {"colon missing after a time",
         "[00:10] INTERVIEWER:\nHallo.\n[02:29] DEELNEMER 20\nDag.\n[02:40] INTERVIEWER:\nMooi.\n",
         "INTERVIEWER: Hallo. | DEELNEMER 20: Dag. | INTERVIEWER: Mooi. | "},
        {"names alone on a line",
         "Lotte\nHallo daar.\n\nMark\nDag.\n\nLotte\nMooi.\n\nMark\nJa.\n\nLotte\nTja.\n\nMark\nDoei.\n",
         "Lotte: Hallo daar. | Mark: Dag. | Lotte: Mooi. | Mark: Ja. | Lotte: Tja. | Mark: Doei. | "},
        {"roles and names alone on a line",
         "Interviewer\nHoe gaat het?\n\nLotte\nGoed.\n\nInterviewer\nEn thuis?\n\nLotte\nOok goed.\n",
         "Interviewer: Hoe gaat het? | Lotte: Goed. | Interviewer: En thuis? | Lotte: Ook goed. | "},
        {"two lines", "Interviewer: Hoi.\nLotte: Dag.\n", "Interviewer: Hoi. | Lotte: Dag. | "},
        {"numbered turns", "1. I: Een.\n2. R: Twee.\n3. I: Drie.\n4. R: Vier.\n",
         "I: Een. | R: Twee. | I: Drie. | R: Vier. | "},
        {"quote within a Hebrew word",
         "היו\"ר כהן:\nשלום.\n\nלוי:\nתודה.\n\nהיו\"ר כהן:\nבבקשה.\n\nלוי:\nכן.\n",
         "היו\"ר כהן: שלום. | לוי: תודה. | היו\"ר כהן: בבקשה. | לוי: כן. | "},
        {"columns typed with tabs",
         "TID\tPERSOON\tUITSPRAAK\n0:01\tI1\tHallo.\n0:05\tMoeder\tDag.\n\tI1\tZo.\n0:09\tMoeder\tJa.\n",
         "I1: Hallo. | Moeder: Dag. | I1: Zo. | Moeder: Ja. | "},
        {"unlabelled paragraphs continue a turn",
         "I: Vertel.\nR: Eerst dit.\n\nEn toen dat.\n\nI: En nu?\nR: Nu niets.\n",
         "I: Vertel. | R: Eerst dit. | I: En nu? | R: Nu niets. | "},
        {"neighbouring turns of one speaker stay separate", "I: Een.\nR: Twee.\nR: Drie.\nI: Vier.\n",
         "I: Een. | R: Twee. | R: Drie. | I: Vier. | "},
        {"a remark beside the label", "I: Een.\nX: Twee.\nX (tegen I): Drie.\nI: Vier.\nX: Vijf.\n",
         "I: Een. | X: Twee. | X: Drie. | I: Vier. | X: Vijf. | "},
        {"somebody unknown", "I: Een.\nX: Twee.\n?: Drie.\nI: Vier.\nX: Vijf.\n",
         "I: Een. | X: Twee. | ?: Drie. | I: Vier. | X: Vijf. | "},
    };
    for (const Form& form : forms) {
        INFO(form.name);
        CHECK(turns_of(form.text) == form.turns);
    }
}

TEST_CASE("what stands before a colon in speech is no speaker") {
    const std::vector<Form> forms{
        {"quotation",
         "I: En toen?\nR: Ik kwam thuis.\nZe zei: \"Ga zitten.\"\nMijn moeder zei: 'Nee.'\nI: Ja?\nR: Ja.\n",
         "I: En toen? | R: Ik kwam thuis. | I: Ja? | R: Ja. | "},
        {"remark",
         "Interviewer: En?\nLotte: Tja.\nKijk: dat is het.\n\nNou: ja.\nInterviewer: Dus?\nLotte: Let op: zo "
         "is het.\n"
         "Note: pauze\nInterviewer: Goed.\nLotte: Ja.\n",
         "Interviewer: En? | Lotte: Tja. | Interviewer: Dus? | Lotte: Let op: zo is het. | Interviewer: "
         "Goed. | "
         "Lotte: Ja. | "},
        {"remark that recurs in a long interview",
         "I: A?\nR: B.\nAfspraak: morgen.\nI: C?\nR: D.\nAfspraak: over een week.\nI: E?\nR: F.\nI: G?\nR: "
         "H.\nI: I?\nR: J.\n"
         "I: K?\nR: L.\nI: M?\nR: N.\nI: O?\nR: P.\n",
         "I: A? | R: B. | I: C? | R: D. | I: E? | R: F. | I: G? | R: H. | I: I? | R: J. | I: K? | R: L. | I: "
         "M? | R: "
         "N. | I: O? | R: P. | "},
        {"initial of a name", "Het verslag.\nX. Jansen was er.\nY. de Vries ook.\n", ""},
        {"times, links and amounts",
         "11:30 uur begon het.\n12:15 was het klaar.\nhttps://example.org/a\nhttps://example.org/b\n(14.52) "
         "betaald.\n",
         ""},
        {"fields", "Naam: Lotte\nLeeftijd: 15\nGeslacht: v\nNaam: Mark\nLeeftijd: 44\nGeslacht: m\n", ""},
        {"agenda", "A.   Opening\nB.   Stad in de raad.\nC.   Sluiting\n", ""},
        {"anonymised words",
         "[moeder] kwam.\n[moeder] ging.\n[moeder] bleef.\nGewoon tekst.\nNog meer.\nEn meer.\n", ""},
        {"headings", "## Doel:\n\nWeten.\n\n## Opzet:\n\nVragen.\n\n## Conclusie:\n\nKlaar.\n", ""},
        {"an essay", "Wat is zorg?\n\nVoorbeeld: een kind.\n\nStelling: zorg helpt.\n\nDat was het.\n", ""},
        {"empty", "", ""},
        {"blank", " \n\n\t\n", ""},
    };
    for (const Form& form : forms) {
        INFO(form.name);
        CHECK(turns_of(form.text) == form.turns);
    }
}

TEST_CASE("a stop in the text of a fully labelled transcript is a label only for its speakers") {
    CHECK(turns_of("X: Ja.\nY: Nee.\nX: Wel.\nX. Jansen zei dat.\nY: Nee.\n") ==
          "X: Ja. | Y: Nee. | X: Wel. | X: Jansen zei dat. | Y: Nee. | ");
    CHECK(turns_of("X: Ja.\nen nog wat\nen meer\nY: Nee.\nen nog wat\nen meer\nX: Wel.\nZ. Jansen zei "
                   "dat.\nY: Nee.\n") == "X: Ja. | Y: Nee. | X: Wel. | Y: Nee. | ");
}

TEST_CASE("the head of a transcript is no speech") {
    SECTION("legend in lines") {
        const text::Text text(
            "Transcript 1\nI1: Interviewer 1\nM: Moeder van Lotte\nV: Vader\n\nI1: Hoi.\nM: Dag.\nV: "
            "Hallo.\nI1: Zo?\nM: Ja.\nV: "
            "Nee.\n");
        const auto found = text::detect_turns(text);
        REQUIRE(found.turns.size() == 6);
        REQUIRE(found.speakers.size() == 3);
        CHECK(found.speakers[0].legend == "Interviewer 1");
        CHECK(found.speakers[0].kind == text::SpeakerKind::interviewer);
        CHECK(found.speakers[1].legend == "Moeder van Lotte");
        CHECK(found.speakers[1].kind == text::SpeakerKind::participant);
        CHECK(found.speakers[2].legend == "Vader");
        CHECK(found.speakers[2].kind == text::SpeakerKind::participant);
    }
    SECTION("legend in one line") {
        const auto found =
            text::detect_turns(text::Text("O = Onderzoeker; X = Jongere, meisje; Y = Moeder\nO: Hoi.\nX: "
                                          "Dag.\nY: Hallo.\nO: Zo?\nX: Ja.\nY: Nee.\n"));
        REQUIRE(found.speakers.size() == 3);
        CHECK(found.speakers[0].legend == "Onderzoeker");
        CHECK(found.speakers[0].kind == text::SpeakerKind::interviewer);
        CHECK(found.speakers[1].legend == "Jongere, meisje");
        CHECK(found.speakers[2].legend == "Moeder");
    }
    SECTION("legend in parentheses") {
        const auto found = text::detect_turns(
            text::Text("Interviewer (O) Respondent (X)\nO: Hoi.\nX: Dag.\nO: Zo?\nX: Ja.\n"));
        REQUIRE(found.speakers.size() == 2);
        CHECK(found.speakers[0].legend == "Interviewer");
        CHECK(found.speakers[0].kind == text::SpeakerKind::interviewer);
        CHECK(found.speakers[1].kind == text::SpeakerKind::participant);
    }
    SECTION("fields and names") {
        CHECK(
            turns_of("Datum: 3 mei\nInterviewer: Anna de Wit\nRespondent: Lotte\n\nInterviewer: Hoi.\nLotte: "
                     "Dag.\nInterviewer: Zo?\nLotte: Ja.\n") ==
            "Interviewer: Hoi. | Lotte: Dag. | Interviewer: Zo? | Lotte: Ja. | ");
        CHECK(turns_of("Interviewer: Anna de Wit\nRespondent: Lotte\n\nI: Hoi.\nR: Dag.\nI: Zo?\nR: Ja.\n") ==
              "I: Hoi. | R: Dag. | I: Zo? | R: Ja. | ");
    }
    SECTION("front matter of Markdown") {
        CHECK(turns_of("---\ntitel: Gesprek\nI: x\n---\nI: Hoi.\nR: Dag.\nI: Zo?\nR: Ja.\n") ==
              "I: Hoi. | R: Dag. | I: Zo? | R: Ja. | ");
    }
}

TEST_CASE("turns tile the text from the first label on, and a time above a label belongs to its turn") {
    const text::Text text(
        "Gesprek 1\n\n00:00:07\nI: Eén?\n[00:09] R: Twee.\nEn meer.\n00:01:15\n\nI: Drie?\n");
    const auto found = text::detect_turns(text);
    REQUIRE(found.turns.size() == 3);
    CHECK(text.view(found.turns[0].span) == "00:00:07\nI: Eén?\n");
    CHECK(text.view(found.turns[1].span) == "[00:09] R: Twee.\nEn meer.\n");
    CHECK(text.view(found.turns[2].span) == "00:01:15\n\nI: Drie?\n");
    CHECK(text.view({found.turns[0].body, found.turns[0].span.end}) == "Eén?\n");
    REQUIRE(found.times.size() == 3);
    CHECK(found.times[2].milliseconds == 75'000);
    CHECK(found.times[2].position == found.turns[2].span.begin);
    CHECK(found.speakers[0].questions == 2);
    CHECK(found.speakers[1].questions == 0);
}

TEST_CASE("the kind of a speaker is proposed from the words of the label") {
    const auto kinds = [](const std::string& a, const std::string& b) {
        const auto found = text::detect_turns(text::Text(a + ": Een?\n" + b + ": Twee.\n" + a + ": Drie?\n" +
                                                         b + ": Vier.\n" + a + ": Vijf.\n" + b + ": Zes.\n"));
        return std::pair(kind_of(found, a), kind_of(found, b));
    };
    using enum text::SpeakerKind;
    for (const auto& [asks, answers] :
         std::vector<std::pair<std::string, std::string>>{{"Interviewer", "Moeder"},
                                                          {"I", "R"},
                                                          {"V", "A"},
                                                          {"Q", "A"},
                                                          {"INT", "JIM"},
                                                          {"Onderzoeker 1", "Jongere 2"},
                                                          {"Researcher", "Participant 12"},
                                                          {"Forsker", "Informant"},
                                                          {"Moderator", "Teilnehmer 3"},
                                                          {"Enquêtrice", "Répondant"},
                                                          {"Entrevistadora", "Participante"},
                                                          {"Vraag", "Antwoord"},
                                                          {"I", "P"}}) {
        INFO(asks << " and " << answers);
        CHECK(kinds(asks, answers) == std::pair(interviewer, participant));
    }
    CHECK(kinds("Lotte", "Mark") == std::pair(unknown, unknown));
    CHECK(kinds("V", "M") == std::pair(unknown, unknown));
}

TEST_CASE("formatting is evidence: a hinted label needs no recurrence") {
    const std::string text = "Gesprek\nAnna Vos: Hoe is het?\nLotte: Goed.\nMark: Mwah.\n";
    CHECK(turns_of(text).empty());
    CHECK(turns_of(text, hints_at(text, {"Anna Vos:", "Lotte:", "Mark:"})) ==
          "Anna Vos: Hoe is het? | Lotte: Goed. | Mark: Mwah. | ");
    SECTION("cells of a table") {
        const std::string table = "Anna\tHoe is het?\nLotte\tGoed.\nAnna\tMooi.\n";
        CHECK(turns_of(table, hints_at(table, {"Anna", "Lotte"})) ==
              "Anna: Hoe is het? | Lotte: Goed. | Anna: Mooi. | ");
    }
    SECTION("paragraphs in a style") {
        const std::string styled =
            "El secretari (Pau Roca)\nBon dia.\nLa presidenta\nGràcies.\nMarc Puig i Sala\nBé.\nLa "
            "presidenta\nSí.\n";
        CHECK(turns_of(styled,
                       hints_at(styled, {"El secretari (Pau Roca)", "La presidenta", "Marc Puig i Sala"})) ==
              "El secretari (Pau Roca): Bon dia. | La presidenta: Gràcies. | Marc Puig i Sala: Bé. | La "
              "presidenta: Sí. "
              "| ");
    }
    SECTION("a bold title and a bold heading are none") {
        const std::string headed =
            "Interview Lotte\nI: Hoi.\nR: Dag.\nThuis\nI: En thuis?\nR: Goed.\nSchool\nI: En nu?\nR: Ja.\n";
        CHECK(turns_of(headed, hints_at(headed, {"Interview Lotte", "Thuis", "School"})) ==
              "I: Hoi. | R: Dag. | I: En thuis? | R: Goed. | I: En nu? | R: Ja. | ");
    }
    SECTION("a bold field is none") {
        const std::string fields = "Datum: 3 mei\n\nI: Hoi.\nR: Dag.\nI: Zo?\nR: Ja.\n";
        CHECK(turns_of(fields, hints_at(fields, {"Datum:"})) == "I: Hoi. | R: Dag. | I: Zo? | R: Ja. | ");
    }
}

TEST_CASE("whatever the text, turns are ordered, disjoint and inside it") {
    CHECK(rc::check("turns tile from the first", [] {
        const std::vector<std::string> pieces{"I: ",
                                              "R: ",
                                              "Lotte: ",
                                              "\n",
                                              "\n",
                                              "\n",
                                              "[00:10] ",
                                              "(1.20)",
                                              "**",
                                              "### ",
                                              "X. ",
                                              "x; ",
                                              "\t",
                                              " ",
                                              "?",
                                              "één",
                                              "：",
                                              "唐鳳",
                                              "0:10",
                                              "*0:1 = ",
                                              "Ja",
                                              "De heer Vos (PZD)",
                                              "\u00A0",
                                              "[",
                                              "]",
                                              "<",
                                              ">",
                                              "\\",
                                              "_",
                                              "(",
                                              ")",
                                              "-",
                                              "😀",
                                              "Datum: ",
                                              "e\u0301",
                                              "\x15"
                                              "1_2"
                                              "\x15",
                                              "---\n"};
        const auto chosen =
            *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, pieces.size()));
        std::string utf8;
        for (int repeat = 0; repeat < 4; ++repeat) {
            for (const std::size_t piece : chosen) utf8 += pieces[piece];
        }
        const text::Text text(utf8);
        std::vector<text::LabelHint> hints;
        const auto places = *rc::gen::container<std::vector<text::Position>>(
            rc::gen::inRange<text::Position>(0, text.size() + 2));
        for (const text::Position place : places) hints.push_back({{place, place + 3}});
        const auto found = text::detect_turns(text, hints);
        std::vector<std::int64_t> counted(found.speakers.size());
        for (std::size_t i = 0; i < found.turns.size(); ++i) {
            const auto& turn = found.turns[i];
            RC_ASSERT(turn.span.begin < turn.body);
            RC_ASSERT(turn.body <= turn.span.end);
            RC_ASSERT(turn.span.end ==
                      (i + 1 < found.turns.size() ? found.turns[i + 1].span.begin : text.size()));
            RC_ASSERT(turn.speaker < found.speakers.size());
            ++counted[turn.speaker];
        }
        for (std::size_t i = 0; i < counted.size(); ++i) RC_ASSERT(found.speakers[i].turns == counted[i]);
        for (std::size_t i = 0; i < found.times.size(); ++i) {
            RC_ASSERT(found.times[i].position >= (i == 0 ? 0 : found.times[i - 1].position));
            RC_ASSERT(found.times[i].position < text.size());
        }
    }));
}

TEST_CASE("detection is linear in hostile texts") {
    const auto repeated = [](const std::string& piece, int times) {
        std::string text;
        for (int i = 0; i < times; ++i) text += piece;
        return text;
    };
    constexpr int kMany = 1'000'000;
    std::string labels;
    for (int i = 0; i < 100'000; ++i) labels += "Naam" + std::to_string(i) + ": ja\n";
    const std::vector<std::string> hostile{repeated("I: ja\n", kMany),
                                           std::string(10'000'000, 'a'),
                                           labels,
                                           repeated("( [ 1:2 ", kMany),
                                           "A " + std::string(10'000'000, ' ') + "((((",
                                           "**" + std::string(10'000'000, '_'),
                                           repeated("a[1:11", kMany),
                                           std::string(10'000'000, '#'),
                                           "[" + std::string(10'000'000, ' ')};
    for (const std::string& utf8 : hostile) {
        const text::Text text(utf8);
        const auto begin = std::chrono::steady_clock::now();
        const auto found = text::detect_turns(text);
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
        INFO(utf8.substr(0, 10) << " took " << took.count() << " s, " << found.turns.size() << " turns");
        // Generous, for a busy machine; anything quadratic takes hours.
        CHECK(took.count() < 5.0);
    }
}
