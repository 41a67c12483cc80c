// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <functional>
#include <random>
#include <set>

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

namespace {

bool has_python() {
    if (std::system("python3 -c '' 2>/dev/null") == 0) return true;
    WARN("skipped: there is no python3 to compute agreement a second time");
    return false;
}

/// Writes the report and its data, and what Python says of the report; its last word is whether it agreed.
std::string recomputed(const Program& program, std::vector<std::string> options = {},
                       const std::function<void(std::string&)>& tamper = {}) {
    options.insert(options.begin(), {"audit", "JIM", "-o", "a.html", "-o", "a.json", "-o", "a.csv"});
    REQUIRE(program.run(options).exit_code == 0);
    if (tamper) {
        std::string html = program.content("a.html");
        tamper(html);
        program.file("a.html", html);
    }
    const std::string folder = program.folder().path().string();
    const int ended = std::system(
        fmt::format(
            "cd '{1}' && PYTHONIOENCODING=utf-8 python3 '{0}/tests/cli/audit_recompute.py' a.html a.json "
            "a.csv > recomputed.txt 2>&1",
            TRIALOGUE_SOURCE_DIR, folder)
            .c_str());
    return program.content("recomputed.txt") + (ended == 0 ? "agreed" : "refused");
}

/// Adds one to the n-th figure of a table.
void alter(std::string& html, const std::string& table, int n) {
    auto at = html.find("<table id=\"" + table + "\">");
    REQUIRE(at != std::string::npos);
    const std::string before = "data-value=\"";
    for (int i = 0; i < n; ++i) at = html.find(before, at + 1);
    const auto begin = at + before.size(), end = html.find('"', begin);
    REQUIRE(end < html.find("</table>", at));
    const double value = std::stod(html.substr(begin, end - begin));
    html.replace(begin, end - begin, fmt::format("{}", value + 1));
}

/// Two coders of whom nobody knows what they were thinking: passages that overlap, touch, repeat each other,
/// and judgements of whole sources.
void add_random_coders(const Program& program) {
    const std::array codes{"Proactief",       "Behoedzaam", "Afspraken",    "Behandelinformatie",
                           "Praktische hulp", "Afspraken",  "Betekenisvol", "Problematisch"};
    std::mt19937_64 engine(20261130);
    const auto below = [&](std::uint64_t bound) { return engine() % bound; };
    std::string csv = "source,begin,end,code,coder\n";
    const auto sources = program.run({"sources", "JIM", "--json"}).json();
    for (const auto& source : sources["sources"]) {
        const std::string name = source["name"];
        const std::uint64_t length = program.run({"show", "JIM", name, "--json"}).json()["length"];
        for (const char* coder : {"Carla", "Dirk"}) {
            for (auto passages = below(12); passages > 0; --passages) {
                const auto begin = below(length / 50) * 50;
                const auto end = std::min(length, begin + std::array{1, 20, 50, 100, 400, 2000}[below(6)]);
                csv += fmt::format("{},{},{},{},{}\n", name, begin, end, codes[below(codes.size())], coder);
            }
            if (below(8) == 0) csv += fmt::format("{},,,{},{}\n", name, codes[below(codes.size())], coder);
        }
    }
    program.file("random.csv", csv);
    const auto ran = program.run({"import", "JIM", "--codings", "random.csv", "--coded"});
    INFO(ran.error);
    REQUIRE(ran.exit_code == 0);
}

}  // namespace

TEST_CASE("Every figure of the audit report is what Python computes from the report's own data") {
    if (!has_python()) return;
    const Program program;
    make_sample_study(program);
    const std::string said = recomputed(program);
    INFO(said);
    CHECK(has(said, "0 left unchecked, 0 wrong"));
    CHECK(has(said, "19 codes, 250 disagreements"));
    CHECK(has(said, "agreed"));
    // No words of the interviews leave the study with the report.
    REQUIRE(program.run({"export", "JIM", "--what", "codings", "-o", "c.json"}).exit_code == 0);
    const auto codings = nlohmann::json::parse(program.content("c.json"));
    CHECK(codings["codings"].size() > 100);
    for (const auto& coding : codings["codings"]) {
        for (const char* file : {"a.html", "a.json", "a.csv"})
            CHECK_FALSE(has(program.content(file), coding["quote"]));
    }
}

