// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "support/small_study.h"

namespace {

using Quotes = std::vector<std::string>;

/// A small study, a cache of its own for the index, and what a coder coded.
struct Coding {
    Coding() { support::make_small_study(program); }

    support::Ran run(std::vector<std::string> arguments) const {
        return program.run(arguments, {"XDG_CACHE_HOME=" + (program.folder() / "cache").string()});
    }
    support::Ran code(const std::string& query, const std::string& expand) const {
        return run({"search", "S", query, "--code-as", "Plichten/Hulp", "--coder", "Carla", "--expand",
                    expand, "--json"});
    }
    /// The quotes of a coder in the order of the sources and of the text.
    [[nodiscard]] Quotes quotes_of(const std::string& coder) const {
        Quotes quotes;
        for (const auto* source : {"T1_JIM", "T1_jongere", "T1_moeder"}) {
            const auto shown = run({"show", "S", source, "--json"}).json();
            for (const auto& coding : shown["codings"]) {
                if (coding["coder"] == coder) quotes.push_back(coding["quote"]);
            }
        }
        return quotes;
    }
    [[nodiscard]] nlohmann::json log() const { return run({"log", "S", "--json"}).json(); }

    support::Program program;
};

}  // namespace

TEST_CASE("each hit is coded as far as --expand says") {
    const Coding it;
    const auto check = [&](const std::string& expand, const Quotes& expected) {
        INFO(expand);
        const auto ran = it.code("helpen", expand);
        INFO(ran.error);
        REQUIRE(ran.exit_code == 0);
        CHECK(ran.json()["hits"] == 3);
        CHECK(ran.json()["codings"] == 3);
        CHECK(it.quotes_of("Carla") == expected);
        REQUIRE(it.run({"undo", "S"}).exit_code == 0);
        CHECK(it.quotes_of("Carla").empty());
    };
    check("hit", {"help", "helpt", "helpt"});
    check("sentence",
          {"Ik help hem met zijn huiswerk.", "Hij helpt mij met school.", "Nu helpt hij mij met alles."});
    check("turn", {"Ik help hem met zijn huiswerk.", "Hij helpt mij met school.",
                   "Nu helpt hij mij met alles. Ik ben blij met hem."});
    // Never over the end of the turn, nor into its label.
    check("2", {"Ik help hem met", "Hij helpt mij met", "Nu helpt hij mij"});
    check("1000", {"Ik help hem met zijn huiswerk", "Hij helpt mij met school",
                   "Nu helpt hij mij met alles. Ik ben blij met hem"});
}

TEST_CASE("part of a word that an expression finds is widened to the whole word") {
    const Coding it;
    REQUIRE(it.code("/elp/ role:jongere", "word").exit_code == 0);
    CHECK(it.quotes_of("Carla") == Quotes{"helpt"});
}

TEST_CASE("coding by search is one change with the query in the log, and one undo takes it back") {
    const Coding it;
    const auto before = it.log();
    REQUIRE(it.code("rol:ouder helpen OF blij", "hit").exit_code == 0);
    CHECK(it.quotes_of("Carla") == Quotes{"helpt", "blij"});
    const auto after = it.log();
    REQUIRE(after["revisions"].size() == before["revisions"].size() + 1);
    CHECK(after.dump().find("(role:ouder AND helpen) OR blij") != std::string::npos);
    // The passage is coded so already.
    CHECK(it.code("rol:ouder helpen", "hit").json()["codings"] == 0);
    CHECK(it.quotes_of("Carla").size() == 2);
    // Two hits in one turn come to one passage.
    const auto both = it.code("=mij OR =alles", "turn").json();
    CHECK(both["hits"] == 3);
    CHECK(both["codings"] == 2);
    REQUIRE(it.run({"undo", "S"}).exit_code == 0);
    REQUIRE(it.run({"undo", "S"}).exit_code == 0);
    CHECK(it.quotes_of("Carla").empty());
}

