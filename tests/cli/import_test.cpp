// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "support/small_study.h"

using support::Program;

namespace {

std::size_t number_of_sources(const Program& program) {
    return program.run({"sources", "S", "--json"}).json()["sources"].size();
}

}  // namespace

TEST_CASE("A new study is made with its codebook, or not at all") {
    const Program program;
    support::put_small_files(program);
    const auto made = program.run({"new", "S", "--language", "en", "--codebook", "codebook.qdc", "--json"});
    REQUIRE(made.exit_code == 0);
    CHECK(made.json()["name"] == "S");
    CHECK(made.json()["language"] == "en");
    CHECK(made.json()["codes"] == 5);

    const auto again = program.run({"new", "S"});
    CHECK(again.exit_code == 1);
    CHECK(again.error.find("S.trialogue exists already.") != std::string::npos);

    program.file("broken.qdc", "<CodeBook><Codes>");
    const auto broken = program.run({"new", "T", "--codebook", "broken.qdc"});
    CHECK(broken.exit_code == 1);
    CHECK(broken.error.find("broken.qdc") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(program.folder() / "T.trialogue"));

    CHECK(program.run({"new", "T", "--language", "Nederlands"}).exit_code == 2);
    CHECK_FALSE(std::filesystem::exists(program.folder() / "T.trialogue"));
}

TEST_CASE("An import says of each file what was found") {
    const Program program;
    support::put_small_files(program);
    program.run({"new", "S", "--codebook", "codebook.qdc"});
    const auto ran = program.run({"import", "S", "T1_moeder.txt", "T1_jongere.txt", "T1_JIM.txt",
                                  "--participants", "participants.csv", "--codings", "codings.csv"});
    CHECK(ran.error.empty());
    CHECK(ran.exit_code == 0);
    CHECK(ran.out ==
          "T1_moeder: 6 turns, 34 words; I, M\n"
          "T1_jongere: 6 turns, 29 words; I, J\n"
          "T1_JIM: 6 turns, 29 words; I, R\n"
          "participants.csv: 6 rows\n"
          "codings.csv: 5 codings\n"
          "3 sources imported.\n");
    // One Edit for all of it.
    CHECK(program.run({"log", "S", "--json"}).json()["revisions"].size() == 2);
    CHECK(program.run({"undo", "S"}).exit_code == 0);
    CHECK(number_of_sources(program) == 0);
    CHECK(program.run({"participants", "S", "--json"}).json()["participants"].empty());
}

TEST_CASE("An import in JSON tells files, encodings and what was assumed") {
    const Program program;
    support::put_small_files(program);
    program.run({"new", "S"});
    program.file("latin.txt", "I: Waar?\nE: Caf\xE9.\nI: Zo.\nE: Ja, het caf\xE9.\nI: Mooi.\nE: Ja.\n");
    const auto ran = program.run({"import", "S", "latin.txt", "--participant", "Esmée", "--role", "jongere",
                                  "--triad", "T1", "--json"});
    REQUIRE(ran.exit_code == 0);
    const auto source = ran.json()["sources"][0];
    CHECK(source["name"] == "latin");
    CHECK(source["file"] == "latin.txt");
    CHECK(source["encoding"] == "windows-1252");
    CHECK(source["encoding_assumed"] == true);
    CHECK(source["speakers"] == nlohmann::json{"I", "E"});
    CHECK(source["updated"] == false);
    CHECK_FALSE(source["notes"].empty());
    CHECK(ran.json()["participants"].is_null());
    CHECK(ran.json()["revision"] == 1);
    const auto participant = program.run({"participants", "S", "--json"}).json()["participants"][0];
    CHECK(participant["name"] == "Esmée");
    CHECK(participant["role"] == "jongere");
    CHECK(participant["triad"] == "T1");
}

