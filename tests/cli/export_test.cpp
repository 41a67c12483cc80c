// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "exchange/zip.h"
#include "support/small_study.h"
#include "support/workbook_reader.h"

using support::Program;

namespace {

support::Ran exported(const Program& program, const std::string& what, const std::string& file,
                      std::vector<std::string> more = {}) {
    more.insert(more.begin(), {"export", "S", "--what", what, "-o", file});
    return program.run(more);
}

}  // namespace

TEST_CASE("Codings are written with place, words, coder, turn, speaker and memo") {
    const Program program;
    support::make_small_study(program);
    program.run({"code", "S", "--source", "T1_moeder", "--quote", "Ik ben blij", "--code", "Hulp", "--coder",
                 "settled", "--memo", "=SUM(1)"});
    REQUIRE(exported(program, "codings", "c.json", {"--coder", "settled"}).exit_code == 0);
    auto json = nlohmann::json::parse(program.content("c.json"))["codings"];
    REQUIRE(json.size() == 1);
    CHECK(json[0]["created"].get<std::string>().size() == 20);
    json[0].erase("created");
    CHECK(json[0] == nlohmann::json{{"source", "T1_moeder"},
                                    {"begin", 98},
                                    {"end", 109},
                                    {"quote", "Ik ben blij"},
                                    {"code", "Plichten/Hulp"},
                                    {"coder", "settled"},
                                    {"turn", 4},
                                    {"speaker", "M"},
                                    {"memo", "=SUM(1)"},
                                    {"star", ""},
                                    {"round", nullptr}});
    REQUIRE(exported(program, "codings", "c.csv").exit_code == 0);
    const std::string csv = program.content("c.csv");
    CHECK(csv.find(
              "\xEF\xBB\xBFsource,begin,end,quote,code,coder,created,turn,speaker,memo,star,round\r\n") == 0);
    CHECK(csv.find("T1_moeder,20,56,Ik wist meteen wie het moest worden.,Actie/Proactief,Anna,"
                   "2026-01-02T03:04:05Z,2,M,,,1\r\n") != std::string::npos);
    // No spreadsheet takes a remark for a formula.
    CHECK(csv.find(",'=SUM(1),,\r\n") != std::string::npos);
    CHECK(std::count(csv.begin(), csv.end(), '\n') == 7);
}

TEST_CASE("Filters choose among codings and quotations alone") {
    const Program program;
    support::make_small_study(program);
    const auto number = [&](const std::vector<std::string>& filter) {
        REQUIRE(exported(program, "codings", "c.json", filter).exit_code == 0);
        return nlohmann::json::parse(program.content("c.json"))["codings"].size();
    };
    CHECK(number({}) == 5);
    CHECK(number({"--coder", "Bram"}) == 2);
    CHECK(number({"--code", "Actie"}) == 3);
    CHECK(number({"--code", "Actie", "--code", "Hulp"}) == 5);
    CHECK(number({"--where", "role=jongere"}) == 2);
    CHECK(number({"--where", "role=jongere", "--code", "Hulp", "--coder", "Anna"}) == 0);
    CHECK(exported(program, "codebook", "c.csv", {"--coder", "Bram"}).exit_code == 2);
    CHECK(exported(program, "codings", "c.csv", {"--coder", "Nobody"}).exit_code == 1);
    CHECK(exported(program, "codings", "c.csv", {"--coder", "all"}).exit_code == 2);
}

TEST_CASE("Quotations stand code by code with who says them") {
    const Program program;
    support::make_small_study(program);
    REQUIRE(exported(program, "quotations", "q.md").exit_code == 0);
    CHECK("\n" + program.content("q.md") == R"(
# Quotations

## Actie

### Actie/Proactief

> “Ik heb hem zelf gevraagd.” (T1-jongere, jongere, T1, age 16)

> “Ik wist meteen wie het moest worden.” (T1-moeder, ouder, T1, age 44)

### Actie/Behoedzaam

> “Ik zei gewoon ja.” (T1-JIM, JIM, T1, age 51)

## Plichten

### Plichten/Hulp

> “Hij helpt mij met school.” (T1-jongere, jongere, T1, age 16)

> “Nu helpt hij mij met alles.” (T1-moeder, ouder, T1, age 44)
)");
    REQUIRE(exported(program, "quotations", "q.json").exit_code == 0);
    const auto first = nlohmann::json::parse(program.content("q.json"))["quotations"][0];
    CHECK(first["participant"] == "T1-jongere");
    CHECK(first["attribution"] == "T1-jongere, jongere, T1, age 16");
    CHECK(first["age"] == "16");
    CHECK(first["turn"] == 2);
}

