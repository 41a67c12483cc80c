// SPDX-License-Identifier: GPL-3.0-or-later
//
// What `search` prints of the sample study, whole: tests/data/concordances holds the answers as they were
// read and found right. With TRIALOGUE_WRITE_CONCORDANCES=1 they are written anew; read the difference before
// you keep it.
#include <catch2/catch.hpp>
#include <fstream>

#include "support/sample_study.h"
#include "support/shared_data.h"

namespace {

struct Concordance {
    const char* file;
    std::vector<std::string> options;
};

const std::vector<Concordance> kConcordances{
    {"word", {"vertrouwen", "--limit", "0"}},
    {"parents-outside-codings", {"role:ouder vertrouwen NEAR/10 school NOT code:*"}},
    {"youth-but-not-parent", {"vertrouwen", "--contrast", "jongere,ouder"}},
    {"phrase-by-what-follows", {"\"ik dacht\"", "--sort", "right", "--limit", "15"}},
    {"ordered-words", {"ik ADJ/3 =niet role:jongere", "--sort", "left", "--limit", "12"}},
    {"compounds", {"*moeder OR *vader OR *ouders", "--sort", "match", "--limit", "0"}},
    {"one-letter", {"h?m NEAR/2 =zelf", "--limit", "0"}},
    {"expression", {"/\\((stilte|lacht)\\)/ NOT speaker:interviewer", "--sort", "role", "--limit", "0"}},
    {"within-a-code", {"dimension:Betekenisgeving =niet coder:settled", "--limit", "0"}},
    {"coded-turns", {"=school turn.code:Rechten NOT code:Rechten", "--limit", "0"}},
    {"within-sources", {"(=konijnen OR =school) NOT vertrouwen WITHIN source", "--by", "source"}},
    {"interviewers", {"speaker:interviewer \"wat betekent\"", "--limit", "0"}},
    {"attribute", {"attribute.leeftijd:<15 =paarden OR attribute.leeftijd:<15 =mayonaise", "--limit", "0"}},
    {"time", {"time:0:07:00-0:08:00 ik", "--limit", "0"}},
    {"memos", {"memo:(grens NEAR/6 hoort)", "--limit", "6"}},
    {"definitions", {"definition:vertrouwen", "--limit", "0"}},
    {"by-code", {"=luistert OR =luisteren OR =praten", "--by", "code"}},
    {"table", {"vertrouwen", "school", "=niet", "--columns", "triad"}},
    {"explained", {"rol:ouder vertrouwen NABIJ/5 school NIET code:*", "--explain"}},
    {"nothing", {"vertruowen"}},
};

}  // namespace

TEST_CASE("concordances of the sample study are printed as they were found right") {
    const support::Program program;
    support::make_sample_study(program);
    const bool write = std::getenv("TRIALOGUE_WRITE_CONCORDANCES") != nullptr;
    for (const auto& [file, options] : kConcordances) {
        std::vector<std::string> command{"search", "JIM"};
        command.insert(command.end(), options.begin(), options.end());
        const auto ran =
            program.run(command, {"COLUMNS=110", "XDG_CACHE_HOME=" + (program.folder() / "cache").string()});
        INFO(file);
        CHECK(ran.error.empty());
        CHECK(ran.exit_code == 0);
        const auto path = support::test_data("concordances") / (std::string(file) + ".txt");
        if (write) {
            std::filesystem::create_directories(path.parent_path());
            std::ofstream(path, std::ios::binary) << ran.out;
        }
        REQUIRE(std::filesystem::exists(path));
        CHECK(ran.out == support::content_of(path));
        // Without an index, the same.
        command.emplace_back("--no-index");
        CHECK(program.run(command, {"COLUMNS=110"}).out == ran.out);
    }
}
