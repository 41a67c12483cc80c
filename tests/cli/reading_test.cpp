// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "support/small_study.h"

using support::Program;

TEST_CASE("Sources are listed by name with what is known of them") {
    const Program program;
    support::make_small_study(program);
    program.run({"mark", "S", "T1_JIM", "coding", "--coder", "Bram"});
    CHECK("\n" + program.run({"sources", "S"}).out == R"(
Source      Words  Turns  Participants  Codings  Marks
──────────  ─────  ─────  ────────────  ───────  ────────────
T1_JIM         29      6  T1-JIM              1  Bram: coding
T1_jongere     29      6  T1-jongere          2
T1_moeder      34      6  T1-moeder           2
)");
    const auto source = program.run({"sources", "S", "--json"}).json()["sources"][0];
    CHECK(source["name"] == "T1_JIM");
    CHECK(source["words"] == 29);
    CHECK(source["turns"] == 6);
    CHECK(source["participants"] == nlohmann::json{"T1-JIM"});
    CHECK(source["codings"] == 1);
    CHECK(source["marks"] == nlohmann::json{{"Bram", "coding"}});
}

TEST_CASE("A transcript is shown with turn numbers, who speaks, and its codings below") {
    const Program program;
    support::make_small_study(program);
    program.run({"code", "S", "--source", "T1_jongere", "--whole", "--code", "Hulp", "--coder", "settled"});
    CHECK("\n" + program.run({"show", "S", "T1_jongere"}, {"COLUMNS=60"}).out == R"(
T1_jongere: 29 words, 6 turns, 3 codings
    ▪ Plichten/Hulp · settled

   1  I (interviewer)
      Wie is jouw JIM?

   2  J (T1-jongere, jongere)
      Mijn oom. Ik heb hem zelf gevraagd.
    ▪ Actie/Proactief · Anna · 33:58 “Ik heb hem zelf
      gevraagd.”

   3  I (interviewer)
      En nu?

   4  J (T1-jongere, jongere)
      Hij helpt mij met school.
    ▪ Plichten/Hulp · Bram · 72:97 “Hij helpt mij met
      school.”

   5  I (interviewer)
      Dank je wel.

   6  J (T1-jongere, jongere)
      Oké, doei.
)");
}

TEST_CASE("One coding is not several") {
    const Program program;
    support::make_small_study(program);
    CHECK(program.run({"show", "S", "T1_JIM"}).out.find(" 6 turns, 1 coding\n") != std::string::npos);
    program.file("kort.txt", "Ja.\n");
    program.run({"import", "S", "kort.txt"});
    CHECK(program.run({"show", "S", "kort"}).out.find("kort: 1 word, 0 turns, 0 codings\n") == 0);
}

TEST_CASE("A transcript in JSON holds its text, its turns and its codings by position") {
    const Program program;
    support::make_small_study(program);
    const auto json = program.run({"show", "S", "T1_moeder.txt", "--json"}).json();
    CHECK(json["source"] == "T1_moeder");
    CHECK(json["text"] == support::kMoeder);
    REQUIRE(json["turns"].size() == 6);
    const auto turn = json["turns"][1];
    CHECK(turn["number"] == 2);
    CHECK(turn["begin"] == 17);
    CHECK(turn["body"] == 20);
    CHECK(turn["end"] == 57);
    CHECK(turn["speaker"] == "M");
    CHECK(turn["kind"] == "participant");
    CHECK(turn["participants"] == nlohmann::json{"T1-moeder"});
    CHECK(turn["roles"] == nlohmann::json{"ouder"});
    REQUIRE(json["codings"].size() == 2);
    CHECK(json["codings"][0] == nlohmann::json{{"begin", 20},
                                               {"end", 56},
                                               {"turn", 2},
                                               {"quote", "Ik wist meteen wie het moest worden."},
                                               {"code", "Actie/Proactief"},
                                               {"coder", "Anna"},
                                               {"round", 1},
                                               {"participant", "T1-moeder"},
                                               {"created", "2026-01-02T03:04:05Z"}});
    const auto missing = program.run({"show", "S", "T1_vader"});
    CHECK(missing.exit_code == 1);
    CHECK(missing.error.find("T1_vader") != std::string::npos);
}