TEST_CASE("Everything is written in every format that is offered") {
    const Program program;
    support::make_small_study(program);
    for (const std::string what : {"codings", "quotations", "codebook", "participants", "log"}) {
        for (const std::string ending : {".csv", ".json", ".md", ".xlsx"}) {
            const std::string name = what + ending;
            INFO(name);
            const auto ran = exported(program, what, name, {"--json"});
            CHECK(ran.exit_code == 0);
            CHECK(ran.json()["file"] == name);
            CHECK(program.content(name).size() > 50);
        }
        const support::WorkbookReader workbook(program.folder() / (what + ".xlsx"));
        CHECK(workbook.sheets().size() == 1);
        CHECK(workbook.sheets().front().frozen == "A2");
        CHECK(nlohmann::json::parse(program.content(what + ".json")).contains(what));
        CHECK(exported(program, what, what + ".doc").exit_code == 2);
    }
    CHECK(exported(program, "codebook", "codebook-2.qdc").exit_code == 0);
    CHECK(exported(program, "codings", "codings.qdc").exit_code == 2);
}

TEST_CASE("A study is copied whole, and never over another file") {
    const Program program;
    support::make_small_study(program);
    REQUIRE(exported(program, "study", "Copy.trialogue").exit_code == 0);
    CHECK(program.run({"check", "Copy"}).exit_code == 0);
    CHECK(program.run({"show", "Copy", "T1_JIM", "--json"}).out ==
          program.run({"show", "S", "T1_JIM", "--json"}).out);
    CHECK(exported(program, "study", "Copy.trialogue").exit_code == 1);
    const auto before = program.content("S.trialogue");
    CHECK(exported(program, "study", "S.trialogue").exit_code == 1);
    CHECK(exported(program, "study", "S.csv").exit_code == 2);
    CHECK(program.content("S.trialogue") == before);
}

TEST_CASE("An archive holds the study and everything in it in formats that last") {
    const Program program;
    support::make_small_study(program);
    REQUIRE(exported(program, "archive", "a.zip").exit_code == 0);
    REQUIRE(exported(program, "codings", "codings.csv").exit_code == 0);
    REQUIRE(exported(program, "study", "Copy.trialogue").exit_code == 0);
    const exchange::ZipReader zip(program.folder() / "a.zip");
    for (const char* name : {"README.txt", "transcripts/T1_JIM.txt", "codebook.qdc", "participants.csv",
                             "quotations.csv", "log.csv"}) {
        CAPTURE(name);
        CHECK(zip.contains(name));
    }
    constexpr std::size_t kLimit = 100'000'000;
    CHECK(zip.read("codings.csv", kLimit) == program.content("codings.csv"));
    CHECK(zip.read("study.trialogue", kLimit) == program.content("Copy.trialogue"));
    CHECK_FALSE(zip.read("transcripts/T1_JIM.txt", kLimit).empty());
}

TEST_CASE("An export that cannot be written says which file") {
    const Program program;
    support::make_small_study(program);
    const auto ran = exported(program, "codings", "nowhere/c.csv");
    CHECK(ran.exit_code == 1);
    CHECK(ran.error.find("nowhere/c.csv") != std::string::npos);
    CHECK(exported(program, "archive", "a.csv").exit_code == 2);
    CHECK(exported(program, "archive", "nowhere/a.zip").exit_code == 1);
    CHECK(program.run({"export", "S", "--what", "codings"}).exit_code == 2);
}
