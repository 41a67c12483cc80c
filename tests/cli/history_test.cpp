// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "db/database.h"
#include "support/small_study.h"

using support::Program;

namespace {

std::vector<std::string> sentences(const Program& program) {
    std::vector<std::string> sentences;
    const auto log = program.run({"log", "S", "--json"}).json();
    for (const auto& one : log["revisions"]) sentences.push_back(one["what"]);
    return sentences;
}

}  // namespace

TEST_CASE("The history tells in sentences what was done, the newest first") {
    const Program program;
    support::make_small_study(program);
    program.run(
        {"code", "S", "--source", "T1_JIM", "--quote", "huiswerk", "--code", "Hulp", "--coder", "Bram"});
    program.run({"mark", "S", "T1_JIM", "T1_moeder", "coded", "--coder", "Bram"});
    program.run({"speakers", "S", "T1_JIM", "--set", "I=other"});
    program.run(
        {"uncode", "S", "--source", "T1_JIM", "--quote", "huiswerk", "--code", "Hulp", "--coder", "Bram"});
    program.run({"undo", "S"});
    CHECK(sentences(program) ==
          std::vector<std::string>{
              "Undid no. 6: Took a code off a passage", "Took a code off a passage: Plichten/Hulp, T1_JIM",
              "Said whom a label stands for: T1_JIM, I", "Said how far a coder is: T1_JIM, T1_moeder, coded",
              "Coded a passage: Plichten/Hulp, T1_JIM",
              "Imported: T1_moeder, T1_jongere, T1_JIM, 6 rows of participants, 5 codings",
              "Brought in a codebook: codebook.qdc"});
    const auto newest = program.run({"log", "S", "--limit", "3", "--json"}).json()["revisions"];
    REQUIRE(newest.size() == 3);
    CHECK(newest[0]["number"] == 7);
    CHECK(newest[0]["kind"] == "undo");
    CHECK(newest[1]["coder"] == "Bram");
    CHECK(newest[1]["verb"] == "uncode");
    CHECK(program.run({"log", "S", "--limit", "0"}).exit_code == 2);
}

TEST_CASE("Steps are undone and done again one by one, several at once, or all") {
    const Program program;
    support::make_small_study(program);
    program.run({"mark", "S", "T1_JIM", "coded", "--coder", "Bram"});
    CHECK(program.run({"undo", "S"}).out == "Undid no. 3: Said how far a coder is\n");
    CHECK(program.run({"redo", "S"}).out == "Redid no. 3: Said how far a coder is\n");
    const auto two = program.run({"undo", "S", "--steps", "2", "--json"}).json()["steps"];
    REQUIRE(two.size() == 2);
    CHECK(two[0]["of"] == 3);
    CHECK(two[1]["of"] == 2);
    CHECK(program.run({"sources", "S", "--json"}).json()["sources"].empty());
    CHECK(program.run({"redo", "S", "--all"}).exit_code == 0);
    CHECK(program.run({"sources", "S", "--json"}).json()["sources"].size() == 3);
    const auto nothing = program.run({"redo", "S"});
    CHECK(nothing.exit_code == 1);
    CHECK(nothing.error.find("nothing to redo") != std::string::npos);
    CHECK(program.run({"undo", "S", "--steps", "0"}).exit_code == 2);
    CHECK(program.run({"undo", "S", "--all", "--steps", "2"}).exit_code == 2);
}

TEST_CASE("Where one of several steps cannot be undone, none is") {
    const Program program;
    support::make_small_study(program);
    const auto before = program.run({"sources", "S", "--json"}).out;
    SECTION("because there are fewer") {
        const auto ran = program.run({"undo", "S", "--steps", "5"});
        CHECK(ran.exit_code == 1);
        CHECK(ran.out.empty());
    }
    SECTION("because one is another coder's") {
        program.run({"mark", "S", "T1_JIM", "coded", "--coder", "Anna"});
        program.run({"mark", "S", "T1_JIM", "coding", "--coder", "Bram"});
        const auto marked = program.run({"sources", "S", "--json"}).out;
        CHECK(program.run({"undo", "S", "--steps", "2", "--coder", "Bram"}).exit_code == 1);
        CHECK(program.run({"sources", "S", "--json"}).out == marked);
        CHECK(program.run({"undo", "S", "--coder", "Bram"}).exit_code == 0);
        CHECK(program.run({"undo", "S", "--coder", "Bram"}).exit_code == 1);
        CHECK(program.run({"undo", "S"}).exit_code == 0);
    }
    CHECK(program.run({"sources", "S", "--json"}).out == before);
}

TEST_CASE("Forgetting asks for a yes, and leaves nothing to undo") {
    const Program program;
    support::make_small_study(program);
    program.run({"undo", "S"});
    const auto asked = program.run({"forget", "S"});
    CHECK(asked.exit_code == 2);
    CHECK(asked.error.find("--yes") != std::string::npos);
    CHECK(program.content("S.trialogue").find("Ik zei gewoon ja.") != std::string::npos);
    const auto forgotten = program.run({"forget", "S", "--yes", "--json"});
    REQUIRE(forgotten.exit_code == 0);
    CHECK(forgotten.json()["texts"] == 3);
    CHECK(program.content("S.trialogue").find("Ik zei gewoon ja.") == std::string::npos);
    CHECK(program.run({"undo", "S"}).exit_code == 1);
    CHECK(program.run({"check", "S"}).exit_code == 0);
}

TEST_CASE("A study that was changed from outside is found out") {
    const Program program;
    support::make_small_study(program);
    CHECK(program.run({"check", "S", "--json"}).json() ==
          nlohmann::json{{"whole", true}, {"findings", nlohmann::json::array()}});
    const auto damage = [&](const std::string& sql) {
        db::Database(program.folder() / "S.trialogue", db::Access::write).execute(sql);
    };
    std::string finding;
    SECTION("a text") {
        damage("UPDATE text SET content = replace(content, 'gewoon', 'nooit ')");
        finding = "its hash differs";
    }
    SECTION("a place") {
        damage("UPDATE coding SET past = 9999 WHERE id = (SELECT min(id) FROM coding)");
        finding = "outside the text";
    }
    SECTION("turns") {
        damage("UPDATE source SET turns = json_set(turns, '$[0]', 5, '$[4]', 1) WHERE name = 'T1_JIM'");
        finding = "T1_JIM: turn 2";
    }
    SECTION("a reference") {
        damage("PRAGMA foreign_keys=OFF; UPDATE coding SET code = 7 WHERE id = (SELECT min(id) FROM coding)");
        finding = "points to a row of “code”";
    }
    SECTION("a name") {
        damage("UPDATE source SET name = 'T1_JIM' WHERE name = 'T1_moeder'");
        finding = "Two sources are named “T1_JIM”.";
    }
    SECTION("a memo") {
        damage("INSERT INTO memo VALUES (1, randomblob(16), 'coding', 5, NULL, NULL, NULL, '', 'x', 0)");
        finding = "Memo 1 is about a “coding” that is not there.";
    }
    const auto ran = program.run({"check", "S"});
    CHECK(ran.exit_code == 1);
    CHECK(ran.out.find(finding) != std::string::npos);
    CHECK(program.run({"check", "S", "--json"}).json()["whole"] == false);
}
