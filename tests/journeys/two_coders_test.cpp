// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

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

}  // namespace

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
