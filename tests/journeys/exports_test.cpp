// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <chrono>
#include <map>
#include <thread>

#include "support/small_study.h"

using support::Program;

namespace {

using Environment = std::vector<std::string>;

/// Every command that writes a file, but for the file's name.
std::vector<std::pair<std::vector<std::string>, std::string>> exports() {
    std::vector<std::pair<std::vector<std::string>, std::string>> all;
    for (const std::string ending : {"xlsx", "csv", "md", "json", "txt"}) {
        all.push_back({{"matrix", "S"}, "matrix." + ending});
        all.push_back({{"matrix", "S", "--coder", "any", "--percent", "row"}, "percent." + ending});
        all.push_back({{"matrix", "S", "--coder", "any", "--layout", "published"}, "published." + ending});
        all.push_back(
            {{"matrix", "S", "--columns", "age:10-20,40.5-60", "--coder", "any"}, "ages." + ending});
    }
    for (const std::string what : {"codings", "quotations", "codebook", "participants", "log"}) {
        for (const std::string ending : {"csv", "json", "md", "xlsx"}) {
            all.push_back({{"export", "S", "--what", what}, what + "." + ending});
        }
    }
    all.push_back({{"export", "S", "--what", "codebook"}, "codebook.qdc"});
    return all;
}

/// The bytes of every export, by the file's name.
std::map<std::string, std::string> exported(const Program& program, const Environment& environment) {
    std::map<std::string, std::string> files;
    for (auto [command, name] : exports()) {
        command.insert(command.end(), {"-o", name});
        const auto ran = program.run(command, environment);
        CAPTURE(name);
        CHECK(ran.error.empty());
        REQUIRE(ran.exit_code == 0);
        files[name] = program.content(name);
    }
    return files;
}

std::vector<std::string> different(const std::map<std::string, std::string>& some,
                                   const std::map<std::string, std::string>& others) {
    std::vector<std::string> names;
    for (const auto& [name, content] : some) {
        if (others.at(name) != content) names.push_back(name);
    }
    return names;
}

/// The environment of a Dutch desktop, whose locale is made in the folder; empty where this cannot be done.
Environment dutch_desktop(const support::TemporaryFolder& folder) {
    const std::string path = folder.path().string();
    const std::string command = "localedef -i nl_NL -f UTF-8 '" + path +
                                "/nl_NL.UTF-8' >/dev/null 2>&1; LOCPATH='" + path +
                                "' LC_ALL=nl_NL.UTF-8 locale decimal_point | grep -qx ,";
    if (std::system(command.c_str()) != 0) return {};
    return {"LC_ALL=nl_NL.UTF-8", "LANGUAGE=nl", "LOCPATH=" + path};
}

void expect_done(const support::Ran& ran) {
    CHECK(ran.error.empty());
    REQUIRE(ran.exit_code == 0);
}

/// Words that spreadsheets, CSV and XML each take for something else.
constexpr const char* kStrangeTalk =
    "I: Wat zei hij?\n"
    "M: =1+1; zei hij, \"en\" dat was het\n"
    "- een streepje\n"
    "+ een kruisje\n"
    "I: En toen?\n"
    "M: @iedereen 'zo' | <b>&amp;\n"
    "'=x stond er,\ten een tab\n";

constexpr const char* kStrangeCodes = R"(<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>
<Code guid="11111111-1111-4111-8111-111111111111" name="=Som(A1);" isCodable="true">
<Code guid="11111111-1111-4111-8111-111111111112" name="a/b \ &quot;c&quot;, 'd'" isCodable="true"/></Code>
<Code guid="11111111-1111-4111-8111-111111111113" name="'-min" isCodable="true"/></Codes></CodeBook>
)";

constexpr const char* kStrangePeople =
    "file,participant,role,triad,speaker,=note\n"
    "praat,\"=cmd|' /C calc'!A0\",\"ou/der; \"\"stief\"\"\",'T1,M,\"+31\n@home\"\n"
    "praat,,-,,I,\n";

/// A study S with that talk in it, and no codings yet.
void make_strange_study(const Program& program) {
    program.file("praat.txt", kStrangeTalk);
    program.file("codes.qdc", kStrangeCodes);
    expect_done(program.run({"new", "S", "--codebook", "codes.qdc"}));
    expect_done(program.run({"import", "S", "praat.txt"}));
}

}  // namespace

