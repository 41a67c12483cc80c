// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/in/plain_text.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <string>

#include "base/error.h"
#include "support/shared_data.h"
#include "support/temporary_folder.h"
#include "text/turns.h"

namespace {

using namespace std::string_literals;
using exchange::read_plain_text;

}  // namespace

TEST_CASE("A text file gives its text, its encoding, and no losses where there are none") {
    const support::TemporaryFolder folder;
    const auto imported =
        read_plain_text(folder.file("a.txt", "\xEF\xBB\xBFI: Hoe gaat het?\r\nX: Oké.\r\n"));
    CHECK(imported.text.utf8() == "I: Hoe gaat het?\nX: Oké.\n");
    CHECK(imported.encoding == "UTF-8");
    CHECK_FALSE(imported.encoding_assumed);
    CHECK(imported.losses.empty());
    CHECK(imported.comments.empty());
}

TEST_CASE("An assumed encoding is said, and is no loss") {
    const support::TemporaryFolder folder;
    const auto path = folder.file("a.txt", "zo\x92n \xE9\xE9n keer");
    const auto imported = read_plain_text(path);
    CHECK(imported.text.utf8() == "zo’n één keer");
    CHECK(imported.encoding == "windows-1252");
    CHECK(imported.encoding_assumed);
    CHECK(imported.losses.empty());
    CHECK_FALSE(read_plain_text(path, "windows-1252").encoding_assumed);
}

TEST_CASE("What could not be carried over is told in a sentence each") {
    const support::TemporaryFolder folder;
    const auto imported = read_plain_text(folder.file("a.txt", "een \0\xE9 Ã©Ã©n keer"s), "UTF-8");
    CHECK(imported.text.utf8() == "een \uFFFD Ã©Ã©n keer");
    REQUIRE(imported.losses.size() == 3);
    CHECK_THAT(imported.losses[0].what, Catch::Contains("1 NUL"));
    CHECK(imported.losses[0].count == 1);
    CHECK_THAT(imported.losses[1].what, Catch::Contains("1 place") && Catch::Contains("UTF-8"));
    CHECK_THAT(imported.losses[2].what, Catch::Contains("encoding"));
}

TEST_CASE("The marks of Markdown stay as found") {
    const support::TemporaryFolder folder;
    const std::string content = "# Gesprek\n\n**Tim:** \\[01:46\\] *Ja*, [hier](x).\n";
    CHECK(read_plain_text(folder.file("a.md", content)).text.utf8() == content);
}

TEST_CASE("Times in the text become anchors at their places") {
    const support::TemporaryFolder folder;
    const auto imported = read_plain_text(folder.file(
        "a.txt",
        "[00:00:02] I: Hoe gaat het?\n[00:00:07] X: Goed.\n[00:01:10] I: Fijn.\n[00:01:15] X: Ja.\n"));
    REQUIRE(imported.anchors.size() == imported.turns.times.size());
    REQUIRE(imported.anchors.size() == 4);
    CHECK(imported.anchors[2].kind == model::Anchor::Kind::time);
    CHECK(imported.anchors[2].value == 70'000);
    CHECK(imported.turns.turns.size() == 4);
}

TEST_CASE("A file that holds no text is refused by its name") {
    const support::TemporaryFolder folder;
    for (const auto& path :
         {folder.file("empty.txt", ""), folder.file("blank.txt", " \r\n\t"),
          folder.file("zeros.txt", std::string(50, '\0')), folder.file("picture.txt", "\x89PNG\r\n\x1A\n")}) {
        CAPTURE(path);
        try {
            (void)read_plain_text(path);
            FAIL_CHECK("read");
        } catch (const base::Error& error) {
            CHECK(error.kind() == base::ErrorKind::bad_input);
            CHECK_THAT(error.what(), Catch::Contains(path.string()));
        }
    }
    CHECK_THROWS_AS(read_plain_text(folder / "none.txt"), base::Error);
    CHECK_THROWS_AS(read_plain_text(folder.path()), base::Error);
}

TEST_CASE("An unknown encoding is refused with the file's name") {
    const support::TemporaryFolder folder;
    const auto path = folder.file("a.txt", "tekst");
    CHECK_THROWS_WITH(read_plain_text(path, "klingon"),
                      Catch::Contains("a.txt") && Catch::Contains("klingon"));
}

TEST_CASE("A file larger than the limit is refused before it is read") {
    const support::TemporaryFolder folder;
    const auto path = folder.file("large.txt", "x");
    // Sparse: takes no room on the disk.
    std::filesystem::resize_file(path, exchange::kLargestText + 1);
    CHECK_THROWS_WITH(read_plain_text(path), Catch::Contains("large.txt") && Catch::Contains("too large"));
}

TEST_CASE("Reading can be followed and stopped") {
    const support::TemporaryFolder folder;
    const auto path = folder.file("a.txt", "tekst");
    double done = -1;
    const base::Progress follow{{}, [&](double part, const std::string&) { done = part; }};
    (void)read_plain_text(path, {}, follow);
    CHECK(done == 1);
    std::stop_source stop;
    stop.request_stop();
    try {
        (void)read_plain_text(path, {}, base::Progress{stop.get_token(), {}});
        FAIL("read");
    } catch (const base::Error& error) {
        CHECK(error.kind() == base::ErrorKind::cancelled);
    }
}

TEST_CASE("One dialogue in three encodings gives one text") {
    if (!support::has_shared("transcripts/nl_ifadv/derived")) {
        WARN("skipped: no ../shared/data/transcripts/nl_ifadv");
        return;
    }
    const auto read = [](const std::string& name) {
        return read_plain_text(support::shared_data("transcripts/nl_ifadv/derived/" + name));
    };
    const auto plain = read("txt/DVA3E.txt");
    CHECK(plain.turns.speakers.size() == 2);
    CHECK(plain.turns.turns.size() > 100);
    for (const std::string name : {"txt_cp1252_crlf/DVA3E.txt", "txt_utf16le_bom/DVA3E.txt"}) {
        const auto other = read(name);
        CHECK(other.text.utf8() == plain.text.utf8());
        CHECK(other.turns.turns.size() == plain.turns.turns.size());
    }
}
