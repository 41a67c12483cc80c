// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "support/small_study.h"
#include "support/workbook_reader.h"

using support::Program;

namespace {

nlohmann::json values(const nlohmann::json& matrix) {
    auto rows = nlohmann::json::array();
    for (const auto& row : matrix["cells"]) {
        auto cells = nlohmann::json::array();
        for (const auto& cell : row) cells.push_back(cell["value"]);
        rows.push_back(cells);
    }
    return rows;
}

nlohmann::json matrix(const Program& program, std::vector<std::string> options) {
    options.insert(options.begin(), {"matrix", "S", "--json"});
    const auto ran = program.run(options);
    INFO(ran.error);
    REQUIRE(ran.exit_code == 0);
    return ran.json();
}

}  // namespace

TEST_CASE("A matrix of codes by role is printed with its n and what was counted") {
    const Program program;
    support::make_small_study(program);
    CHECK("\n" + program.run({"matrix", "S"}).out == R"(
Code by Role

              ouder  jongere    JIM
Code          n = 1    n = 1  n = 1
───────────────────────────────────
Actie             1        1      1
  Proactief       1        1      0
  Behoedzaam      0        0      1

Plichten          1        1      0
  Hulp            1        1      0

Counted: participants, each once a cell.
Codings: those of any coder, and the settled layer.
)");
}

TEST_CASE("A matrix in JSON tells value, base, the kinds of zero and who is behind each number") {
    const Program program;
    support::make_small_study(program);
    program.file("T2_JIM.txt", "I: En u?\nR: Nog niets.\nI: Nee?\nR: Nee.\nI: Goed.\nR: Ja.\n");
    REQUIRE(
        program.run({"import", "S", "T2_JIM.txt", "--participant", "T2-JIM", "--role", "JIM"}).exit_code ==
        0);
    const auto json = matrix(program, {});
    CHECK(json["rows"][0] == nlohmann::json{{"code", "Actie/Proactief"}, {"dimension", "Actie"}});
    CHECK(json["columns"][2] == nlohmann::json{{"name", "JIM"}, {"n", 2}, {"coded", 1}});
    CHECK(json["cells"][1][2] == nlohmann::json{{"value", 1},
                                                {"of", 2},
                                                {"coded", 1},
                                                {"uncoded", 1},
                                                {"absent", 0},
                                                {"participants", {"T1-JIM"}},
                                                {"codings", 1}});
    CHECK(json["unattributed"] == 0);
    CHECK(json["warnings"].empty());
    CHECK(json["dimensions"][0] == nlohmann::json{{"dimension", "Actie"}});
    CHECK(json["dimension_cells"][0][0]["value"] == 1);
}

TEST_CASE("Axes, units, per cents and filters choose what is counted") {
    const Program program;
    support::make_small_study(program);
    CHECK(values(matrix(program, {"--rows", "dimensions", "--columns", "triad"})) ==
          nlohmann::json::parse("[[3],[2]]"));
    CHECK(values(matrix(program, {"--columns", "age:10-20,21-60"})) ==
          nlohmann::json::parse("[[1,1],[0,1],[1,1]]"));
    CHECK(values(matrix(program, {"--code", "Hulp", "--where", "role=ouder"})) ==
          nlohmann::json::parse("[[1]]"));
    CHECK(values(matrix(program, {"--count", "words", "--coder", "Anna", "--code", "Plichten"})) ==
          nlohmann::json::parse("[[6,0,0]]"));
    CHECK(matrix(program, {"--percent", "n"})["cells"][0][0]["percent"] == 100.0);
}

TEST_CASE("Settled codings are counted as soon as there are any") {
    const Program program;
    support::make_small_study(program);
    program.run({"code", "S", "--source", "T1_JIM", "--whole", "--code", "Hulp", "--coder", "settled"});
    CHECK(values(matrix(program, {})) == nlohmann::json::parse("[[0,0,0],[0,0,0],[0,0,1]]"));
    CHECK(values(matrix(program, {"--coder", "any"})) == nlohmann::json::parse("[[1,1,0],[0,0,1],[1,1,1]]"));
}

TEST_CASE("A matrix is written in each format, and as the paper prints it") {
    const Program program;
    support::make_small_study(program);
    for (const std::string name : {"m.csv", "m.md", "m.txt", "m.json", "m.XLSX"}) {
        INFO(name);
        const auto ran = program.run({"matrix", "S", "-o", name});
        CHECK(ran.out == "Written: " + name + "\n");
        CHECK(ran.exit_code == 0);
    }
    CHECK(nlohmann::json::parse(program.content("m.json")) == matrix(program, {}));
    CHECK(support::WorkbookReader(program.folder() / "m.XLSX").sheets().size() == 3);
    const auto published = program.run({"matrix", "S", "--layout", "published"});
    CHECK(published.out.find("Proactief (1)") != std::string::npos);
    CHECK(published.out.find("Behoedzaam (0)") == std::string::npos);
}

TEST_CASE("What cannot be counted or written is refused, and an older file stays") {
    const Program program;
    support::make_small_study(program);
    program.file("m.doc", "old");
    CHECK(program.run({"matrix", "S", "-o", "m.doc"}).exit_code == 2);
    CHECK(program.content("m.doc") == "old");
    CHECK(program.run({"matrix", "S", "--count", "cows"}).exit_code == 2);
    CHECK(program.run({"matrix", "S", "--where", "role"}).exit_code == 2);
    const auto axis = program.run({"matrix", "S", "--columns", "shoe size"});
    CHECK(axis.exit_code == 1);
    CHECK(axis.error.find("shoe size") != std::string::npos);
    CHECK(program.run({"matrix", "S", "--coder", "Nobody"}).exit_code == 1);
    CHECK(program.run({"matrix", "S", "--code", "Nothing"}).exit_code == 1);
    CHECK(program.run({"matrix", "S", "-o", "nowhere/m.csv"}).exit_code == 1);
}
