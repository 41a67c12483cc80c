// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <limits>
#include <random>

#include "support/small_study.h"
#include "support/workbook_reader.h"

using support::Program;

namespace {

namespace fs = std::filesystem;

/// Makes the sample study in the program's folder as JIM.trialogue.
void make_sample_study(const Program& program) {
    const std::string make = fmt::format("'{}/docs/sample-study/make' '{}' '{}'", TRIALOGUE_SOURCE_DIR,
                                         TRIALOGUE_PROGRAM, program.folder().path().string());
    REQUIRE(std::system(make.c_str()) == 0);
}

nlohmann::json agreement(const Program& program, std::vector<std::string> options) {
    options.insert(options.begin(), {"agreement", "JIM", "--json"});
    const auto ran = program.run(options);
    INFO(ran.error);
    REQUIRE(ran.exit_code == 0);
    return ran.json();
}

nlohmann::json ratings(const Program& program, std::vector<std::string> options) {
    options.insert(options.begin(), {"agreement", "--json", "--ratings"});
    const auto ran = program.run(options);
    INFO(ran.error);
    REQUIRE(ran.exit_code == 0);
    return ran.json();
}

double value_of(const nlohmann::json& report, const std::string& coefficient, const std::string& of = {}) {
    for (const auto& one : report["results"]) {
        if (one["coefficient"] == coefficient && one["of"] == of && !one["value"].is_null())
            return one["value"];
    }
    return std::nan("");
}

std::string refused(const Program& program, std::vector<std::string> options, int exit_code = 1) {
    options.insert(options.begin(), "agreement");
    const auto ran = program.run(options);
    CHECK(ran.exit_code == exit_code);
    CHECK(ran.out.empty());
    return ran.error;
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("Every figure of the sample study's two coders is what Python computes from the exported codings") {
    if (std::system("python3 -c '' 2>/dev/null") != 0) {
        WARN("skipped: there is no python3 to compute agreement a second time");
        return;
    }
    const Program program;
    make_sample_study(program);
    auto lengths = nlohmann::json::object();
    const auto sources = program.run({"sources", "JIM", "--json"}).json();
    for (const auto& source : sources["sources"]) {
        const std::string name = source["name"];
        lengths[name] = program.run({"show", "JIM", name, "--json"}).json()["length"];
    }
    program.file("lengths.json", lengths.dump());
    REQUIRE(program.run({"export", "JIM", "--what", "codings", "-o", "codings.csv"}).exit_code == 0);
    const auto written =
        program.run({"agreement", "JIM", "--coders", "Anna,Bram", "--coefficient",
                     "krippendorff_alpha_nominal,cohen_kappa,scott_pi,gwet_ac1,brennan_prediger,"
                     "percent_agreement,f1,jaccard,precision,recall",
                     "-o", "figures.csv"});
    REQUIRE(written.exit_code == 0);
    const std::string folder = program.folder().path().string();
    const std::string recompute = fmt::format(
        "python3 '{0}/tests/cli/agreement_recompute.py' '{1}/lengths.json' '{1}/codings.csv' "
        "'{1}/figures.csv' Anna Bram > '{1}/recomputed.txt' 2>&1",
        TRIALOGUE_SOURCE_DIR, folder);
    const int ended = std::system(recompute.c_str());
    INFO(program.content("recomputed.txt"));
    CHECK(ended == 0);
    CHECK(has(program.content("recomputed.txt"), "190 figures of 19 codes"));
}

TEST_CASE("A report says unit, rule, N, interval and seed, and gives the same bytes again") {
    const Program program;
    make_sample_study(program);
    const auto report = agreement(program, {"--unit", "turn", "--rule", "majority", "--seed", "7"});
    CHECK(report["coders"] == nlohmann::json({"Anna", "Bram"}));
    CHECK(report["interval"] == nlohmann::json({{"level", 0.95},
                                                {"method", "expanded"},
                                                {"cluster", "source"},
                                                {"replicates", 2000},
                                                {"seed", 7}}));
    CHECK(report["sources"].size() == 18);
    CHECK(report["missing"].empty());
    for (const auto& one : report["results"]) {
        CHECK(one["unit"] == "turn");
        CHECK(one["rule"] == "majority");
        CHECK(one["n"] == report["results"][0]["n"]);
        CHECK((one["low"].is_null() || (one["low"] <= one["value"] && one["value"] <= one["high"])));
        CHECK((one["low"].is_null() == (!one["undefined"].is_null() || !one["no_interval"].is_null())));
    }
    const std::vector<std::string> command{"agreement", "JIM",   "--by",     "role",
                                           "--cluster", "triad", "--method", "bca"};
    const auto first = program.run(command), second = program.run(command);
    REQUIRE(first.exit_code == 0);
    CHECK(first.out == second.out);
    CHECK(has(first.out, "2000 samples of 6 triads (seed 1), method bca."));
    for (const std::string name : {"a.xlsx", "b.xlsx", "a.csv", "b.csv"}) {
        CHECK(program.run({"agreement", "JIM", "-o", name}, {"LC_ALL=nl_NL.UTF-8"}).exit_code == 0);
    }
    CHECK(program.content("a.xlsx") == program.content("b.xlsx"));
    CHECK(program.content("a.csv") == program.content("b.csv"));
}

TEST_CASE("Of three coders each pair is told, and all but one") {
    const Program program;
    make_sample_study(program);
    const auto report = agreement(program, {"--coders", "Anna,Bram,settled", "--by", "all"});
    REQUIRE(report["pairs"].size() == 9);
    REQUIRE(report["without_one"].size() == 9);
    const auto two = agreement(program, {"--coders", "Anna,settled", "--by", "all"});
    CHECK(report["pairs"][3]["coders"] == nlohmann::json({"Anna", "settled"}));
    CHECK(report["pairs"][3]["value"].get<double>() ==
          Approx(two["results"][0]["value"].get<double>()).epsilon(1e-12));
    const auto text = program.run({"agreement", "JIM", "--coders", "Anna,Bram,settled"});
    CHECK(
        has(text.out, fmt::format("All codes together, Anna and settled alone: Krippendorff's α {:.2f}, F1 ",
                                  two["results"][0]["value"].get<double>())));
    CHECK(has(text.out, "All codes together, without Bram: Krippendorff's α "));
}

TEST_CASE("The participant level asks whether both find the code for this person") {
    const Program program;
    make_sample_study(program);
    const auto report = agreement(program, {"--unit", "participant", "--coefficient", "percent_agreement",
                                            "--code", "Betekenisgeving"});
    for (const auto& one : report["results"]) CHECK(one["n"] == 19);
    const auto& all = report["results"].back();
    CHECK(all["by"] == "all");
    CHECK(all["rule"].is_null());
    double both = 0;
    for (const auto& one : report["results"]) both += one["by"] == "code" ? one["both"].get<double>() : 0;
    CHECK(all["both"] == both);
}

TEST_CASE("Only sources that both marked as coded are compared, and the others are named") {
    const Program program;
    make_sample_study(program);
    REQUIRE(program.run({"mark", "JIM", "T1_jongere", "coding", "--coder", "Bram"}).exit_code == 0);
    const auto report = agreement(program, {});
    CHECK(report["sources"].size() == 17);
    CHECK(report["missing"] == nlohmann::json({{{"source", "T1_jongere"}, {"coders", {"Bram"}}}}));
    const auto text = program.run({"agreement", "JIM"});
    CHECK(has(text.out, "Not marked as coded: T1_jongere (not Bram)."));
}

TEST_CASE("What cannot be compared is told in a sentence, and nothing is guessed") {
    const Program program;
    support::make_small_study(program);
    CHECK(has(refused(program, {"S"}), "agreement needs two"));
    CHECK(has(refused(program, {"S", "--coders", "Anna"}), "Agreement needs two coders or more."));
    CHECK(has(refused(program, {"S", "--coders", "Anna,Anna"}), "A coder was named twice"));
    CHECK(has(refused(program, {"S", "--coders", "Anna,Nobody"}), "Nobody"));
    CHECK(has(refused(program, {"S", "--coders", "Anna,Bram", "--coefficient", "kapa"}, 2),
              "There is no coefficient “kapa”."));
    CHECK(has(refused(program, {"S", "--coders", "Anna,Bram", "--method", "analytic"}),
              "independent of each other"));
    CHECK(has(refused(program, {"S", "--interval", "95"}, 2), "--interval is a share"));
    CHECK(has(refused(program, {"S", "--replicates", "3"}, 2), "--replicates is a number"));
    CHECK(has(refused(program, {"S", "-o", "x.pdf"}, 2), ".xlsx"));
    CHECK(has(refused(program, {}, 2), "--ratings"));
    // Nobody marked a source as coded: there is nothing, and it says so.
    const auto nothing = program.run({"agreement", "S", "--coders", "Anna,Bram", "--json"});
    CHECK(nothing.exit_code == 0);
    for (const auto& one : nothing.json()["results"]) {
        CHECK(one["value"].is_null());
        CHECK(one["undefined"] == "no_overlap");
    }
}

TEST_CASE("A table of ratings gives the figures that were published for it") {
    const Program program;
    program.file("ben-gerry.csv",
                 "unit;Ben;Gerry\n1;a;b\n2;a;a\n3;b;b\n4;b;b\n5;d;b\n6;c;c\n7;c;c\n8;c;c\n9;e;e\n10;d;d\n11;"
                 "d;d\n12;a;d\n");
    // Krippendorff 2011, part C.
    CHECK(value_of(ratings(program, {"ben-gerry.csv"}), "krippendorff_alpha_nominal") ==
          Approx(0.692).margin(0.0005));
    // Cohen 1960, example 2: a contingency table as rows with counts.
    program.file("cohen.csv",
                 "aantal,A,B\n88,1,1\n14,1,2\n18,1,3\n10,2,1\n40,2,2\n10,2,3\n2,3,1\n6,3,2\n12,3,3\n");
    CHECK(value_of(ratings(program, {"cohen.csv"}), "cohen_kappa") == Approx(0.492).margin(0.0005));
    // Krippendorff 2011, part D: four observers with missing data, every level.
    program.file("four.csv",
                 "A,B,C,D\n1,1,NA,1\n2,2,3,2\n3,3,3,3\n3,3,3,3\n2,2,2,2\n1,2,3,4\n4,4,4,4\n1,1,2,1\n2,2,2,"
                 "2\n,5,5,5\n,.,1,1\n-,NA,3,\n");
    CHECK(value_of(ratings(program, {"four.csv"}), "krippendorff_alpha_nominal") ==
          Approx(0.743).margin(0.0005));
    CHECK(value_of(ratings(program, {"four.csv", "--level", "ordinal"}), "krippendorff_alpha_ordinal") ==
          Approx(0.815).margin(0.0005));
    CHECK(value_of(ratings(program, {"four.csv", "--level", "interval"}), "krippendorff_alpha_interval") ==
          Approx(0.849).margin(0.0005));
    CHECK(value_of(ratings(program, {"four.csv", "--level", "ratio"}), "krippendorff_alpha_ratio") ==
          Approx(0.797).margin(0.0005));
    // A declared category that nobody used matters to S and AC1.
    CHECK(value_of(ratings(program, {"ben-gerry.csv"}), "brennan_prediger") <
          value_of(ratings(program, {"ben-gerry.csv", "--categories", "a,b,c,d,e,f"}), "brennan_prediger"));
    // Each category against the others.
    CHECK(value_of(ratings(program, {"four.csv", "--coefficient", "fleiss_kappa"}), "fleiss_kappa", "3") < 1);
}

TEST_CASE("Decimal commas are numbers, and thousands separators are not guessed at") {
    const Program program;
    program.file("comma.csv", "A;B\n1,5;1,5\n2;2,25\n3;3,0\n");
    program.file("point.csv", "A,B\n1.5,1.5\n2,2.25\n3,3\n");
    const std::vector<std::string> interval{"--level", "interval"};
    CHECK(value_of(ratings(program, {"comma.csv", "--level", "interval"}), "krippendorff_alpha_interval") ==
          value_of(ratings(program, {"point.csv", "--level", "interval"}), "krippendorff_alpha_interval"));
    program.file("thousands.csv", "A;B\n1.234;1.234\n2;2\n");
    const auto error = refused(program, {"--ratings", "thousands.csv", "--level", "interval"});
    CHECK(has(error, "line 2, column A: “1.234” can be read in two ways"));
    program.file("both.csv", "A;B\n1.234,5;1\n2;2\n");
    CHECK(has(refused(program, {"--ratings", "both.csv", "--level", "interval"}), "line 2, column A"));
    program.file("decimals.csv", "A;B\n1.234;1.23\n2;2\n");
    CHECK(program.run({"agreement", "--ratings", "decimals.csv", "--level", "interval"}).exit_code == 0);
}

TEST_CASE("A table of ratings with wrong columns or labels is refused with file, line and column") {
    const Program program;
    program.file("one.csv", "unit,A\n1,x\n");
    CHECK(has(refused(program, {"--ratings", "one.csv"}),
              "one.csv: agreement needs the ratings of two coders or more"));
    program.file("two.csv", "unit,A,B\n1,x,y\n2,x,z\n");
    CHECK(has(refused(program, {"--ratings", "two.csv", "--categories", "x,y"}),
              "line 3, column B: “z” is not among the declared categories"));
    CHECK(has(refused(program, {"--ratings", "two.csv", "--coders", "A,C"}), "has no column “C”"));
    CHECK(has(refused(program, {"--ratings", "two.csv", "--coders", "A,A"}), "named twice"));
    CHECK(has(refused(program, {"--ratings", "two.csv", "--categories", "x,x"}), "declared twice"));
    CHECK(has(refused(program, {"--ratings", "two.csv", "--level", "interval"}),
              "line 2, column A: “x” is no number"));
    program.file("counts.csv", "count,A,B\n1.5,x,y\n");
    CHECK(has(refused(program, {"--ratings", "counts.csv"}), "line 2, column count"));
    CHECK(has(refused(program, {"--ratings", "none.csv"}), "none.csv"));
    program.file("empty.csv", "A,B\n");
    const auto empty = ratings(program, {"empty.csv"});
    for (const auto& one : empty["results"]) CHECK(one["undefined"] == "no_overlap");
}

TEST_CASE("Measurements are compared as what they are: no categories, nothing below zero, and quickly") {
    const Program program;
    std::string table = "A,B\n";
    std::mt19937 engine(3);
    for (int i = 0; i < 1000; ++i) {
        const double value = static_cast<double>(engine() % 100000) / 1000 + 0.1;
        table += fmt::format("{:.4f},{:.4f}\n", value, value + static_cast<double>(engine() % 1000) / 1000);
    }
    program.file("measured.csv", table);
    const auto begin = std::chrono::steady_clock::now();
    const auto report = ratings(program, {"measured.csv", "--level", "interval"});
    // It took 50 s when each unit that is left out computed everything anew.
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
    CHECK(value_of(report, "krippendorff_alpha_interval") > 0.99);
    for (const auto& one : report["results"]) {
        CHECK(one["by"] == "all");
        if (one["coefficient"] == "percent_agreement" && !one["low"].is_null()) CHECK(one["low"] >= 0);
    }
    program.file("below.csv", "A,B\n-1,1\n2,2\n");
    CHECK(has(refused(program, {"--ratings", "below.csv", "--level", "ratio"}),
              "line 2, column A: “-1” is below"));
    CHECK(value_of(ratings(program, {"below.csv", "--level", "interval"}), "krippendorff_alpha_interval") <
          1);
    std::string many = "A,B\n";
    for (int i = 0; i < 3001; ++i) many += fmt::format("{0},{0}\n", i);
    program.file("many.csv", many);
    CHECK(has(refused(program, {"--ratings", "many.csv"}), "too many different ratings: 3001"));
}

TEST_CASE("A report in Dutch names its coefficients in Dutch and says of each why it has no value") {
    const Program program;
    make_sample_study(program);
    const auto ran = program.run(
        {"agreement", "JIM", "--by", "dimension", "--coefficient", "percent_agreement,u_alpha,ku_alpha"},
        {"LANGUAGE=nl"});
    REQUIRE(ran.exit_code == 0);
    CHECK(has(ran.out, "Percentage"));
    CHECK(
        has(ran.out,
            "u-α van Rechten om JIM-positie te vervullen, Plichten om rol en taak te vervullen als JIM: een "
            "codeur gaf dezelfde plaats twee codes van deze dimensie."));
    CHECK(has(ran.out, "(k)u-α van "));
    // What is nearly all is not called all.
    const auto text = program.run({"agreement", "JIM", "--coefficient", "percent_agreement"});
    CHECK(has(text.out, "0.998"));
    CHECK_FALSE(has(text.out, "1.00 "));
}

TEST_CASE("A workbook of agreement holds the overview, every figure and the notes") {
    const Program program;
    make_sample_study(program);
    REQUIRE(program.run({"agreement", "JIM", "-o", "a.xlsx"}).exit_code == 0);
    const support::WorkbookReader workbook((program.folder() / "a.xlsx").string());
    std::vector<std::string> names;
    for (const auto& sheet : workbook.sheets()) names.push_back(sheet.name);
    CHECK(names == std::vector<std::string>{"Agreement", "Figures", "Notes"});
    CHECK(workbook.sheet("Figures").cells.at("A1").value == "by");
}

TEST_CASE("Disagreements are passages with their words, in JSON and in files") {
    const Program program;
    make_sample_study(program);
    const auto ran = program.run({"disagreements", "JIM", "--json"});
    REQUIRE(ran.exit_code == 0);
    const auto report = ran.json();
    std::int64_t most = std::numeric_limits<std::int64_t>::max();
    std::int64_t characters = 0;
    for (const auto& one : report["disagreements"]) {
        // Those on which the matrix hangs stand first.
        CHECK(one["changes"] <= most);
        most = one["changes"];
        CHECK(one["effect"].get<std::string>().empty() == (most == 0));
        const std::int64_t length = one["length"];
        characters += length;
        CHECK(one["end"].get<std::int64_t>() - one["begin"].get<std::int64_t>() == length);
        CHECK_FALSE(one["quote"].get<std::string>().empty());
    }
    // What the two marked less what both marked, twice.
    const auto figures = agreement(program, {"--by", "all", "--coefficient", "f1"});
    const auto& all = figures["results"][0];
    CHECK(static_cast<double>(characters) ==
          all["marked"][0].get<double>() + all["marked"][1].get<double>() - 2 * all["both"].get<double>());
    CHECK(program.run({"disagreements", "JIM", "-o", "d.xlsx"}).exit_code == 0);
    CHECK(program.run({"disagreements", "JIM", "-o", "d.csv"}).exit_code == 0);
    CHECK(program.run({"disagreements", "JIM", "-o", "d.pdf"}).exit_code == 2);
}
