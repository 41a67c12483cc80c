// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <cstdlib>

#include "support/small_study.h"
#include "support/workbook_reader.h"

using support::Program;

namespace {

void make_sample_study(const Program& program) {
    const std::string make = fmt::format("'{}/docs/sample-study/make' '{}' '{}'", TRIALOGUE_SOURCE_DIR,
                                         TRIALOGUE_PROGRAM, program.folder().path().string());
    REQUIRE(std::system(make.c_str()) == 0);
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("Every figure of the audit report is what Python computes from the report's own units") {
    if (std::system("python3 -c '' 2>/dev/null") != 0) {
        WARN("skipped: there is no python3 to compute agreement a second time");
        return;
    }
    const Program program;
    make_sample_study(program);
    REQUIRE(program.run({"audit", "JIM", "-o", "a.html", "-o", "units.csv"}).exit_code == 0);
    const std::string folder = program.folder().path().string();
    const int ended = std::system(fmt::format("python3 '{0}/tests/cli/audit_recompute.py' '{1}/a.html' "
                                              "'{1}/units.csv' > '{1}/recomputed.txt' 2>&1",
                                              TRIALOGUE_SOURCE_DIR, folder)
                                      .c_str());
    INFO(program.content("recomputed.txt"));
    CHECK(ended == 0);
    CHECK(has(program.content("recomputed.txt"), "figures of 19 codes"));
}

TEST_CASE(
    "The audit report holds what a supervisor signs, prints without scripts, and repeats byte by byte") {
    const Program program;
    make_sample_study(program);
    REQUIRE(program.run({"settle", "JIM", "1", "accept", "--of", "Anna", "--reason", "told <so> & agreed"})
                .exit_code == 0);
    for (const std::string name : {"a", "b"}) {
        REQUIRE(program.run({"audit", "JIM", "-o", name + ".html", "-o", name + ".xlsx", "-o", name + ".csv"})
                    .exit_code == 0);
    }
    const auto html = program.content("a.html");
    CHECK(html == program.content("b.html"));
    CHECK(program.content("a.xlsx") == program.content("b.xlsx"));
    CHECK(program.content("a.csv") == program.content("b.csv"));
    for (const char* id : {"study", "persons", "codes", "roles", "kinds", "open", "confusion", "decisions",
                           "stability", "formulas"}) {
        CHECK(has(html, fmt::format("<table id=\"{}\">", id)));
    }
    CHECK(has(html, "told &lt;so&gt; &amp; agreed"));
    CHECK(has(html, "@media print"));
    CHECK(has(html, "seed 1"));
    CHECK(has(html, "Krippendorff"));
    CHECK(has(html, "<svg"));
    CHECK_FALSE(has(html, "<script"));
    CHECK_FALSE(has(html, "http://localhost"));
    const support::WorkbookReader workbook((program.folder() / "a.xlsx").string());
    CHECK(workbook.sheets().size() == 9);
    // `agreement --ratings` computes from the units what the report says of all codes' characters.
    const auto ran = program.run({"agreement", "--ratings", "a.csv", "--coders", "Anna,Bram", "--json"});
    CHECK(ran.exit_code == 0);
}

TEST_CASE("Codings under an older definition of their code are told in the report") {
    const Program program;
    make_sample_study(program);
    REQUIRE(program.run({"audit", "JIM", "-o", "a.html"}).exit_code == 0);
    CHECK(has(program.content("a.html"), "No coding is older than the present definition"));
    CHECK(has(program.content("a.html"), "No text was replaced"));
}

TEST_CASE("An audit that cannot be made is refused in a sentence, and writes nothing") {
    const Program program;
    make_sample_study(program);
    CHECK(program.run({"audit", "JIM", "-o", "a.pdf"}).exit_code == 2);
    CHECK(program.run({"audit", "JIM"}).exit_code == 2);
    CHECK(program.run({"audit", "JIM", "--coders", "Anna", "-o", "a.html"}).exit_code == 1);
    CHECK(program.run({"audit", "JIM", "-o", "JIM.trialogue"}).exit_code != 0);
    CHECK_FALSE(std::filesystem::exists(program.folder() / "a.html"));
}
