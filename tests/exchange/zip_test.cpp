// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/zip.h"

#include <sys/stat.h>
#include <zip.h>

#include <catch2/catch.hpp>

#include "base/error.h"
#include "exchange/docx_builder.h"
#include "support/temporary_folder.h"

using base::ErrorKind;
using exchange::ZipReader;
using support::TemporaryFolder;
using support::write_zip;

namespace {

/// The error that reading everything in the file ends with; fails the test where it can be read.
base::Error error_of(const std::filesystem::path& file) {
    try {
        const ZipReader zip(file);
        for (const auto& name : zip.names()) static_cast<void>(zip.read(name));
    } catch (const base::Error& error) {
        CHECK(std::string(error.what()).find(file.filename().string()) != std::string::npos);
        return error;
    }
    FAIL("was read");
    return {ErrorKind::internal, ""};
}

bool says(const base::Error& error, const std::string& words) {
    INFO(error.what());
    return std::string(error.what()).find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("an archive gives its entries in order and with their content") {
    const TemporaryFolder folder;
    const auto file = folder / "a.zip";
    write_zip(file, {{"b/één.txt", "twee\n"}, {"empty", ""}, {"zero", std::string(3, '\0')}});
    const ZipReader zip(file);
    CHECK(zip.names() == std::vector<std::string>{"b/één.txt", "empty", "zero"});
    CHECK(zip.read("b/één.txt") == "twee\n");
    CHECK(zip.read("empty").empty());
    CHECK(zip.read("zero") == std::string(3, '\0'));
}

TEST_CASE("the case of a name counts only where two names differ in nothing else") {
    const TemporaryFolder folder;
    const auto file = folder / "a.zip";
    write_zip(file, {{"Word/Document.xml", "1"}, {"a", "2"}, {"A", "3"}});
    const ZipReader zip(file);
    CHECK(zip.read("word/document.xml") == "1");
    CHECK(zip.contains("word/document.XML"));
    CHECK(zip.read("a") == "2");
    CHECK(zip.read("A") == "3");
}

TEST_CASE("an entry that is not there is an error with its name") {
    const TemporaryFolder folder;
    const auto file = folder / "a.zip";
    write_zip(file, {{"a", "1"}});
    const ZipReader zip(file);
    CHECK_FALSE(zip.contains("b"));
    CHECK_THROWS_WITH(zip.read("b"), Catch::Contains("“b”") && Catch::Contains("a.zip"));
}

TEST_CASE("what is no archive is refused by name") {
    const TemporaryFolder folder;
    CHECK(error_of(folder / "missing.zip").kind() == ErrorKind::not_found);
    CHECK(error_of(folder.file("empty.zip", "")).kind() == ErrorKind::bad_input);
    CHECK(error_of(folder.file("text.zip", "Interviewer: hallo\n")).kind() == ErrorKind::bad_input);
    CHECK(error_of(folder.path()).kind() == ErrorKind::bad_input);
    const auto pipe = folder / "pipe.zip";
    REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
    CHECK(error_of(pipe).kind() == ErrorKind::bad_input);
}

TEST_CASE("an archive that was cut off anywhere is refused") {
    const TemporaryFolder folder;
    const auto whole = folder / "whole.zip";
    write_zip(whole, {{"a", std::string(5000, 'a')}, {"c", "the end"}});
    const std::string bytes = support::content_of(whole);
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        const auto error = error_of(folder.file("cut.zip", bytes.substr(0, length)));
        CHECK(error.kind() == ErrorKind::bad_input);
        CHECK_FALSE(error.hint().empty());
    }
}

TEST_CASE("a changed byte in the content is found") {
    const TemporaryFolder folder;
    const auto file = folder / "a.zip";
    write_zip(file, {{"a", "Nu wel, zei zij."}});
    std::string bytes = support::content_of(file);
    bytes[bytes.find("wel")] = 'n';
    CHECK(says(error_of(folder.file("a.zip", bytes)), "damaged"));
}

TEST_CASE("names that lead out of the archive are refused") {
    const TemporaryFolder folder;
    const auto file = folder / "a.zip";
    for (const std::string name : {"../a", "a/../../b", "/etc/passwd", "C:/a", "a\\..\\b", "\\a", ".."}) {
        write_zip(file, {{"good", "1"}, {name, "2"}});
        CHECK(says(error_of(file), "leads out"));
    }
    write_zip(file, {{"a..b/..c", "1"}});
    CHECK(ZipReader(file).read("a..b/..c") == "1");
}

TEST_CASE("an entry that is there twice is refused when it is read, others are not") {
    const TemporaryFolder folder;
    const auto file = folder / "a.zip";
    write_zip(file, {{"word/document.xml", "1"}, {"other", "2"}, {"word/document.xml", "3"}});
    const ZipReader zip(file);
    CHECK(zip.read("other") == "2");
    CHECK_THROWS_WITH(zip.read("word/document.xml"), Catch::Contains("2 times"));
}

TEST_CASE("an entry with a password is refused") {
    const TemporaryFolder folder;
    const auto file = folder / "a.zip";
    write_zip(file, {{"a", "geheim"}});
    zip_t* zip = zip_open(file.c_str(), 0, nullptr);
    REQUIRE(zip != nullptr);
    REQUIRE(zip_file_set_encryption(zip, 0, ZIP_EM_AES_256, "wachtwoord") == 0);
    REQUIRE(zip_close(zip) == 0);
    CHECK(says(error_of(file), "password"));
}

TEST_CASE("a zip bomb is stopped by ratio, by size, and where it lies about its size") {
    const TemporaryFolder folder;
    const auto file = folder / "bomb.zip";
    // Deflate reaches 1 : 1030 for zeros.
    write_zip(file, {{"a", std::string(40'000'000, '\0')}});
    CHECK(says(error_of(file), "grows beyond"));

    write_zip(file, {{"a", std::string(10'000'000, '\0')}});
    CHECK(ZipReader(file).read("a").size() == 10'000'000);
    CHECK_THROWS_WITH(ZipReader(file).read("a", 1'000'000), Catch::Contains("grows beyond 1 MB"));

    std::string bytes = support::content_of(file);
    const std::string size("\x80\x96\x98\x00", 4);  // 10,000,000 in both headers
    std::size_t found = 0;
    for (auto at = bytes.find(size); at != std::string::npos; at = bytes.find(size, at + 1)) {
        bytes.replace(at, 4, std::string("\x10\x00\x00\x00", 4));
        ++found;
    }
    REQUIRE(found == 2);
    CHECK(error_of(folder.file("bomb.zip", bytes)).kind() == ErrorKind::bad_input);
}