TEST_CASE("Where one file cannot be read, nothing of the import is in the study") {
    const Program program;
    support::put_small_files(program);
    program.run({"new", "S", "--codebook", "codebook.qdc"});
    SECTION("a file that is not there") {
        const auto ran = program.run({"import", "S", "T1_moeder.txt", "gone.txt"});
        CHECK(ran.exit_code == 1);
        CHECK(ran.error.find("gone.txt") != std::string::npos);
    }
    SECTION("a quotation that does not stand in the text") {
        program.file("bad.csv", "source,quote,code,coder\nT1_moeder,Dit zei niemand,Hulp,Anna\n");
        const auto ran = program.run({"import", "S", "T1_moeder.txt", "--codings", "bad.csv"});
        CHECK(ran.exit_code == 1);
        CHECK(ran.error.find("bad.csv, line 2") != std::string::npos);
    }
    SECTION("a label that the transcript does not have") {
        program.file("bad.csv", "file,participant,role,triad,speaker\nT1_moeder,Ma,ouder,T1,X\n");
        const auto ran = program.run({"import", "S", "T1_moeder.txt", "--participants", "bad.csv"});
        CHECK(ran.exit_code == 1);
        CHECK(ran.error.find("bad.csv, line 2") != std::string::npos);
    }
    SECTION("the same text under two names") {
        program.file("copy.txt", support::kMoeder);
        const auto ran = program.run({"import", "S", "T1_moeder.txt", "copy.txt"});
        CHECK(ran.exit_code == 1);
        CHECK(ran.error.find("copy.txt") != std::string::npos);
    }
    CHECK(number_of_sources(program) == 0);
    CHECK(program.run({"log", "S", "--json"}).json()["revisions"].size() == 1);
}

TEST_CASE("A file comes in twice only as an update, and its codings move along") {
    const Program program;
    support::make_small_study(program);
    const auto refused = program.run({"import", "S", "T1_moeder.txt"});
    CHECK(refused.exit_code == 1);
    CHECK(refused.error.find("--update") != std::string::npos);
    program.file("T1_moeder.txt", "Opname 3, in de keuken.\n\n" + std::string(support::kMoeder));
    const auto updated = program.run({"import", "S", "T1_moeder.txt", "--update", "--json"});
    REQUIRE(updated.exit_code == 0);
    CHECK(updated.json()["sources"][0]["updated"] == true);
    const auto codings = program.run({"show", "S", "T1_moeder", "--json"}).json()["codings"];
    REQUIRE(codings.size() == 2);
    CHECK(codings[0]["quote"] == "Ik wist meteen wie het moest worden.");
    CHECK(program.run({"check", "S"}).exit_code == 0);
}

TEST_CASE("An import without anything to import is a usage error") {
    const Program program;
    support::make_small_study(program);
    CHECK(program.run({"import", "S"}).exit_code == 2);
    CHECK(program.run({"import", "S", "T1_moeder.txt", "--role", "ouder"}).exit_code == 2);
    CHECK(program.run({"import", "S", "T1_moeder.txt", "--coded"}).exit_code == 2);
}

TEST_CASE("Several tables of codings come in together, and marks say who finished") {
    const Program program;
    support::make_small_study(program);
    program.file("a.csv", "source,quote,code\nT1_moeder,Ik ben blij met hem.,Hulp\n");
    program.file("b.csv", "source,quote,code\nT1_JIM,Ik help hem met zijn huiswerk.,Hulp\n");
    const auto ran = program.run(
        {"import", "S", "--codings", "a.csv", "--codings", "b.csv", "--coder", "Carla", "--coded", "--json"});
    REQUIRE(ran.exit_code == 0);
    CHECK(ran.json()["codings"].size() == 2);
    CHECK(ran.json()["codings"][1]["added"] == 1);
    const auto sources = program.run({"sources", "S", "--json"}).json()["sources"];
    CHECK(sources[0]["marks"]["Carla"] == "coded");
    CHECK(sources[1]["marks"].empty());
    CHECK(sources[2]["marks"]["Carla"] == "coded");
}
