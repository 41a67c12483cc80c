// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "support/small_study.h"

using support::Program;

namespace {

/// A study that is coded blind: Anna has put “Hulp” on words of T1_moeder, with a memo; Bram has coded
/// something else there. Nobody has finished it.
void make_blind_study(const Program& program) {
    support::put_small_files(program);
    const auto done = [&](const std::vector<std::string>& arguments) {
        const auto ran = program.run(arguments);
        REQUIRE(ran.exit_code == 0);
    };
    done({"new", "S", "--codebook", "codebook.qdc"});
    done({"import", "S", "T1_moeder.txt", "T1_jongere.txt", "T1_JIM.txt", "--participants",
          "participants.csv"});
    done({"coders", "S", "--blind", "on"});
    done({"code", "S", "--source", "T1_moeder", "--quote", "helpt hij mij", "--code", "Hulp", "--coder",
          "Anna", "--memo", "twijfel van Anna"});
    done({"code", "S", "--source", "T1_moeder", "--quote", "blij", "--code", "Proactief", "--coder", "Bram"});
}

void mark(const Program& program, const std::string& coder, const std::string& mark) {
    REQUIRE(program.run({"mark", "S", "T1_moeder", mark, "--coder", coder}).exit_code == 0);
}

/// Everything that Bram can be shown, as one text: what is printed and what is written to files.
std::string all_that_is_shown(const Program& program, const std::vector<std::string>& as) {
    const std::vector<std::vector<std::string>> commands{
        {"show", "S", "T1_moeder", "--json"},
        {"sources", "S", "--json"},
        {"codebook", "S", "--json"},
        {"matrix", "S", "--json"},
        {"matrix", "S", "--coder", "Anna", "--rows", "codes", "--columns", "participant", "--json"},
        {"matrix", "S", "--columns", "coder", "-o", "matrix.json"},
        {"search", "S", "code:Hulp", "--json"},
        {"search", "S", "turn.code:Hulp", "--json"},
        {"search", "S", "code:* coder:Anna", "--json"},
        {"search", "S", "memo:twijfel", "--json"},
        {"search", "S", "helpt", "--by", "code", "--json"},
        {"log", "S", "--json"},
        {"export", "S", "--what", "codings", "-o", "codings.csv"},
        {"export", "S", "--what", "quotations", "--coder", "any", "-o", "quotations.md"},
        {"export", "S", "--what", "log", "-o", "log.csv"},
        {"settle", "S", "--coders", "Anna,Bram", "--all", "--json"},
        {"disagreements", "S", "--coders", "Anna,Bram", "--json"},
        {"agreement", "S", "--coders", "Anna,Bram", "--json"},
        {"stability", "S", "--coders", "Anna,Bram", "--json"},
        {"audit", "S", "--coders", "Anna,Bram", "-o", "units.csv"},
    };
    std::string all;
    for (auto command : commands) {
        command.insert(command.end(), as.begin(), as.end());
        const auto ran = program.run(command);
        // What cannot be compared yet says so; nothing else may go wrong.
        CAPTURE(command, ran.error);
        CHECK((ran.exit_code == 0 || command[0] == "agreement" || command[0] == "disagreements" ||
               command[0] == "settle" || command[0] == "stability" || command[0] == "audit"));
        all += ran.out;
    }
    for (const char* file : {"matrix.json", "codings.csv", "quotations.md", "log.csv", "units.csv"}) {
        if (std::filesystem::exists(program.folder() / file)) all += program.content(file);
        std::filesystem::remove(program.folder() / file);
    }
    return all;
}

std::size_t codings_shown(const Program& program, const std::string& coder) {
    const auto shown = program.run({"show", "S", "T1_moeder", "--json", "--as", coder}).json()["codings"];
    return shown.size();
}

std::int64_t hits(const Program& program, const std::string& query, const std::string& coder) {
    return program.run({"search", "S", query, "--json", "--as", coder}).json()["total"].get<std::int64_t>();
}

}  // namespace

TEST_CASE("Nothing that another coder did is shown before both have finished the source") {
    const Program program;
    make_blind_study(program);
    for (int step = 0; step < 3; ++step) {
        if (step == 1) mark(program, "Bram", "coded");
        if (step == 2) {
            mark(program, "Bram", "coding");
            mark(program, "Anna", "coded");
        }
        CAPTURE(step);
        const std::string shown = all_that_is_shown(program, {"--as", "Bram"});
        CHECK(shown.find("twijfel van Anna") == std::string::npos);
        CHECK(shown.find("helpt hij mij,Plichten/Hulp") == std::string::npos);
        CHECK(shown.find("\"coder\": \"Anna\"") == std::string::npos);
        CHECK(codings_shown(program, "Bram") == 1);
        CHECK(hits(program, "code:Hulp", "Bram") == 0);
        CHECK(hits(program, "turn.code:Hulp", "Bram") == 0);
        CHECK(hits(program, "memo:twijfel", "Bram") == 0);
        const auto cells = program.run({"matrix", "S", "--json", "--as", "Bram"}).json()["cells"];
        for (const auto& cell : cells.back()) CHECK(cell["value"] == 0);
        const auto codes = program.run({"codebook", "S", "--json", "--as", "Bram"}).json()["codes"];
        CHECK(codes[1]["codes"][0]["codings"] == 0);
        CHECK(codes[0]["codes"][0]["codings"] == 1);
    }
}

