// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

#include "support/sample_study.h"
#include "support/small_study.h"

namespace {

using support::Program;

support::Ran done(const support::Ran& ran) {
    CHECK(ran.error.empty());
    REQUIRE(ran.exit_code == 0);
    return ran;
}

std::string codings(const Program& program, const std::string& file) {
    std::filesystem::remove(program.folder() / file);
    done(program.run({"export", "S", "--what", "codings", "-o", file}));
    return program.content(file);
}

using Names = std::vector<std::string>;

/// All codings that the study has, as its export tells them.
nlohmann::json all_codings(const Program& program, const std::string& study, const std::string& file) {
    std::filesystem::remove(program.folder() / file);
    done(program.run({"export", study, "--what", "codings", "-o", file}));
    return nlohmann::json::parse(program.content(file))["codings"];
}

/// What Chris must not find in the package: who else codes, what they remarked, and which other sources there
/// are.
Names hidden_words(const Program& program, const Names& given) {
    Names words{"Anna", "Bram"};
    std::size_t memos = 0;
    for (const auto& coding : all_codings(program, "JIM", "hidden.json")) {
        const std::string memo = coding.value("memo", "");
        if (memo.empty()) continue;
        words.push_back(memo);
        ++memos;
    }
    CHECK(memos > 100);
    const auto listed = done(program.run({"sources", "JIM", "--json"})).json();
    for (const auto& source : listed["sources"]) {
        if (std::find(given.begin(), given.end(), source["name"]) == given.end())
            words.push_back(source["name"]);
    }
    return words;
}

/// Chris codes the package by search and by hand, with a remark, and says of each source that it is coded.
std::size_t code_the_package(const Program& program, const Names& sources) {
    std::size_t codings = 0;
    for (const auto& [query, code] :
         {std::pair{"vertrouwen", "Persoonlijke steun en support"}, {"school", "Begeleiding en advies"}}) {
        codings += done(program.run({"search", "Chris", query, "--code-as", code, "--coder", "Chris",
                                     "--expand", "sentence", "--json"}))
                       .json()["codings"]
                       .get<std::size_t>();
    }
    done(program.run({"code", "Chris", "--source", sources.front(), "--at", "100:160", "--code",
                      "Behandelinformatie", "--coder", "Chris", "--memo", "Hier twijfel ik."}));
    Names words{"mark", "Chris"};
    words.insert(words.end(), sources.begin(), sources.end());
    words.insert(words.end(), {"coded", "--coder", "Chris"});
    done(program.run(words));
    return codings + 1;
}

}  // namespace

TEST_CASE("The sample study goes to a second coder, and what she did comes back once, to the last coding") {
    const Program program;
    support::make_sample_study(program);
    const auto before = all_codings(program, "JIM", "before.json");
    const auto made = done(program.run({"package", "JIM", "--for", "Chris", "-o", "Chris", "--sample", "6",
                                        "--seed", "3", "--codebook", "frozen", "--json"}))
                          .json();
    const Names given = made["sources"];
    REQUIRE(given.size() == 6);
    const auto bytes = program.content("Chris.trialogue");
    for (const auto& word : hidden_words(program, given)) {
        INFO(word);
        CHECK(bytes.find(word) == std::string::npos);
    }
    CHECK(all_codings(program, "Chris", "empty.json").empty());

    const auto coded = code_the_package(program, given);
    REQUIRE(coded > 10);
    const auto hers = all_codings(program, "Chris", "hers.json");
    REQUIRE(hers.size() == coded);

    const auto report = done(program.run({"merge", "JIM", "Chris", "--json"})).json()["copies"][0];
    CHECK(report["counts"]["codings"]["came"] == coded);
    CHECK(report["counts"]["memos"]["came"] == 1);
    const auto merged = all_codings(program, "JIM", "merged.json");
    CHECK(merged.size() == before.size() + coded);
    for (const auto& coding : before) CHECK(std::count(merged.begin(), merged.end(), coding) == 1);
    for (const auto& coding : hers) CHECK(std::count(merged.begin(), merged.end(), coding) == 1);

    const auto steps = done(program.run({"log", "JIM"})).out;
    CHECK_THAT(done(program.run({"merge", "JIM", "Chris"})).out,
               Catch::Contains("Everything was here already"));
    CHECK(done(program.run({"log", "JIM"})).out == steps);
    CHECK(all_codings(program, "JIM", "again.json") == merged);
    done(program.run({"undo", "JIM"}));
    CHECK(all_codings(program, "JIM", "undone.json") == before);
    done(program.run({"redo", "JIM"}));
    CHECK(all_codings(program, "JIM", "redone.json") == merged);
    done(program.run({"check", "JIM"}));

    // The sources that Anna and Chris have both finished are those of the package.
    const auto agreement =
        done(program.run({"agreement", "JIM", "--coders", "Anna,Chris", "--by", "source", "--json"})).json();
    std::set<std::string> compared;
    for (const auto& row : agreement["results"]) compared.insert(row["of"].get<std::string>());
    CHECK(compared == std::set<std::string>(given.begin(), given.end()));
}

