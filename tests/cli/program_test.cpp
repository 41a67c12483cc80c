// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/program.h"

#include <catch2/catch.hpp>

#include "support/small_study.h"

using support::Program;

namespace {

const std::vector<std::string> kCommands{"new",      "import", "sources", "show",  "speakers", "participants",
                                         "codebook", "code",   "uncode",  "mark",  "matrix",   "export",
                                         "undo",     "redo",   "log",     "check", "forget"};

}  // namespace

TEST_CASE("Every command explains itself, offers JSON, and misses its study") {
    const Program program;
    for (const auto& command : kCommands) {
        INFO(command);
        const auto help = program.run({command, "--help"});
        CHECK(help.exit_code == 0);
        CHECK(help.error.empty());
        CHECK(help.out.find("STUDY") != std::string::npos);
        CHECK(help.out.find("--json") != std::string::npos);
        const auto bare = program.run({command});
        CHECK(bare.exit_code == 2);
        CHECK(bare.out.empty());
        CHECK(bare.error.find("STUDY is required") != std::string::npos);
        CHECK(bare.error.find("Usage: trialogue " + command) != std::string::npos);
    }
}

TEST_CASE("The version is said") {
    const auto ran = Program().run({"--version"});
    CHECK(ran.exit_code == 0);
    CHECK(ran.out == "trialogue " TRIALOGUE_VERSION "\n");
}

TEST_CASE("A word that is neither command nor study is a usage error") {
    const auto ran = Program().run({"imprt"});
    CHECK(ran.exit_code == 2);
    CHECK(ran.error.find("There is no command and no study file “imprt”.") != std::string::npos);
}

TEST_CASE("Unknown options and superfluous words are usage errors with the command's usage") {
    const Program program;
    support::make_small_study(program);
    CHECK(program.run({"log", "S", "extra"}).exit_code == 2);
    const auto ran = program.run({"log", "S", "--frobnicate"});
    CHECK(ran.exit_code == 2);
    CHECK(ran.error.find("--frobnicate") != std::string::npos);
    CHECK(ran.error.find("Usage: trialogue log") != std::string::npos);
    // One command at a time.
    CHECK(program.run({"check", "S", "log", "S"}).exit_code == 2);
}

TEST_CASE("A study that is not there or not ours is named, and the exit code is 1") {
    const Program program;
    program.file("letter.trialogue", "Dear all,\nthis is not a study.\n");
    for (const auto& command : {"sources", "participants", "codebook", "matrix", "log", "check", "undo"}) {
        INFO(command);
        const auto missing = program.run({command, "nowhere"});
        CHECK(missing.exit_code == 1);
        CHECK(missing.out.empty());
        CHECK(missing.error.find("nowhere") != std::string::npos);
        const auto foreign = program.run({command, "letter"});
        CHECK(foreign.exit_code == 1);
        CHECK(foreign.error.find("letter.trialogue") != std::string::npos);
    }
    CHECK(program.content("letter.trialogue") == "Dear all,\nthis is not a study.\n");
}

TEST_CASE(
    "The output speaks the language of the environment where it has a catalogue, and never translates JSON") {
    const Program program;
    support::make_small_study(program);
    const auto dutch = program.run({"sources", "S", "--json"}, {"LC_ALL=nl_NL.UTF-8", "LANGUAGE=nl"});
    CHECK(dutch.out == program.run({"sources", "S", "--json"}).out);
}

TEST_CASE("A full disk at the other end is an error, a reader that went away is none") {
    const Program program;
    support::make_small_study(program);
    const auto shell = [&](const std::string& command) {
        return std::system(("cd '" + program.folder().path().string() + "' && " + command).c_str());
    };
    const std::string self = TRIALOGUE_PROGRAM;
    CHECK(WEXITSTATUS(shell("'" + self + "' show S T1_moeder > /dev/full 2> error")) == 1);
    CHECK(program.content("error").find("could not be written") != std::string::npos);
    CHECK(shell("( '" + self + "' show S T1_moeder --json; echo $? > code ) | true; sleep 0.1") == 0);
    CHECK(program.content("code") == "0\n");
}

TEST_CASE("Lists keep to the width of the terminal") {
    const Program program;
    support::make_small_study(program);
    for (const std::string width : {"40", "60"}) {
        const auto ran = program.run({"log", "S"}, {"COLUMNS=" + width});
        REQUIRE(ran.exit_code == 0);
        std::istringstream lines(ran.out);
        for (std::string line; std::getline(lines, line);) {
            const auto cells =
                std::count_if(line.begin(), line.end(), [](char c) { return (c & 0xC0) != 0x80; });
            CHECK(cells <= std::stoi(width));
        }
    }
}