TEST_CASE("When both have finished a source, both see all of it") {
    const Program program;
    make_blind_study(program);
    mark(program, "Bram", "coded");
    mark(program, "Anna", "coded");
    for (const char* coder : {"Anna", "Bram"}) {
        CHECK(codings_shown(program, coder) == 2);
        CHECK(hits(program, "code:Hulp", coder) == 1);
        CHECK(hits(program, "memo:twijfel", coder) == 1);
        const std::string shown = all_that_is_shown(program, {"--as", coder});
        CHECK(shown.find("twijfel van Anna") != std::string::npos);
        CHECK(shown.find("helpt hij mij,Plichten/Hulp") != std::string::npos);
    }
    const auto agreement = program.run({"agreement", "S", "--coders", "Anna,Bram", "--as", "Bram", "--json"});
    CHECK(agreement.exit_code == 0);
    CHECK(agreement.json()["sources"].size() == 1);
}

TEST_CASE("A supervisor sees everything at any time, a third coder nothing") {
    const Program program;
    make_blind_study(program);
    REQUIRE(program.run({"mark", "S", "T1_JIM", "coding", "--coder", "Carla"}).exit_code == 0);
    CHECK(codings_shown(program, "Carla") == 0);
    REQUIRE(program.run({"coders", "S", "--supervisor", "Carla"}).exit_code == 0);
    CHECK(codings_shown(program, "Carla") == 2);
    CHECK(hits(program, "memo:twijfel", "Carla") == 1);
    CHECK(program.run({"export", "S", "--what", "archive", "-o", "a.zip", "--as", "Carla"}).exit_code == 0);
}

TEST_CASE("Who does not say who looks sees no codings, and is told why") {
    const Program program;
    make_blind_study(program);
    mark(program, "Anna", "coded");
    mark(program, "Bram", "coded");
    const auto shown = program.run({"show", "S", "T1_moeder", "--json"});
    CHECK(shown.json()["codings"].empty());
    CHECK(shown.error.find("--as CODER") != std::string::npos);
    CHECK(program.run({"show", "S", "T1_moeder", "--json"}, {"TRIALOGUE_CODER=Bram"})
              .json()["codings"]
              .size() == 2);
    const auto unknown = program.run({"show", "S", "T1_moeder", "--as", "Dirk"});
    CHECK(unknown.exit_code == 1);
    CHECK(unknown.error.find("Anna") != std::string::npos);
    // Without blind coding nobody is asked.
    REQUIRE(program.run({"coders", "S", "--blind", "off"}).exit_code == 0);
    const auto open = program.run({"show", "S", "T1_moeder", "--json"});
    CHECK(open.json()["codings"].size() == 2);
    CHECK(open.error.empty());
}

TEST_CASE("A whole copy, which holds everything, is a supervisor's to make in blind coding") {
    const Program program;
    make_blind_study(program);
    for (const char* what : {"study", "archive"}) {
        const std::string file = std::string("copy") + (what == std::string("study") ? ".trialogue" : ".zip");
        const auto refused = program.run({"export", "S", "--what", what, "-o", file, "--as", "Bram"});
        CHECK(refused.exit_code == 1);
        CHECK(refused.error.find("make a package") != std::string::npos);
        CHECK_FALSE(std::filesystem::exists(program.folder() / file));
    }
}

TEST_CASE("The history tells a coder the own steps and those that all share, not how others code") {
    const Program program;
    make_blind_study(program);
    mark(program, "Anna", "coding");
    const auto verbs = [&](const std::string& coder) {
        std::vector<std::string> all;
        const auto log = program.run({"log", "S", "--json", "--as", coder}).json();
        for (const auto& one : log["revisions"])
            all.push_back(one["verb"].get<std::string>() + "/" + one["coder"].get<std::string>());
        return all;
    };
    CHECK(verbs("Bram") ==
          std::vector<std::string>{"code/Bram", "set_setting/", "import/", "import_codebook/"});
    CHECK(verbs("Anna") ==
          std::vector<std::string>{"mark/Anna", "code/Anna", "set_setting/", "import/", "import_codebook/"});
}

TEST_CASE("Who settles or codes by search is who looks") {
    const Program program;
    make_blind_study(program);
    const auto found = program.run({"search", "S", "helpt NOT code:Hulp", "--coder", "Bram", "--json"});
    CHECK(found.json()["total"] == 3);
    CHECK(program.run({"search", "S", "helpt NOT code:Hulp", "--coder", "Anna", "--json"}).json()["total"] ==
          2);
}
