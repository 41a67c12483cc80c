// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <string>

#include "base/error.h"
#include "exchange/in/importer.h"
#include "support/shared_data.h"
#include "support/temporary_folder.h"

namespace {

using exchange::import_file;

void refuses(const std::filesystem::path& path, const std::string& word, const std::string& hint) {
    CAPTURE(path);
    try {
        (void)import_file(path);
        FAIL_CHECK("read");
    } catch (const base::Error& error) {
        CHECK(error.kind() == base::ErrorKind::bad_input);
        CHECK_THAT(error.what(), Catch::Contains(path.string()));
        CHECK_THAT(error.what(), Catch::Contains(word));
        CHECK_THAT(error.hint(), Catch::Contains(hint));
    }
}

/// A zip with one stored empty entry of that name.
std::string zip_with(const std::string& name) {
    const auto number = [](std::size_t value, int bytes) {
        std::string little_endian;
        for (int i = 0; i < bytes; ++i, value >>= 8) little_endian += static_cast<char>(value & 0xFF);
        return little_endian;
    };
    const std::string common = number(0, 2) + number(0, 2) + number(0, 4) + number(0, 4) + number(0, 4) +
                               number(0, 4) + number(name.size(), 2) + number(0, 2);
    const std::string local = "PK\x03\x04" + number(20, 2) + common + name;
    const std::string central = "PK\x01\x02" + number(20, 2) + number(20, 2) + common + number(0, 2) +
                                number(0, 2) + number(0, 2) + number(0, 4) + number(0, 4) + name;
    const std::string end = "PK\x05\x06" + number(0, 4) + number(1, 2) + number(1, 2) +
                            number(central.size(), 4) + number(local.size(), 4) + number(0, 2);
    return local + central + end;
}

}  // namespace

TEST_CASE("Text is read, whatever its ending, in the encoding that is asked for") {
    const support::TemporaryFolder folder;
    for (const char* name : {"a.txt", "a.md", "a", "a.cha", "A.TXT"}) {
        CHECK(import_file(folder.file(name, "één")).text.utf8() == "één");
    }
    const auto imported = import_file(folder.file("m.txt", "caf\x8E"), {"macintosh"});
    CHECK(imported.text.utf8() == "café");
    CHECK(imported.encoding == "macintosh");
}

TEST_CASE("Documents that are not read yet say how to save them, whatever their ending") {
    const support::TemporaryFolder folder;
    refuses(folder.file("a.txt", "{\\rtf1\\ansi Ja}"), "RTF", ".docx");
    refuses(folder.file("a.docx", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and so on"), "old Word", ".docx");
    refuses(folder.file("b.txt", "%PDF-1.7\n"), "PDF", ".docx");
    refuses(folder.file("a.xlsx", zip_with("xl/workbook.xml")), "spreadsheet", "CSV");
    refuses(folder.file("a.zip", zip_with("a.txt")), "archive", "Unpack");
    refuses(folder.file("a.html", "<html>Ja"), "web page", ".docx");
    refuses(folder.file("participants.csv", "file,participant\n"), "table", "--participants");
    refuses(folder.file("picture.txt", "\x89PNG\r\n\x1A\n"), "not text", ".docx");
}

TEST_CASE("A file that is missing and a folder are said to be so") {
    const support::TemporaryFolder folder;
    try {
        (void)import_file(folder / "none.txt");
        FAIL("read");
    } catch (const base::Error& error) {
        CHECK(error.kind() == base::ErrorKind::not_found);
        CHECK_THAT(error.what(), Catch::Contains("none.txt"));
    }
    CHECK_THROWS_AS(import_file(folder.path()), base::Error);
}

TEST_CASE("A damaged archive is refused by its name") {
    const support::TemporaryFolder folder;
    const auto path = folder.file("a.docx", "PK\x03\x04 and then nothing");
    CHECK_THROWS_WITH(import_file(path), Catch::Contains("a.docx"));
}

TEST_CASE("The endings that a file dialog offers are in lower case with their dot") {
    const auto endings = exchange::importable_endings();
    REQUIRE(endings.size() >= 3);
    for (const std::string& ending : endings) {
        CHECK(ending.starts_with("."));
        CHECK(ending.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos);
    }
}

TEST_CASE("A real Word document is known by its content") {
    const std::string name = "transcripts/da_ecape";
    if (!support::has_shared(name)) {
        WARN("skipped: no ../shared/data/transcripts/da_ecape");
        return;
    }
    const support::TemporaryFolder folder;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(support::shared_data(name))) {
        if (entry.path().extension() != ".docx") continue;
        const auto copy = folder.file("renamed.txt", support::content_of(entry.path()));
        CHECK(import_file(copy).text.utf8() == import_file(entry.path()).text.utf8());
        return;
    }
    FAIL("no .docx found");
}
