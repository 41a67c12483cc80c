// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "support/small_study.h"

using support::Program;

namespace {

std::vector<std::string> coding(const std::string& command, const std::vector<std::string>& more) {
    std::vector<std::string> arguments{command,  "S",    "--source", "T1_JIM",
                                       "--code", "Hulp", "--coder",  "Bram"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
}

std::size_t codings(const Program& program) {
    return program.run({"show", "S", "T1_JIM", "--json"}).json()["codings"].size();
}

}  // namespace

TEST_CASE("A code goes on a passage by its words, by its place, or on the whole") {
    const Program program;
    support::make_small_study(program);
    const auto by_words = program.run(coding("code", {"--quote", "huiswerk"}));
    CHECK(by_words.error.empty());
    CHECK(by_words.out == "T1_JIM 80:88: Plichten/Hulp (Bram)\n");
    const auto by_place = program.run(coding("code", {"--at", "51:56", "--json"}));
    CHECK(by_place.json() == nlohmann::json{{"source", "T1_JIM"},
                                            {"begin", 51},
                                            {"end", 56},
                                            {"code", "Plichten/Hulp"},
                                            {"coder", "Bram"},
                                            {"changed", true}});
    const auto whole = program.run(coding("code", {"--whole", "--json"}));
    CHECK(whole.json()["begin"].is_null());
    CHECK(codings(program) == 4);
}

TEST_CASE("A quotation that stands there twice needs its turn or its speaker") {
    const Program program;
    support::make_small_study(program);
    const auto twice = program.run(coding("code", {"--quote", "u"}));
    CHECK(twice.exit_code == 1);
    CHECK(twice.error.find("times") != std::string::npos);
    CHECK(program.run(coding("code", {"--quote", "Dank", "--speaker", "R"})).exit_code == 1);
    CHECK(program.run(coding("code", {"--quote", "u", "--turn", "5"})).exit_code == 0);
    CHECK(codings(program) == 2);
}

TEST_CASE("The same coding is not made twice") {
    const Program program;
    support::make_small_study(program);
    program.run(coding("code", {"--quote", "huiswerk"}));
    const auto again = program.run(coding("code", {"--quote", "huiswerk", "--json"}));
    CHECK(again.exit_code == 0);
    CHECK(again.json()["changed"] == false);
    CHECK(program.run(coding("code", {"--quote", "huiswerk", "--memo", "Kijk"})).exit_code == 1);
    CHECK(codings(program) == 2);
    CHECK(program.run({"log", "S", "--json"}).json()["revisions"].size() == 3);
}

TEST_CASE("A code is taken off where it is, and only there") {
    const Program program;
    support::make_small_study(program);
    program.run(coding("code", {"--quote", "huiswerk", "--memo", "Kijk"}));
    CHECK(program.run(coding("uncode", {"--quote", "zijn huiswerk"})).exit_code == 1);
    const auto off = program.run(coding("uncode", {"--quote", "huiswerk"}));
    CHECK(off.out == "T1_JIM 80:88: took off Plichten/Hulp (Bram)\n");
    CHECK(codings(program) == 1);
    CHECK(program.run(coding("uncode", {"--quote", "huiswerk"})).exit_code == 1);
}

TEST_CASE("What cannot be coded is refused with its reason") {
    const Program program;
    support::make_small_study(program);
    const auto outside = program.run(coding("code", {"--at", "100:9999"}));
    CHECK(outside.exit_code == 1);
    CHECK(outside.error.find("T1_JIM") != std::string::npos);
    CHECK(program.run(coding("code", {"--at", "5:5"})).exit_code == 1);
    CHECK(program.run(coding("code", {"--quote", ""})).exit_code == 1);
    CHECK(program.run({"code", "S", "--source", "T1_JIM", "--code", "Actie", "--coder", "Bram", "--whole"})
              .exit_code == 1);
    CHECK(program.run({"code", "S", "--source", "T1_JIM", "--code", "Hulp", "--coder", "any", "--whole"})
              .exit_code == 1);
    CHECK(program.run(coding("code", {"--at", "5"})).exit_code == 2);
    CHECK(program.run(coding("code", {"--at", "5:6x"})).exit_code == 2);
    CHECK(program.run(coding("code", {})).exit_code == 2);
    CHECK(program.run(coding("code", {"--whole", "--at", "5:6"})).exit_code == 2);
    CHECK(program.run(coding("code", {"--whole", "--turn", "3"})).exit_code == 2);
    CHECK(codings(program) == 1);
}

TEST_CASE("Sources are marked together, in one step") {
    const Program program;
    support::make_small_study(program);
    const auto marked = program.run({"mark", "S", "T1_JIM", "T1_moeder", "coded", "--coder", "Bram"});
    CHECK(marked.out == "T1_JIM, T1_moeder: coded (Bram)\n");
    CHECK(program.run({"mark", "S", "T1_JIM", "T1_moeder", "coded", "--coder", "Bram", "--json"})
              .json()["changed"] == false);
    program.run({"mark", "S", "T1_JIM", "coded", "--coder", "settled"});
    const auto sources = program.run({"sources", "S", "--json"}).json()["sources"];
    CHECK(sources[0]["marks"] == nlohmann::json{{"Bram", "coded"}, {"settled", "coded"}});
    CHECK(sources[2]["marks"] == nlohmann::json{{"Bram", "coded"}});
    CHECK(program.run({"mark", "S", "T1_JIM", "done", "--coder", "Bram"}).exit_code == 2);
    CHECK(program.run({"mark", "S", "T1_JIM", "nobody", "coded", "--coder", "Bram"}).exit_code == 1);
}