TEST_CASE("Figures by other units, of unruly coders and after decisions are recomputed as well") {
    if (!has_python()) return;
    const Program program;
    make_sample_study(program);
    add_random_coders(program);
    const auto done = [&](std::vector<std::string> words) {
        words.insert(words.end(), {"--coders", "Carla,Dirk"});
        const auto ran = program.run(words);
        INFO(ran.error);
        REQUIRE(ran.exit_code == 0);
    };
    SECTION("turns, by majority, drawn by triad") {
        const auto said = recomputed(program, {"--coders", "Carla,Dirk", "--unit", "turn", "--rule",
                                               "majority", "--cluster", "triad"});
        INFO(said);
        CHECK(has(said, "0 left unchecked, 0 wrong"));
    }
    SECTION("after decisions, one of which is void again, and without one source") {
        done({"settle", "JIM", "1", "accept", "--of", "Dirk", "--reason", "=told; so"});
        done({"settle", "JIM", "2", "both"});
        done({"settle", "JIM", "3", "drop"});
        done({"settle", "JIM", "4", "later"});
        done({"settle", "JIM", "--rule", "agreed"});
        done({"settle", "JIM", "--rule", "intersection", "--under", "60"});
        const nlohmann::json first =
            program.run({"settle", "JIM", "--all", "--coders", "Carla,Dirk", "--json"})
                .json()["disagreements"][0];
        REQUIRE(program
                    .run({"code", "JIM", "--source", first["source"], "--at",
                          fmt::format("{}:{}", first["begin"].get<int>(), first["end"].get<int>()), "--code",
                          "Proactief", "--coder", "Carla"})
                    .exit_code == 0);
        REQUIRE(program.run({"mark", "JIM", "T1_JIM", "coding", "--coder", "Carla"}).exit_code == 0);
        const auto said = recomputed(program, {"--coders", "Carla,Dirk", "--seed", "7"});
        INFO(said);
        CHECK(has(said, "0 left unchecked, 0 wrong"));
    }
    SECTION("sentences, cut to their words, against the settled layer") {
        const auto said = recomputed(program, {"--coders", "Dirk,settled", "--unit", "sentence", "--trim"});
        INFO(said);
        CHECK(has(said, "0 left unchecked, 0 wrong"));
    }
}

TEST_CASE("Two rounds of one coder are recomputed as two coders are") {
    if (!has_python()) return;
    const Program program;
    make_sample_study(program);
    const auto done = [&](const std::vector<std::string>& words) {
        const auto ran = program.run(words);
        INFO(ran.error);
        REQUIRE(ran.exit_code == 0);
    };
    done({"mark", "JIM", "T1_JIM", "T1_jongere", "again", "--coder", "Bram"});
    done({"code", "JIM", "--source", "T1_JIM", "--at", "942:990", "--code", "Proactief", "--coder", "Bram"});
    done({"mark", "JIM", "T1_JIM", "coded", "--coder", "Bram"});
    for (const std::string coders : {"Bram:1,Bram:2", "Anna,Bram:1", "Anna,Bram"}) {
        const auto said = recomputed(program, {"--coders", coders});
        INFO(said);
        CHECK(has(said, "0 left unchecked, 0 wrong"));
    }
}

TEST_CASE("A report that somebody touched is refused, table by table") {
    if (!has_python()) return;
    const Program program;
    make_sample_study(program);
    REQUIRE(program.run({"settle", "JIM", "1", "accept", "--of", "Anna"}).exit_code == 0);
    const std::vector<std::string> tables{"persons", "codes",     "roles",     "kinds",
                                          "open",    "confusion", "decisions", "stability"};
    const auto said = recomputed(program, {}, [&](std::string& html) {
        for (const auto& table : tables) alter(html, table, 3);
        const auto interval = html.find("data-low=\"", html.find("<table id=\"codes\">")) + 10;
        html.replace(interval, 3, "9.9");
        const auto sentence = html.find("106115 characters");
        html.replace(sentence, 6, "106116");
        const auto plot = html.find("0.60 [0.49, 0.67]");
        html.replace(plot, 4, "0.61");
        html.insert(html.find("</body>"), "<p>All 12 agree.</p>");
    });
    INFO(said);
    CHECK(has(said, "refused"));
    for (const auto& table : tables) CHECK(has(said, "\n" + table + " row "));
    CHECK(has(said, " low: 9.9"));
    CHECK(has(said, "unchecked: text 'Compared: 18 sources"));
    CHECK(has(said, "unchecked: text 'All 12 agree.'"));
    CHECK(has(said, "the plot: '0.61 [0.49, 0.67]' instead of '0.60 [0.49, 0.67]'"));
    CHECK(has(said, "2 left unchecked, 13 wrong"));
}

