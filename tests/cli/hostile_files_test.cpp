// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <functional>
#include <map>

#include "base/strings.h"
#include "db/database.h"
#include "support/shared_data.h"
#include "support/small_study.h"
#include "support/zip_writer.h"

using support::Program;

namespace {

/// A file that tries to break a study, and the command that meets it.
struct HostileFile {
    std::string name;
    std::function<void(const std::filesystem::path& path)> write;
    std::vector<std::string> command;
};

std::string repeated(const std::string& part, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += part;
    return all;
}

std::string every_byte() {
    std::string all;
    for (int byte = 0; byte < 256; ++byte) all += static_cast<char>(byte);
    return all;
}

std::function<void(const std::filesystem::path&)> bytes(const std::string& content) {
    return [content](const std::filesystem::path& path) { std::ofstream(path, std::ios::binary) << content; };
}

HostileFile transcript(const std::string& name,
                       const std::function<void(const std::filesystem::path&)>& write) {
    return {name, write, {"import", "S", name}};
}

/// A Word document with this main part, and other entries before it.
HostileFile word_document(const std::string& name, const std::string& xml, support::Entries entries = {}) {
    entries.emplace_back("word/document.xml", xml);
    return transcript(name, [entries](const auto& path) { support::write_zip(path, entries); });
}

HostileFile codebook(const std::string& name, const std::string& codes, const std::string& before = {}) {
    return {name,
            bytes(before + "<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\">\n<Codes>\n" + codes +
                  "</Codes>\n</CodeBook>\n"),
            {"codebook", "S", "--import", name}};
}

HostileFile codings(const std::string& name, const std::string& row) {
    // The first row is good, so that half of the file could be taken.
    return {name,
            bytes("source,begin,end,quote,code,coder\n"
                  "T1_moeder,,,Graag gedaan.,Plichten/Hulp,Cor\n" +
                  row + "\n"),
            {"import", "S", "--codings", name}};
}

HostileFile participants(const std::string& name, const std::string& rows) {
    return {
        name, bytes("file,participant,role,triad,speaker\n" + rows), {"import", "S", "--participants", name}};
}

std::string document(const std::string& body) {
    return R"(<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>)" +
           body + "</w:body></w:document>";
}

std::string code(int guid, const std::string& name, const std::string& below = {}) {
    return fmt::format(
        "<Code guid=\"{:08}-0000-4000-8000-000000000000\" name=\"{}\" isCodable=\"true\">{}</Code>\n", guid,
        name, below);
}

const std::string kSaid = document("<w:p><w:r><w:t>I: Hoe gaat het met je?</w:t></w:r></w:p>");

void write_cut_document(const std::filesystem::path& path) {
    support::write_zip(path, {{"word/document.xml", kSaid}});
    std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
}

void write_sparse(const std::filesystem::path& path) {
    std::ofstream(path).close();
    std::filesystem::resize_file(path, std::uintmax_t{2} << 30);
}

std::vector<HostileFile> documents() {
    std::string nested;
    for (int i = 0; i < 10'000; ++i)
        nested +=
            fmt::format("<Code guid=\"{:08}-0000-4000-8000-000000000000\" name=\"c\" isCodable=\"true\">", i);
    return {
        transcript("cut.docx", write_cut_document),
        word_document("bomb.docx", document("<w:p/>" + std::string(60'000'000, ' '))),
        word_document("absolute.docx", kSaid, {{"/etc/passwd", "x"}}),
        word_document("parent.docx", kSaid, {{"word/../../x", "x"}}),
        word_document("windows.docx", kSaid, {{"C:\\x", "x"}}),
        word_document("twice.docx", kSaid, {{"word/document.xml", kSaid}}),
        word_document("nested.docx", document(repeated("<w:p>", 10'000) + repeated("</w:p>", 10'000))),
        word_document("entities.docx", "<!DOCTYPE x [<!ENTITY a \"aa\">]>" + kSaid),
        word_document("reference.docx", document("<w:p><w:r><w:t>M: &#xD800;</w:t></w:r></w:p>")),
        transcript("sparse.txt", write_sparse),
        transcript("empty.txt", bytes("")),
        transcript("blank.txt", bytes("\xEF\xBB\xBF \r\n\r\n")),
        transcript("program.txt", bytes(repeated(every_byte(), 20))),
        codebook("cycle.qdc", code(1, "A", "\n" + code(2, "B", "\n" + code(1, "A")))),
        codebook("twin.qdc", code(1, "A") + code(1, "B")),
        codebook("known.qdc", "<Code guid=\"x\" name=\"A\" isCodable=\"true\"/>"),
        codebook("entities.qdc", code(1, "&a;"), "<!DOCTYPE CodeBook [<!ENTITY a \"aa\">]>\n"),
        codebook("nested.qdc", nested + repeated("</Code>", 10'000)),
        codebook("cut.qdc", code(1, "A") + "<Code guid=\"0000"),
        // One bad file among good ones, and one bad table after them.
        {"second.docx", write_cut_document, {"import", "S", "good.txt", "second.docx"}},
        {"after.csv",
         bytes("source,quote,code,coder\ngood,Goed.,Rechten,Cor\n"),
         {"import", "S", "good.txt", "--codings", "after.csv"}},
    };
}

std::vector<HostileFile> tables() {
    return {
        {"columns.csv", bytes("bron;kleur\nT1_moeder;rood\n"), {"import", "S", "--codings", "columns.csv"}},
        {"headless.csv", bytes("\n\n"), {"import", "S", "--codings", "headless.csv"}},
        codings("unknown.csv", "T1_moeder,,,Dank je wel.,Rechten/Geld,Cor"),
        codings("elsewhere.csv", "T1_moeder,0,13,Dank je wel.,Plichten/Hulp,Cor"),
        codings("absent.csv", "T1_moeder,,,Dit zei zij nooit.,Plichten/Hulp,Cor"),
        codings("often.csv", "T1_moeder,,,en,Plichten/Hulp,Cor"),
        codings("outside.csv", "T1_moeder,100,10000000,,Plichten/Hulp,Cor"),
        codings("endless.csv", "T1_moeder,0,99999999999999999999,,Plichten/Hulp,Cor"),
        codings("negative.csv", "T1_moeder,-1,5,,Plichten/Hulp,Cor"),
        codings("backwards.csv", "T1_moeder,9,5,,Plichten/Hulp,Cor"),
        codings("heading.csv", "T1_moeder,,,Dank je wel.,Plichten,Cor"),
        codings("source.csv", "T9_vader,,,Dank je wel.,Plichten/Hulp,Cor"),
        codings("nobody.csv", "T1_moeder,,,Dank je wel.,Plichten/Hulp,"),
        codings("several.csv", "T1_moeder,,,Dank je wel.,Plichten/Hulp,any"),
        codings("open.csv", "T1_moeder,,,\"Dank je wel.,Plichten/Hulp,Cor"),
        codings("wide.csv", "T1_moeder,,,Dank, je, wel.,Plichten/Hulp,Cor"),
        codings("bytes.csv",
                repeated("T1_moeder,,,één,Plichten/Hulp,Cor\n", 9) + "T1_moeder,,,\xFF,Plichten/Hulp,Cor"),
        participants("contradiction.csv", "T1_moeder,Nieuw,ouder,T1,M\nT1_jongere,Nieuw,jongere,T1,J\n"),
        participants("label.csv", "T1_moeder,Nieuw,ouder,T1,M\nT1_jongere,Ander,jongere,T1,Q\n"),
        participants("nameless.csv", "T1_moeder,Nieuw,ouder,T1,M\nT1_jongere,,jongere,T1,J\n"),
        participants("both.csv", "T1_moeder,Nieuw,ouder,T1,M\nT1_moeder,,-,,M\n"),
    };
}

/// The text with NUL for each `~`.
std::string with_nul(std::string text) {
    std::replace(text.begin(), text.end(), '~', '\0');
    return text;
}

/// ASCII as UTF-16 with its mark, and half of a surrogate pair for each `~`.
std::string utf16_with_half(const std::string& text) {
    std::string units = "\xFF\xFE";
    for (const char c : text) {
        units += c == '~' ? '\0' : c;
        units += c == '~' ? '\xD8' : '\0';
    }
    return units;
}

/// Files that look strange and are fine: what was done is said.
std::vector<HostileFile> strange_but_fine() {
    return {
        transcript("nul.txt", bytes(with_nul("I: Hoe~ gaat het?\nM: Go~ed.\nI: Ja?\nM: Ja.\n"))),
        transcript("lone-utf16.txt", bytes(utf16_with_half("I: Hoe~ gaat het?\nM: Goed.\nI: Ja?\nM: Ja.\n"))),
        transcript("lone-utf8.txt", bytes("I: Hoe?\nM: Één \xED\xA0\xBD\xED\xB8\x80 keer.\n")),
        transcript("line.txt", bytes("I: Hoe?\nM: " + repeated("woord ", 1'750'000) + "\n")),
        transcript("wrong-mark.txt",
                   bytes("\xFF\xFEI: Hoe gaat het met je?\nM: Het gaat best goed.\nI: Ja?\nM: Ja.\n")),
        transcript("line-ends.txt", bytes("I: Hoe?\r\nM: Goed.\rI: Ja?\nM: Ja.\n\r")),
        participants("names.csv",
                     "T1_moeder,\"=HYPERLINK(\"\"x\"\")\",o/\\der,\"T;1\nbis\",M\n"
                     "T1_jongere,\"A/B \"\"C\"\" 'D'\",+rol,@T,J\n"),
    };
}

/// What the program should say, by the file's name: blocks of "== NAME" and what is printed.
std::map<std::string, std::string> expected(const std::string& language) {
    std::map<std::string, std::string> messages;
    std::string* open = nullptr;
    const std::string golden =
        support::content_of(support::test_data("hostile-messages." + language + ".txt"));
    for (const auto line : base::split(golden, '\n')) {
        if (line.starts_with("== ")) {
            open = &messages[std::string(line.substr(3))];
        } else if (open != nullptr && !line.empty()) {
            *open += std::string(line) + "\n";
        }
    }
    return messages;
}

/// What a run printed, with the folder's path left out.
std::string said(const Program& program, const support::Ran& ran) {
    std::string all = ran.out + ran.error;
    const std::string folder = std::filesystem::canonical(program.folder().path()).string() + "/";
    for (auto at = all.find(folder); at != std::string::npos; at = all.find(folder))
        all.erase(at, folder.size());
    return all;
}

/// Every row of every table.
std::map<std::string, std::vector<std::string>> rows_of(const std::filesystem::path& study) {
    const db::Database database(study, db::Access::read);
    std::map<std::string, std::vector<std::string>> rows;
    db::Statement table = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'");
    while (table.step()) {
        const std::string name(table.text(0));
        std::string all;
        for (const auto& column : database.columns(name)) {
            all += (all.empty() ? "" : "||'|'||") + fmt::format("quote(\"{}\")", column);
        }
        db::Statement row = database.prepare(fmt::format("SELECT {} FROM \"{}\"", all, name));
        while (row.step()) rows[name].emplace_back(row.text(0));
    }
    return rows;
}

const std::map<std::string, std::vector<std::string>> kLanguages{{"en", {}}, {"nl", {"LANGUAGE=nl"}}};

void expect_refused(const Program& program, const HostileFile& file) {
    const auto study = program.folder() / "S.trialogue";
    file.write(program.folder() / file.name);
    const auto before = rows_of(study);
    for (const auto& [language, environment] : kLanguages) {
        CAPTURE(file.name, language);
        const auto ran = program.run(file.command, environment);
        CHECK(ran.exit_code == 1);
        CHECK(ran.out.empty());
        CHECK(ran.error.find(file.name) != std::string::npos);
        CHECK(said(program, ran) == expected(language)[file.name]);
    }
    CHECK(rows_of(study) == before);
    CHECK(program.run({"check", "S"}).exit_code == 0);
    std::filesystem::remove(program.folder() / file.name);
}

void flip(const std::filesystem::path& path, std::size_t at) {
    std::string content = support::content_of(path);
    REQUIRE(at < content.size());
    content[at] = static_cast<char>(content[at] ^ 0x55);
    std::ofstream(path, std::ios::binary) << content;
}

/// A copy of the small study, changed.
void damaged_copy(const Program& program, const std::string& name, const std::string& sql) {
    std::filesystem::copy_file(program.folder() / "S.trialogue", program.folder() / name);
    db::Database(program.folder() / name, db::Access::write).execute(sql);
}

}  // namespace

TEST_CASE(
    "Each hostile document and codebook is refused in English and Dutch, and the study stays as it was") {
    const Program program;
    support::make_small_study(program);
    program.file("good.txt", "I: Hoe?\nM: Goed.\nI: Ja?\nM: Ja.\n");
    for (const auto& file : documents()) expect_refused(program, file);
}

TEST_CASE(
    "Each table with a fault in a later row is refused in English and Dutch, and no row of it is taken") {
    const Program program;
    support::make_small_study(program);
    for (const auto& file : tables()) expect_refused(program, file);
}

TEST_CASE("Strange files that can be read are taken, and what was done to them is said") {
    for (const auto& [language, environment] : kLanguages) {
        const Program program;
        support::make_small_study(program);
        for (const auto& file : strange_but_fine()) {
            CAPTURE(file.name, language);
            file.write(program.folder() / file.name);
            const auto ran = program.run(file.command, environment);
            CHECK(ran.exit_code == 0);
            CHECK(ran.error.empty());
            CHECK(said(program, ran) == expected(language)[file.name]);
        }
        CHECK(program.run({"check", "S"}).exit_code == 0);
        const auto listed = program.run({"participants", "S", "--json"}).json()["participants"];
        std::vector<std::string> names;
        for (const auto& one : listed) names.push_back(one["name"]);
        CHECK_THAT(names, Catch::Matchers::VectorContains(std::string("=HYPERLINK(\"x\")")) &&
                              Catch::Matchers::VectorContains(std::string("A/B \"C\" 'D'")));
    }
}

TEST_CASE("What is no study, or not one of this program, is not opened and not touched") {
    const Program program;
    support::make_small_study(program);
    const auto make_other = [&](const std::string& name, const std::string& sql) {
        db::Database(program.folder() / name, db::Access::create).execute(sql);
    };
    make_other("other.trialogue", "CREATE TABLE project(name); INSERT INTO project VALUES ('x')");
    damaged_copy(program, "newer.trialogue", "PRAGMA user_version=999");
    damaged_copy(program, "trigger.trialogue",
                 "CREATE TRIGGER spy AFTER INSERT ON coding BEGIN DELETE FROM text; END");
    damaged_copy(program, "view.trialogue", "CREATE VIEW spy AS SELECT * FROM text");
    damaged_copy(program, "table.trialogue", "PRAGMA foreign_keys=OFF; DROP TABLE memo");
    program.file("empty.trialogue", "");
    program.file("words.trialogue", "Dit is geen onderzoek.\n");
    std::filesystem::copy_file(program.folder() / "S.trialogue", program.folder() / "header.trialogue");
    flip(program.folder() / "header.trialogue", 3);
    std::filesystem::copy_file(program.folder() / "S.trialogue", program.folder() / "cut.trialogue");
    std::filesystem::resize_file(program.folder() / "cut.trialogue", 20'000);
    for (const std::string name :
         {"other", "newer", "trigger", "view", "table", "empty", "words", "header", "cut"}) {
        const std::string file = name + ".trialogue";
        const std::string before = program.content(file);
        for (const auto& [language, environment] : kLanguages) {
            CAPTURE(file, language);
            const auto read = program.run({"check", file}, environment);
            CHECK(read.exit_code == 1);
            CHECK(said(program, read) == expected(language)[file]);
            const auto written = program.run({"import", file, "T1_JIM.txt"}, environment);
            CHECK(written.exit_code == 1);
            CHECK(said(program, written) == expected(language)[file]);
        }
        CHECK(program.content(file) == before);
    }
}

TEST_CASE("A byte that flipped in a page or in a text is told by check") {
    const Program program;
    support::make_small_study(program);
    const std::string whole = program.content("S.trialogue");
    constexpr std::size_t kPage = 4096;
    REQUIRE(whole.size() % kPage == 0);
    std::vector<std::size_t> places{100, whole.find("Nu helpt hij mij"), whole.find("zijn huiswerk")};
    for (std::size_t page = kPage; page < whole.size(); page += kPage) places.push_back(page);
    for (const std::size_t place : places) {
        CAPTURE(place);
        program.file("flipped.trialogue", whole);
        flip(program.folder() / "flipped.trialogue", place);
        const auto ran = program.run({"check", "flipped"});
        CHECK(ran.exit_code == 1);
        CHECK(ran.out + ran.error != "");
    }
    program.file("text.trialogue", whole);
    flip(program.folder() / "text.trialogue", whole.find("Nu helpt hij mij"));
    for (const auto& [language, environment] : kLanguages) {
        auto message = said(program, program.run({"check", "text"}, environment));
        CHECK(message == expected(language)["text.trialogue"]);
    }
}
