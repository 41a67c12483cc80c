// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <cstdlib>

#include "support/small_study.h"

using support::Program;

namespace {

void make_sample_study(const Program& program) {
    const std::string make = fmt::format("'{}/docs/sample-study/make' '{}' '{}'", TRIALOGUE_SOURCE_DIR,
                                         TRIALOGUE_PROGRAM, program.folder().path().string());
    REQUIRE(std::system(make.c_str()) == 0);
}

nlohmann::json done(const Program& program, std::vector<std::string> words) {
    words.insert(words.end(), "--json");
    const auto ran = program.run(words);
    INFO(ran.error);
    REQUIRE(ran.exit_code == 0);
    return ran.json();
}

std::size_t codings_of(const Program& program, const std::string& coder) {
    REQUIRE(program.run({"export", "JIM", "--what", "codings", "--coder", coder, "-o", "c.json"}).exit_code ==
            0);
    return nlohmann::json::parse(program.content("c.json"))["codings"].size();
}

void refused(const Program& program, std::vector<std::string> words, const std::string& why, int exit_code) {
    words.insert(words.begin(), {"settle", "JIM"});
    const auto ran = program.run(words);
    CHECK(ran.exit_code == exit_code);
    CHECK(ran.error.find(why) != std::string::npos);
    INFO(ran.error);
}

}  // namespace

TEST_CASE("The sample study is settled from beginning to end, and neither coder loses a coding") {
    const Program program;
    make_sample_study(program);
    const auto anna = codings_of(program, "Anna"), bram = codings_of(program, "Bram");
    const auto matrix = done(program, {"matrix", "JIM", "--coder", "settled"});

    const auto open = done(program, {"settle", "JIM"});
    const std::size_t all = open["of"];
    CHECK(open["settled"] == 0);
    REQUIRE(open["disagreements"].size() == all);
    const std::string hardest = std::to_string(open["disagreements"][0]["number"].get<int>());
    CHECK_FALSE(open["disagreements"][0]["effect"].get<std::string>().empty());

    const auto one = done(program, {"settle", "JIM", hardest, "accept", "--of", "Bram", "--reason", "so told",
                                    "--coder", "Carla"});
    CHECK(one == nlohmann::json({{"decided", 1}, {"settled", 1}, {"of", all}}));
    const auto listed = done(program, {"settle", "JIM", "--all"});
    for (const auto& row : listed["disagreements"]) {
        if (std::to_string(row["number"].get<int>()) != hardest) continue;
        CHECK(row["state"] == "settled");
        CHECK(row["decision"] == "accept");
        CHECK(row["reason"] == "so told");
    }
    const auto log = program.run({"log", "JIM"});
    CHECK(log.out.find("Settled a disagreement") != std::string::npos);
    CHECK(log.out.find("Carla") != std::string::npos);

    // The preview changes nothing and says what the rule then does.
    const auto preview = done(program, {"settle", "JIM", "--rule", "united", "--under", "30", "--preview"});
    CHECK(done(program, {"settle", "JIM"})["settled"] == 1);
    const auto ruled = done(program, {"settle", "JIM", "--rule", "united", "--under", "30"});
    CHECK(ruled["decided"] == preview["proposals"].size());
    CHECK(ruled["settled"] == 1 + preview["proposals"].size());
    REQUIRE(preview["proposals"].size() > 5);
    const auto agreed = done(program, {"settle", "JIM", "--rule", "agreed"});
    CHECK(agreed["decided"] > 100);
    CHECK(done(program, {"settle", "JIM", "--rule", "agreed"})["decided"] == 0);

    std::vector<std::string> rest{"settle", "JIM"};
    const auto left = done(program, {"settle", "JIM"});
    for (const auto& row : left["disagreements"]) rest.push_back(std::to_string(row["number"].get<int>()));
    rest.insert(rest.end(), {"accept", "--of", "Anna"});
    const auto last = done(program, rest);
    CHECK(last["settled"] == all);
    const auto stable = done(program, {"stability", "JIM"});
    CHECK(stable["hanging"] == 0);
    for (const auto& cell : stable["cells"]) CHECK(cell["low"] == cell["high"]);

    CHECK(codings_of(program, "Anna") == anna);
    CHECK(codings_of(program, "Bram") == bram);
    CHECK(program.run({"check", "JIM"}).exit_code == 0);
    // One step back for each decision: the published matrix is there again.
    for (int i = 0; i < 4; ++i) CHECK(program.run({"undo", "JIM"}).exit_code == 0);
    CHECK(done(program, {"matrix", "JIM", "--coder", "settled"}) == matrix);
    CHECK(done(program, {"settle", "JIM"})["settled"] == 0);
}