TEST_CASE("Every export has the same bytes on a Dutch desktop, and again two seconds later") {
    const support::TemporaryFolder locale;
    const auto desktop = dutch_desktop(locale);
    if (desktop.empty()) {
        WARN("skipped: the locale nl_NL.UTF-8 cannot be made here");
        return;
    }
    const Program program;
    support::make_small_study(program);
    expect_done(program.run({"code", "S", "--source", "T1_JIM", "--quote", "Ik zei gewoon ja.", "--code",
                             "Proactief", "--coder", "settled", "--memo", "1,5 keer; \"zeker\""}));
    const auto plain = exported(program, {"LC_ALL=C.UTF-8", "LANGUAGE=nl"});
    std::this_thread::sleep_for(std::chrono::seconds(2));
    CHECK(different(plain, exported(program, desktop)) == std::vector<std::string>{});
    CHECK(different(plain, exported(program, {"LC_ALL=C.UTF-8", "LANGUAGE=nl"})) ==
          std::vector<std::string>{});

    CHECK(plain.at("percent.csv").find(",33.3,") != std::string::npos);
    // The words of people are translated; keys of tables for programs are not.
    const auto english = exported(program, {});
    CHECK(plain.at("matrix.txt") != english.at("matrix.txt"));
    CHECK(plain.at("codings.md").find("# Coderingen") == 0);
    for (const auto* name :
         {"matrix.json", "codings.csv", "codings.json", "participants.csv", "codebook.csv", "codebook.qdc"}) {
        CAPTURE(name);
        CHECK(plain.at(name) == english.at(name));
    }
}

TEST_CASE("Codings with formulas, semicolons and line ends come back from CSV as they were") {
    const Program program;
    make_strange_study(program);
    std::filesystem::copy_file(program.folder() / "S.trialogue", program.folder() / "T.trialogue");
    const std::vector<std::vector<std::string>> codings{
        {"=1+1; zei hij, \"en\" dat was het", "=Som(A1);", "=Anna();"},
        {"- een streepje\n+ een kruisje", "'-min", "Bram, \"de\" codeur"},
        {"+ een kruisje", "=Som(A1);/a\\/b \\\\ \"c\", 'd'", "settled"},
        {"@iedereen 'zo' | <b>&amp;\n'=x stond", "'-min", "=Anna();"},
        {"'=x stond er,\ten een tab", "=Som(A1);", "settled"},
        {"\ten een tab", "'-min", "settled"}};
    int number = 0;
    for (const auto& coding : codings) {
        const std::string memo = "=SUM(A" + std::to_string(++number) + "); \"wel\"\n\n'-niet,\ttoch";
        expect_done(program.run({"code", "S", "--source", "praat", "--quote", coding[0], "--code", coding[1],
                                 "--coder", coding[2], "--memo", memo}));
    }
    expect_done(program.run({"export", "S", "--what", "codings", "-o", "first.csv"}));
    expect_done(program.run({"import", "T", "--codings", "first.csv"}));
    expect_done(program.run({"export", "T", "--what", "codings", "-o", "second.csv"}));
    CHECK(program.content("second.csv") == program.content("first.csv"));
    expect_done(program.run({"export", "S", "--what", "codings", "-o", "first.json"}));
    expect_done(program.run({"export", "T", "--what", "codings", "-o", "second.json"}));
    CHECK(program.content("second.json") == program.content("first.json"));

    const auto rows = nlohmann::json::parse(program.content("second.json"))["codings"];
    REQUIRE(rows.size() == codings.size());
    for (const auto& coding : codings) {
        const auto found = std::find_if(rows.begin(), rows.end(), [&](const auto& row) {
            return row["quote"] == coding[0] && row["code"] == coding[1] && row["coder"] == coding[2];
        });
        CAPTURE(coding[0]);
        REQUIRE(found != rows.end());
        CHECK((*found)["memo"].get<std::string>().ends_with("); \"wel\"\n\n'-niet,\ttoch"));
    }
    // The same rows once more add nothing.
    const auto again = program.run({"import", "T", "--codings", "first.csv", "--json"});
    CHECK(again.json()["codings"][0]["added"] == 0);
    CHECK(again.json()["revision"].is_null());
}

TEST_CASE("A star on a coding comes back from CSV") {
    const Program program;
    make_strange_study(program);
    const std::string code = ",11111111-1111-4111-8111-111111111113,Anna,";
    program.file("stars.csv",
                 "source,quote,code,coder,star\npraat,En toen?" + code + "1\npraat,streepje" + code + "\n");
    expect_done(program.run({"import", "S", "--codings", "stars.csv"}));
    expect_done(program.run({"export", "S", "--what", "codings", "-o", "codings.json"}));
    const auto rows = nlohmann::json::parse(program.content("codings.json"))["codings"];
    REQUIRE(rows.size() == 2);
    CHECK(rows[0]["star"] == "");
    CHECK(rows[1]["star"] == "1");
}

TEST_CASE("Participants with formulas, quotes and line ends come back from CSV as they were") {
    const Program program;
    make_strange_study(program);
    std::filesystem::copy_file(program.folder() / "S.trialogue", program.folder() / "T.trialogue");
    program.file("people.csv", kStrangePeople);
    expect_done(program.run({"import", "S", "--participants", "people.csv"}));
    expect_done(program.run({"export", "S", "--what", "participants", "-o", "first.csv"}));
    expect_done(program.run({"import", "T", "--participants", "first.csv"}));
    expect_done(program.run({"export", "T", "--what", "participants", "-o", "second.csv"}));
    CHECK(program.content("second.csv") == program.content("first.csv"));
    const auto people = program.run({"participants", "T", "--json"}).json()["participants"];
    REQUIRE(people.size() == 1);
    CHECK(people[0]["name"] == "=cmd|' /C calc'!A0");
    CHECK(people[0]["role"] == "ou/der; \"stief\"");
}