TEST_CASE("The workbook holds the numbers of the page") {
    const Program program;
    make_sample_study(program);
    REQUIRE(program.run({"audit", "JIM", "-o", "a.html", "-o", "a.xlsx"}).exit_code == 0);
    std::multiset<std::string> page, sheets;
    const std::string html = program.content("a.html");
    for (const std::string name : {"data-value=\"", "data-low=\"", "data-high=\""}) {
        for (auto at = html.find(name); at != std::string::npos; at = html.find(name, at + 1))
            page.insert(fmt::format("{:.9g}", std::stod(html.substr(at + name.size(), 20))));
    }
    const support::WorkbookReader workbook((program.folder() / "a.xlsx").string());
    for (const auto& sheet : workbook.sheets()) {
        for (const auto& [place, cell] : sheet.cells) {
            if (cell.type.empty() && !cell.value.empty())
                sheets.insert(fmt::format("{:.9g}", std::stod(cell.value)));
        }
    }
    CHECK(page.size() > 1000);
    CHECK(page == sheets);
}

TEST_CASE(
    "The audit report holds what a supervisor signs, prints without scripts, and repeats byte by byte") {
    const Program program;
    make_sample_study(program);
    REQUIRE(program.run({"settle", "JIM", "1", "accept", "--of", "Anna", "--reason", "told <so> & agreed"})
                .exit_code == 0);
    for (const std::string name : {"a", "b"}) {
        REQUIRE(program
                    .run({"audit", "JIM", "-o", name + ".html", "-o", name + ".xlsx", "-o", name + ".csv",
                          "-o", name + ".json"})
                    .exit_code == 0);
    }
    const auto html = program.content("a.html");
    CHECK(html == program.content("b.html"));
    CHECK(program.content("a.xlsx") == program.content("b.xlsx"));
    CHECK(program.content("a.csv") == program.content("b.csv"));
    CHECK(program.content("a.json") == program.content("b.json"));
    for (const char* id : {"study", "persons", "codes", "roles", "kinds", "open", "confusion", "decisions",
                           "stability", "formulas", "signatures"}) {
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
    CHECK(workbook.sheets().size() == 10);
    // `agreement --ratings` computes from the units of one code what the report says of it.
    const std::string units = program.content("a.csv");
    std::string one = units.substr(0, units.find("\r\n") + 2);
    for (std::size_t at = one.size(); units.compare(at, 6, "Actie:") == 0; at = units.find("\r\n", at) + 2) {
        const std::string line = units.substr(at, units.find("\r\n", at) + 2 - at);
        if (has(line, "/Proactief,")) one += line;
    }
    program.file("one.csv", one);
    const auto ran = program.run({"agreement", "--ratings", "one.csv", "--coders", "Anna,Bram",
                                  "--coefficient", "krippendorff_alpha_nominal", "--json"});
    REQUIRE(ran.exit_code == 0);
    const double alpha = ran.json()["results"][0]["value"];
    CHECK(has(html, fmt::format("data-value=\"{:.12g}\"", alpha)));
}

TEST_CASE("Codings under an older definition and texts that were replaced are told in the report") {
    const Program program;
    make_sample_study(program);
    REQUIRE(program.run({"audit", "JIM", "-o", "before.html"}).exit_code == 0);
    CHECK(has(program.content("before.html"), "No coding is older than the present definition"));
    CHECK(has(program.content("before.html"), "No text was replaced"));

    REQUIRE(program.run({"export", "JIM", "--what", "codebook", "-o", "codes.qdc"}).exit_code == 0);
    std::string codebook = program.content("codes.qdc");
    codebook.insert(codebook.find("<Description>", codebook.find("name=\"Proactief\"")) + 13, "Anders: ");
    program.file("codes.qdc", codebook);
    REQUIRE(program.run({"codebook", "JIM", "--import", "codes.qdc"}).exit_code == 0);
    std::string text =
        support::content_of(std::filesystem::path(TRIALOGUE_SOURCE_DIR) / "docs/sample-study/T1_moeder.txt");
    program.file("T1_moeder.txt", text + "\nEn dat was het.\n");
    REQUIRE(program.run({"import", "JIM", "T1_moeder.txt", "--update"}).exit_code == 0);
    REQUIRE(program.run({"audit", "JIM", "-o", "a.html"}).exit_code == 0);
    const auto html = program.content("a.html");
    CHECK(has(html, "<table id=\"older\">"));
    for (const char* coder : {"Anna", "Bram", "settled"})
        CHECK(has(html, fmt::format("<tr><td>Proactief</td><td>{}</td>", coder)));
    CHECK(has(html, "with their codings moved along: T1_moeder (1 time)."));
    if (!has_python()) return;
    const std::string said = recomputed(program);
    INFO(said);
    CHECK(has(said, "0 left unchecked, 0 wrong"));
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