TEST_CASE("A decision can be drawn anew, put off and taken back") {
    const Program program;
    make_sample_study(program);
    done(program, {"settle", "JIM", "1", "later", "--reason", "ask the team"});
    CHECK(done(program, {"settle", "JIM"})["settled"] == 0);
    const auto settled = codings_of(program, "settled");
    done(program, {"settle", "JIM", "1", "anew", "--passage", "Proactief=10:40"});
    CHECK(done(program, {"settle", "JIM"})["settled"] == 1);
    done(program, {"settle", "JIM", "1", "reopen"});
    CHECK(done(program, {"settle", "JIM"})["settled"] == 0);
    CHECK(codings_of(program, "settled") <= settled);
    refused(program, {"1", "reopen"}, "open already", 1);
}

TEST_CASE("Coders may be named before the number of a disagreement") {
    const Program program;
    make_sample_study(program);
    const auto one = done(program, {"settle", "--coders", "Anna,Bram", "JIM", "1", "drop"});
    CHECK(one["settled"] == 1);
    CHECK(program.run({"stability", "--coders", "Anna,Bram", "JIM"}).exit_code == 0);
    CHECK(program.run({"audit", "--coders", "Anna,Bram", "JIM", "-o", "a.csv"}).exit_code == 0);
}

TEST_CASE("What cannot be settled is told in a sentence") {
    const Program program;
    make_sample_study(program);
    refused(program, {"1"}, "what is decided", 2);
    refused(program, {"1", "united"}, "no decision", 2);
    refused(program, {"1", "accept"}, "--of Anna", 2);
    refused(program, {"1", "accept", "--of", "Nobody"}, "--of Anna", 2);
    refused(program, {"x", "drop"}, "no number", 2);
    refused(program, {"0", "drop"}, "There is no disagreement 0", 1);
    refused(program, {"99999", "drop"}, "There is no disagreement 99999", 1);
    refused(program, {"1", "anew"}, "--passage", 2);
    refused(program, {"1", "anew", "--passage", "Proactief=x"}, "CODE=BEGIN:END", 2);
    refused(program, {"1", "anew", "--passage", "Proactief=5:999999"}, "characters", 1);
    refused(program, {"--rule", "united"}, "--under", 2);
    refused(program, {"--coders", "Anna"}, "two coders", 1);
    CHECK(done(program, {"settle", "JIM"})["settled"] == 0);
}

TEST_CASE("Confusion and stability are exported as tables") {
    const Program program;
    make_sample_study(program);
    const auto confusion = done(program, {"disagreements", "JIM", "--confusion"});
    // What both gave a code is what agreement counts as marked by both.
    std::int64_t both = 0;
    for (const auto& cell : confusion["cells"]) {
        if (cell["first"] == cell["second"]) both += cell["characters"].get<std::int64_t>();
    }
    const auto figures = done(program, {"agreement", "JIM", "--by", "all", "--coefficient", "f1"});
    CHECK(static_cast<double>(both) == figures["results"][0]["both"].get<double>());

    const auto stable = done(program, {"stability", "JIM"});
    CHECK(stable["of"] == stable["cells"].size());
    CHECK(stable["uncompared"] == 0);
    const auto matrix = done(program, {"matrix", "JIM", "--coder", "settled"});
    for (const auto& cell : stable["cells"]) {
        CHECK(cell["both"] <= cell["either"]);
        CHECK(cell["low"] <= cell["high"]);
        CHECK(cell["both"] <= cell["first"]);
    }
    for (const std::string file : {"s.xlsx", "s.csv", "s.md", "s.json"})
        CHECK(program.run({"stability", "JIM", "-o", file}).exit_code == 0);
    CHECK(program.run({"stability", "JIM", "-o", "s.pdf"}).exit_code == 2);
}