TEST_CASE("what cannot be coded by search is refused, and nothing has changed") {
    const Coding it;
    const auto before = it.log();
    CHECK(it.run({"search", "S", "helpen", "--code-as", "Hulp"}).exit_code == 2);
    CHECK(it.code("helpen", "paragraph").exit_code == 2);
    CHECK(it.code("helpen", "0").exit_code == 2);
    CHECK(it.code("helpen NEAR", "hit").exit_code == 1);
    const auto unknown = it.run({"search", "S", "helpen", "--code-as", "Helpen", "--coder", "Carla"});
    CHECK(unknown.exit_code == 1);
    CHECK(unknown.error.find("Helpen") != std::string::npos);
    // A dimension holds codes and is none.
    CHECK(it.run({"search", "S", "helpen", "--code-as", "Plichten", "--coder", "Carla"}).exit_code == 1);
    CHECK(it.log() == before);
    // Nothing found is nothing changed.
    const auto none = it.code("zeppelin", "hit");
    CHECK(none.exit_code == 0);
    CHECK(none.json()["codings"] == 0);
    CHECK(it.log() == before);
}

TEST_CASE("a search is kept by name, listed, asked again and kept anew") {
    const Coding it;
    CHECK(it.run({"search", "S", "--saved", "--json"}).json()["searches"].empty());
    CHECK(it.run({"search", "S", "--saved"}).out.find("keeps no searches") != std::string::npos);
    const std::string query = "rol:ouder helpen";
    const auto asked = it.run({"search", "S", query, "--save", "Hulp bij ouders", "--json"});
    REQUIRE(asked.exit_code == 0);
    CHECK(asked.json()["total"] == 1);
    CHECK(it.run({"search", "S", "--saved", "--json"}).json()["searches"] ==
          nlohmann::json({{{"name", "Hulp bij ouders"}, {"query", query}}}));
    CHECK(it.run({"search", "S", "@hulp bij OUDERS", "--json"}).json() == asked.json());
    CHECK(it.run({"search", "S", "helpen", "@Hulp bij ouders", "--columns", "role", "--json"})
              .json()["rows"][1]["query"] == "role:ouder AND helpen");
    // The same name takes the place of the old one.
    REQUIRE(it.run({"search", "S", "school", "--save", "hulp bij ouders"}).exit_code == 0);
    const auto kept = it.run({"search", "S", "--saved", "--json"}).json()["searches"];
    REQUIRE(kept.size() == 1);
    CHECK(kept[0]["query"] == "school");
    REQUIRE(it.run({"undo", "S"}).exit_code == 0);
    CHECK(it.run({"search", "S", "--saved", "--json"}).json()["searches"][0]["query"] == query);
    const auto unknown = it.run({"search", "S", "@Hulp bij JIMs"});
    CHECK(unknown.exit_code == 1);
    CHECK(unknown.error.find("@Hulp bij ouders") != std::string::npos);
}

TEST_CASE("what is kept is the query that was asked, with all that narrowed it") {
    const Coding it;
    const auto saved = [&](std::vector<std::string> more) {
        std::vector<std::string> command{"search", "S"};
        command.insert(command.end(), more.begin(), more.end());
        command.insert(command.end(), {"--save", "x", "--json"});
        const auto asked = it.run(command);
        INFO(asked.error);
        REQUIRE(asked.exit_code == 0);
        const auto again = it.run({"search", "S", "@x", "--json"});
        CHECK(again.json()["total"] == asked.json()["total"]);
        return it.run({"search", "S", "--saved", "--json"}).json()["searches"][0]["query"].get<std::string>();
    };
    CHECK(saved({"helpen", "--where", "age=16"}) == "helpen AND attribute.age:16");
    CHECK(saved({"helpen", "--code", "Hulp"}) == "helpen AND code:Hulp");
    CHECK(saved({"@x"}) == "helpen AND code:Hulp");
    // Even where the query is explained and not asked.
    REQUIRE(it.run({"search", "S", "blij", "--save", "x", "--explain"}).exit_code == 0);
    CHECK(it.run({"search", "S", "--saved", "--json"}).json()["searches"][0]["query"] == "blij");
    CHECK(it.run({"search", "S", "blij NEAR", "--save", "y"}).exit_code == 1);
    CHECK(it.run({"search", "S", "--saved", "--json"}).json()["searches"].size() == 1);
}
