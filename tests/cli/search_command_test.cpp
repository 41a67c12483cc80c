// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <filesystem>

#include "support/small_study.h"
#include "support/workbook_reader.h"

namespace {

/// A small study, and a cache of its own for the index.
struct Searching {
    Searching() { support::make_small_study(program); }
    support::Ran run(std::vector<std::string> arguments) const {
        return program.run(arguments, {"XDG_CACHE_HOME=" + (program.folder() / "cache").string()});
    }
    support::Program program;
};

}  // namespace

TEST_CASE("search prints hits in context with exact totals") {
    const Searching it;
    const auto ran = it.run({"search", "S", "role:jongere helpen"});
    INFO(ran.error);
    CHECK(ran.exit_code == 0);
    CHECK(ran.out.find("[helpt]") != std::string::npos);
    CHECK(ran.out.find("1 hit, 1 turn, 1 source, 1 participant, 1 triad") != std::string::npos);
    const auto json = it.run({"search", "S", "helpen", "--json"}).json();
    CHECK(json["total"] == 3);
    CHECK(json["participants"] == 3);
    CHECK(json["scanned_sources"] == 0);
    CHECK(json["hits"][0]["source"] == "T1_JIM");
    CHECK(json["hits"][0]["match"] == "help");
    CHECK(json["hits"][0]["role"] == "JIM");
    for (const auto& hit : json["hits"]) {
        const auto shown = it.run({"show", "S", hit["source"], "--json"}).json();
        // The texts are ASCII here, so that characters are bytes.
        const std::string text = shown["text"];
        const std::size_t begin = hit["begin"], end = hit["end"];
        if (hit["source"] != "T1_jongere") CHECK(text.substr(begin, end - begin) == hit["match"]);
    }
}

TEST_CASE("with and without index the answers are the same, and the index lies in the cache") {
    const Searching it;
    const auto with = it.run({"search", "S", "ik AND hem", "--json"});
    CHECK(std::filesystem::exists(it.program.folder() / "cache" / "trialogue"));
    std::filesystem::remove_all(it.program.folder() / "cache");
    auto without = it.run({"search", "S", "ik AND hem", "--json", "--no-index"}).json();
    CHECK_FALSE(std::filesystem::exists(it.program.folder() / "cache"));
    CHECK(without["scanned_sources"] == 3);
    without["scanned_sources"] = 0;
    CHECK(with.json() == without);
}

TEST_CASE("search groups, compares roles within triads, and makes tables") {
    const Searching it;
    const auto groups = it.run({"search", "S", "helpen", "--by", "role", "--json"}).json();
    CHECK(groups["groups"].size() == 3);
    const auto contrast = it.run({"search", "S", "school", "--contrast", "jongere,ouder", "--json"}).json();
    CHECK(contrast["triads"][0]["finding"] == "jongere yes, ouder no");
    CHECK(contrast["triads"][0]["say"] == "T1-jongere");
    const auto table = it.run({"search", "S", "helpen", "school", "--columns", "role", "--json"}).json();
    CHECK(table["rows"][1]["query"] == "school");
    CHECK(table["rows"][0]["hits"].size() == 3);
    const auto ages = it.run({"search", "S", "helpen", "--columns", "age:10-20,40-60", "--json"}).json();
    CHECK(ages["rows"][0]["participants"] == nlohmann::json({1, 2}));
    CHECK(it.run({"search", "S", "helpen", "school", "--json"}).exit_code == 2);
}

TEST_CASE("a search is narrowed by --where and --code") {
    const Searching it;
    CHECK(it.run({"search", "S", "helpen", "--where", "role=ouder", "--json"}).json()["total"] == 1);
    CHECK(it.run({"search", "S", "helpen", "--where", "age=16", "--json"}).json()["total"] == 1);
    CHECK(it.run({"search", "S", "helpen", "--code", "Hulp", "--json"}).json()["total"] == 2);
}

TEST_CASE("an error of a query shows its place, and a word that is not there is answered by near ones") {
    const Searching it;
    const auto wrong = it.run({"search", "S", "rolle:ouder school"});
    CHECK(wrong.exit_code == 1);
    CHECK(wrong.error.find("  rolle:ouder school\n  ^^^^^\n") != std::string::npos);
    CHECK(it.run({"search", "S", "huisswerk", "--json"}).json()["proposals"] == nlohmann::json({"huiswerk"}));
    CHECK(it.run({"search", "S", std::string(100'000, '(')}).exit_code == 1);
}

TEST_CASE("a search is explained, and written to files") {
    const Searching it;
    const auto explained = it.run({"search", "S", "rol:ouder helpen", "--explain", "--json"}).json();
    CHECK(explained["query"] == "role:ouder AND helpen");
    CHECK(explained["terms"][0]["forms"] == nlohmann::json({"help", "helpt"}));
    for (const auto* file : {"hits.csv", "hits.md", "hits.json", "hits.xlsx"}) {
        INFO(file);
        CHECK(it.run({"search", "S", "helpen", "-o", file}).exit_code == 0);
        CHECK(!it.program.content(file).empty());
    }
    CHECK(it.program.content("hits.md").find("helpen") != std::string::npos);
    CHECK(it.run({"search", "S", "helpen", "-o", "hits.doc"}).exit_code == 2);
}

TEST_CASE("the query stands on the sheet of a workbook, above what it found") {
    const Searching it;
    const auto exported = [&](std::vector<std::string> options) {
        std::vector<std::string> command{"search", "S", "rol:ouder helpen OF school"};
        command.insert(command.end(), options.begin(), options.end());
        command.insert(command.end(), {"-o", "found.xlsx"});
        const auto ran = it.run(command);
        INFO(ran.error);
        REQUIRE(ran.exit_code == 0);
        return std::make_unique<support::WorkbookReader>(it.program.folder() / "found.xlsx");
    };
    const std::string query = "(role:ouder AND helpen) OR school";
    const auto hits = exported({});
    REQUIRE(hits->sheets().front().name == "Hits");
    const auto& sheet = hits->sheet("Hits");
    CHECK(sheet.cells.at("A1").value == "Search: " + query);
    CHECK(sheet.cells.at("K3").value == "Hit");
    CHECK(sheet.cells.at("K4").value == "school");
    CHECK(sheet.cells.at("K5").value == "helpt");
    CHECK(sheet.frozen == "A4");
    CHECK(sheet.filter == "A3:L5");
    CHECK(exported({"--by", "role"})->sheet("Counts").cells.at("A1").value == "Search: " + query);
    CHECK(exported({"--contrast", "jongere,ouder"})->sheet("Counts").cells.at("A1").value ==
          "Search: " + query + " (jongere and ouder in each triad)");
    CHECK(exported({"--columns", "role"})->sheets().front().cells.at("A1").value == "Search: " + query);
}

TEST_CASE("words counts by role and finds what sets roles apart") {
    const Searching it;
    const auto words = it.run({"words", "S", "--json"}).json();
    CHECK(words["total"] == 46);
    CHECK(words["totals"]["ouder"] == 20);
    const auto apart = it.run({"words", "S", "--against", "jongere,ouder", "--json"}).json();
    CHECK(apart["words"].size() > 3);
    CHECK(it.run({"words", "S", "--length", "2", "--all-words"}).out.find("ik ") != std::string::npos);
    CHECK(it.run({"words", "S", "--role", "niemand"}).exit_code == 1);
    CHECK(it.run({"words", "S", "-o", "words.csv"}).exit_code == 0);
}
