// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>

#include "support/small_study.h"

using support::Program;

namespace {

Program& with_two_rounds(Program& program) {
    support::make_small_study(program);
    const auto done = [&](const std::vector<std::string>& arguments) {
        const auto ran = program.run(arguments);
        CAPTURE(arguments, ran.error);
        REQUIRE(ran.exit_code == 0);
    };
    done({"mark", "S", "T1_moeder", "T1_jongere", "coded", "--coder", "Anna"});
    done({"mark", "S", "T1_moeder", "T1_jongere", "again", "--coder", "Anna"});
    done({"code", "S", "--source", "T1_moeder", "--quote", "Nu helpt hij mij met alles.", "--code", "Hulp",
          "--coder", "Anna"});
    done({"code", "S", "--source", "T1_moeder", "--quote", "Ik ben blij met hem.", "--code", "Proactief",
          "--coder", "Anna"});
    return program;
}

}  // namespace

TEST_CASE("A coder codes sources once more, and both rounds are kept apart") {
    Program program;
    with_two_rounds(program);
    const auto codings = program.run({"show", "S", "T1_moeder", "--json"}).json()["codings"];
    REQUIRE(codings.size() == 4);
    std::vector<int> rounds;
    for (const auto& one : codings) rounds.push_back(one["round"].get<int>());
    std::sort(rounds.begin(), rounds.end());
    CHECK(rounds == std::vector<int>{1, 1, 2, 2});
    const auto source = program.run({"sources", "S", "--json"}).json()["sources"][2];
    CHECK(source["marks"]["Anna"] == "to-do");
    CHECK(source["rounds"]["Anna"] == 2);
    CHECK(program.run({"show", "S", "T1_moeder"}).out.find("Anna (round 2)") != std::string::npos);
}

TEST_CASE("What is counted is the round that stands") {
    Program program;
    with_two_rounds(program);
    const auto proactive = [&] {
        const auto cells = program
                               .run({"matrix", "S", "--coder", "Anna", "--count", "codings", "--columns",
                                     "participant", "--json"})
                               .json()["cells"];
        std::vector<int> row;
        for (const auto& cell : cells[0]) row.push_back(cell["value"].get<int>());
        return row;
    };
    const auto before = proactive();
    REQUIRE(program.run({"mark", "S", "T1_moeder", "T1_jongere", "coded", "--coder", "Anna"}).exit_code == 0);
    const auto after = proactive();
    CHECK(std::accumulate(before.begin(), before.end(), 0) == 2);
    CHECK(std::accumulate(after.begin(), after.end(), 0) == 1);
}

TEST_CASE("A coder is compared with herself once both rounds are finished") {
    Program program;
    with_two_rounds(program);
    const std::vector<std::string> compare{"agreement", "S",    "--coders", "Anna:1,Anna:2",
                                           "--by",      "code", "--json"};
    CHECK(program.run(compare).json()["sources"].empty());
    REQUIRE(program.run({"mark", "S", "T1_moeder", "T1_jongere", "coded", "--coder", "Anna"}).exit_code == 0);
    const auto agreement = program.run(compare).json();
    CHECK(agreement["coders"] == nlohmann::json{"Anna:1", "Anna:2"});
    CHECK(agreement["sources"].size() == 2);
    for (const auto& one : agreement["results"]) {
        if (one["coefficient"] != "f1" || one["of"] != "Plichten/Hulp") continue;
        // “Hulp” stands on the same words in both rounds.
        CHECK(one["value"] == 1.0);
    }
    const auto listed = program.run({"disagreements", "S", "--coders", "Anna:1,Anna:2", "--json"}).json();
    // Of “Proactief” T1_moeder has two other passages, and T1_jongere one that is in the first round alone.
    CHECK(listed["disagreements"].size() == 3);
    const auto settled = program.run({"settle", "S", "1", "both", "--coders", "Anna:1,Anna:2"});
    CHECK(settled.exit_code == 1);
    CHECK(settled.error.find("not settled") != std::string::npos);
}

TEST_CASE("Rounds that cannot be are refused in a sentence") {
    Program program;
    with_two_rounds(program);
    CHECK(program.run({"mark", "S", "T1_JIM", "again", "--coder", "Anna"}).exit_code == 1);
    CHECK(program.run({"mark", "S", "T1_moeder", "back", "--coder", "Anna"}).error.find("round 2 already") !=
          std::string::npos);
    REQUIRE(program.run({"mark", "S", "T1_jongere", "back", "--coder", "Anna"}).exit_code == 0);
    CHECK(program.run({"sources", "S", "--json"}).json()["sources"][1]["marks"]["Anna"] == "coded");
    CHECK(program.run({"agreement", "S", "--coders", "Anna,Anna:2"}).error.find("both with a round") !=
          std::string::npos);
    CHECK(program.run({"agreement", "S", "--coders", "Anna:0,Bram"}).exit_code == 2);
}

TEST_CASE("Codings of all rounds go into a table and come back as they were") {
    Program program;
    with_two_rounds(program);
    REQUIRE(program.run({"export", "S", "--what", "codings", "-o", "all.csv"}).exit_code == 0);
    REQUIRE(program.run({"new", "N", "--codebook", "codebook.qdc"}).exit_code == 0);
    REQUIRE(program
                .run({"import", "N", "T1_moeder.txt", "T1_jongere.txt", "T1_JIM.txt", "--participants",
                      "participants.csv", "--codings", "all.csv"})
                .exit_code == 0);
    REQUIRE(program.run({"export", "N", "--what", "codings", "-o", "again.csv"}).exit_code == 0);
    CHECK(program.content("all.csv") == program.content("again.csv"));
    CHECK(program.run({"sources", "N", "--json"}).json()["sources"][2]["rounds"]["Anna"] == 2);
}

TEST_CASE("Agreement is followed as sources were finished") {
    const Program program;
    support::make_small_study(program);
    const std::vector<std::string> trend{"agreement",        "S", "--coders", "Anna,Bram",
                                         "--trend",          "2", "--json",   "--coefficient",
                                         "percent_agreement"};
    CHECK(program.run(trend).json()["trend"].empty());
    for (const char* source : {"T1_jongere", "T1_JIM"}) {
        for (const char* coder : {"Anna", "Bram"})
            REQUIRE(program.run({"mark", "S", source, "coded", "--coder", coder}).exit_code == 0);
    }
    const auto steps = program.run(trend).json()["trend"];
    REQUIRE(steps.size() == 2);
    CHECK(steps[0]["sources"] == nlohmann::json{"T1_jongere"});
    CHECK(steps[1]["sources"] == nlohmann::json{"T1_JIM"});
    CHECK(steps[0]["value"] == steps[0]["so_far"]["value"]);
    CHECK(steps[0]["value"].get<double>() < 1);
    CHECK(steps[1]["so_far"]["value"] != steps[1]["value"]);
    const auto text = program.run({"agreement", "S", "--coders", "Anna,Bram", "--trend", "2"});
    CHECK(text.exit_code == 0);
    CHECK(text.out.find("So far") != std::string::npos);
    CHECK(text.out.find("coded by Anna, Bram") != std::string::npos);
    CHECK(program.run({"agreement", "--ratings", "x.csv", "--trend", "2"}).exit_code == 2);
}
