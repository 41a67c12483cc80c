// SPDX-License-Identifier: GPL-3.0-or-later
#include <unistd.h>
#include <catch2/catch.hpp>

#include "support/small_study.h"

namespace {

using support::Program;

/// The numbers of the head of an SQLite file: https://www.sqlite.org/fileformat.html, 1.3.
constexpr std::size_t kUserVersion = 60, kApplicationId = 68;

/// A study S and a copy of it, with a coding in each that the other lacks.
void make_two(const Program& program) {
    support::make_small_study(program);
    for (const auto& words :
         std::vector<std::vector<std::string>>{{"package", "S", "--for", "Carla", "-o", "Carla"},
                                               {"code", "Carla", "--source", "T1_moeder", "--at", "3:9",
                                                "--code", "Plichten/Hulp", "--coder", "Carla"},
                                               {"code", "S", "--source", "T1_moeder", "--at", "2:8", "--code",
                                                "Plichten/Hulp", "--coder", "Anna"},
                                               {"new", "Other"}}) {
        const auto ran = program.run(words);
        INFO(ran.error);
        REQUIRE(ran.exit_code == 0);
    }
}

std::string with_byte(std::string bytes, std::size_t at, char byte) {
    bytes.at(at) = byte;
    return bytes;
}

std::vector<std::string> files(const Program& program) {
    std::vector<std::string> names;
    for (const auto& one : std::filesystem::directory_iterator(program.folder().path())) {
        names.push_back(one.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace

TEST_CASE("What cannot be merged is refused in a sentence that says why, and no file is changed") {
    const Program program;
    make_two(program);
    const std::string copy = program.content("Carla.trialogue");
    program.file("empty.trialogue", "");
    program.file("cut.trialogue", copy.substr(0, copy.size() / 2));
    program.file("text.trialogue", "M: Dit is een interview, geen studie.\n");
    program.file("newer.trialogue", with_byte(copy, kUserVersion + 3, 99));
    program.file("foreign.trialogue", with_byte(copy, kApplicationId, 'X'));
    const auto words = copy.find("Ik wist meteen");
    REQUIRE(words != std::string::npos);
    program.file("flipped.trialogue", with_byte(copy, words, 'x'));
    std::filesystem::create_symlink("S.trialogue", program.folder() / "link.trialogue");
    std::filesystem::create_hard_link(program.folder() / "S.trialogue", program.folder() / "hard.trialogue");

    const auto [other, reason] = GENERATE(table<std::string, std::string>({
        {"missing", "missing"},
        {"empty", "empty"},
        {"cut", "damaged"},
        {"text", "is not a study"},
        {"newer", "newer Trialogue"},
        {"foreign", "another program"},
        {"flipped", "is not whole; nothing was merged"},
        {"link", "is this study itself"},
        {"hard", "is this study itself"},
        {"S", "is this study itself"},
        {"Other", "is another study"},
    }));
    const auto names = files(program);
    const auto study = program.content("S.trialogue");
    const auto history = program.run({"log", "S"}).out;
    for (const bool look : {true, false}) {
        CAPTURE(other, look);
        const auto ran =
            look ? program.run({"merge", "S", other, "--dry-run"}) : program.run({"merge", "S", other});
        CHECK(ran.exit_code == 1);
        CHECK_THAT(ran.error, Catch::Contains(reason));
        CHECK_THAT(ran.error, !Catch::Contains("fault of Trialogue"));
    }
    CHECK(files(program) == names);
    CHECK(program.run({"log", "S"}).out == history);
    CHECK(program.run({"check", "S"}).exit_code == 0);
    CHECK(program.content("Carla.trialogue") == copy);
}

TEST_CASE("Of several copies those before one that is refused are merged, and it is said which was not") {
    const Program program;
    make_two(program);
    const auto ran = program.run({"merge", "S", "Carla", "Other"});
    CHECK(ran.exit_code == 1);
    CHECK_THAT(ran.out, Catch::Contains("Merged as step"));
    CHECK_THAT(ran.error, Catch::Contains("Other.trialogue is another study"));
    CHECK_THAT(program.run({"merge", "S", "Carla"}).out, Catch::Contains("Everything was here already"));
}

TEST_CASE("A study and a copy that may not be written are read from and not merged into") {
    if (::geteuid() == 0) return;  // to whom everything is allowed
    const Program program;
    make_two(program);
    const auto file = program.folder() / "S.trialogue";
    std::filesystem::permissions(file, std::filesystem::perms::owner_read);
    const auto ran = program.run({"merge", "S", "Carla"});
    CHECK(ran.exit_code == 1);
    CHECK_FALSE(ran.error.empty());
    std::filesystem::permissions(file,
                                 std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    CHECK(program.run({"merge", "S", "Carla"}).exit_code == 0);
}