TEST_CASE(
    "A second coder gets a package, codes it, and her work is merged, merged again, undone and redone") {
    const Program program;
    support::make_small_study(program);
    const auto made =
        done(program.run({"package", "S", "--for", "Carla", "-o", "Carla", "--sample", "2", "--seed", "5",
                          "--codebook", "frozen", "--plan-width", "0.2", "--json"}))
            .json();
    REQUIRE(made["sources"].size() == 2);
    CHECK(made["sources_for_width"].get<int>() > 1);
    CHECK_THAT(program.content("Carla.trialogue"), !Catch::Contains("Anna") && !Catch::Contains("Bram"));

    const std::string source = made["sources"][0];
    done(program.run({"code", "Carla", "--source", source, "--at", "3:9", "--code", "Plichten/Hulp",
                      "--coder", "Carla", "--memo", "Twijfel."}));
    done(program.run({"mark", "Carla", source, "coded", "--coder", "Carla"}));
    CHECK(program.run({"codebook", "Carla", "--import", "codebook.qdc"}).exit_code == 1);

    const auto before = codings(program, "before.csv");
    const auto look = done(program.run({"merge", "S", "Carla", "--dry-run", "--json"})).json()["copies"][0];
    CHECK(look["coder"] == "Carla");
    CHECK(look["counts"]["codings"]["came"] == 1);
    CHECK(look["counts"]["memos"]["came"] == 1);
    CHECK(look["merged"] == false);
    CHECK(codings(program, "looked.csv") == before);

    CHECK_THAT(done(program.run({"merge", "S", "Carla"})).out, Catch::Contains("Comes in: 1 coding, 1 memo"));
    const auto merged = codings(program, "merged.csv");
    CHECK_THAT(merged, Catch::Contains("Carla"));
    CHECK_THAT(done(program.run({"merge", "S", "Carla"})).out,
               Catch::Contains("Everything was here already"));
    CHECK(codings(program, "again.csv") == merged);
    done(program.run({"undo", "S"}));
    CHECK(codings(program, "undone.csv") == before);
    done(program.run({"redo", "S"}));
    CHECK(codings(program, "redone.csv") == merged);
    CHECK_THAT(done(program.run({"log", "S"})).out, Catch::Contains("Merged a copy"));
    done(program.run({"check", "S"}));
}

TEST_CASE("A file that is no copy of the study is refused in a sentence, and the study stays as it is") {
    const Program program;
    support::make_small_study(program);
    done(program.run({"new", "Other"}));
    program.file("text.trialogue", "not a study");
    const auto before = done(program.run({"log", "S"})).out;
    for (const std::string other : {"Other", "text", "S", "missing"}) {
        INFO(other);
        const auto ran = program.run({"merge", "S", other});
        CHECK(ran.exit_code == 1);
        CHECK_FALSE(ran.error.empty());
        CHECK_THAT(ran.error, !Catch::Contains("fault of Trialogue"));
    }
    CHECK(done(program.run({"log", "S"})).out == before);
}