TEST_CASE("No character of a transcript steers the terminal") {
    const Program program;
    program.run({"new", "S"});
    program.file("evil.txt", "I: \x1B[31mRood?\nM: Ja \x07.\nI: En?\nM: Nee.\nI: Zo.\nM: Ja.\n");
    REQUIRE(program.run({"import", "S", "evil.txt"}).exit_code == 0);
    const auto shown = program.run({"show", "S", "evil"});
    CHECK(shown.exit_code == 0);
    CHECK(shown.out.find("Rood?") != std::string::npos);
    CHECK(shown.out.find_first_of("\x1B\x07") == std::string::npos);
}

TEST_CASE("Labels are listed and given another meaning") {
    const Program program;
    support::make_small_study(program);
    CHECK("\n" + program.run({"speakers", "S", "T1_moeder"}).out == R"(
Label  Kind         Turns  Participants
─────  ───────────  ─────  ────────────
I      interviewer      3
M      participant      3  T1-moeder
)");
    const auto two = program.run(
        {"speakers", "S", "T1_moeder", "--set", "M=T1-moeder, T1-JIM", "--set", "I=other", "--json"});
    REQUIRE(two.exit_code == 0);
    CHECK(two.json()["speakers"][0]["kind"] == "other");
    CHECK(two.json()["speakers"][1]["participants"] == nlohmann::json{"T1-JIM", "T1-moeder"});
    CHECK(program.run({"log", "S", "--json"}).json()["revisions"].size() == 3);

    const auto unknown = program.run({"speakers", "S", "T1_moeder", "--set", "I=T1-oom"});
    CHECK(unknown.exit_code == 1);
    CHECK(unknown.error.find("--new") != std::string::npos);
    const auto made = program.run({"speakers", "S", "T1_moeder", "--set", "I=T1-oom", "--new", "--json"});
    CHECK(made.json()["speakers"][0]["participants"] == nlohmann::json{"T1-oom"});

    const auto no_label = program.run({"speakers", "S", "T1_moeder", "--set", "Q=interviewer"});
    CHECK(no_label.exit_code == 1);
    CHECK(no_label.error.find("Q") != std::string::npos);
    CHECK(program.run({"speakers", "S", "T1_moeder", "--set", "M"}).exit_code == 2);
}

TEST_CASE("Participants are listed with role, triad and attributes") {
    const Program program;
    support::make_small_study(program);
    CHECK("\n" + program.run({"participants", "S"}).out == R"(
Participant  Role     Triad  age  Sources
───────────  ───────  ─────  ───  ───────
T1-JIM       JIM      T1     51         1
T1-jongere   jongere  T1     16         1
T1-moeder    ouder    T1     44         1
)");
    const auto json = program.run({"participants", "S", "--json"}).json()["participants"][2];
    CHECK(json["name"] == "T1-moeder");
    CHECK(json["attributes"] == nlohmann::json{{"age", "44"}});
    CHECK(json["sources"] == nlohmann::json{"T1_moeder"});
}

TEST_CASE("The codebook is shown as a tree, and another can be brought in") {
    const Program program;
    support::make_small_study(program);
    CHECK("\n" + program.run({"codebook", "S"}).out == R"(
Actie
  Proactief (2 codings)
  Behoedzaam (1 coding)
Plichten
  Hulp (2 codings)
)");
    const auto codes = program.run({"codebook", "S", "--json"}).json()["codes"];
    REQUIRE(codes.size() == 2);
    CHECK(codes[0]["name"] == "Actie");
    CHECK(codes[0]["codable"] == false);
    CHECK(codes[0]["exclusive"] == false);
    CHECK(codes[0]["codes"][1]["path"] == "Actie/Behoedzaam");
    CHECK(codes[0]["codes"][1]["guid"] == "11111111-1111-4111-8111-111111111113");
    CHECK(codes[0]["codes"][1]["codes"].empty());

    std::string changed = support::kCodebook;
    changed.replace(changed.find("Behoedzaam"), 10, "Voorzichtig");
    program.file("changed.qdc", changed);
    const auto imported = program.run({"codebook", "S", "--import", "changed.qdc"});
    CHECK(imported.exit_code == 0);
    CHECK(imported.out == "0 codes added, 1 changed.\n");
    const auto missing = program.run({"codebook", "S", "--import", "gone.qdc"});
    CHECK(missing.exit_code == 1);
    CHECK(missing.error.find("gone.qdc") != std::string::npos);
}
