// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/out/archive.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "exchange/zip.h"
#include "support/temporary_folder.h"

TEST_CASE("an archive holds its files, in order, and repeats to the byte in every time zone") {
    const support::TemporaryFolder folder;
    const std::vector<exchange::ArchivedFile> files{
        {"a.txt", "één"}, {"map/b.csv", std::string(100'000, 'x')}, {"leeg", ""}};
    ::setenv("TZ", "Europe/Amsterdam", 1);
    ::tzset();
    exchange::write_zip(files, 1'795'455'414, folder / "one.zip");
    ::setenv("TZ", "Asia/Tokyo", 1);
    ::tzset();
    exchange::write_zip(files, 1'795'455'414, folder / "two.zip");
    ::unsetenv("TZ");
    ::tzset();
    CHECK(support::content_of(folder / "one.zip") == support::content_of(folder / "two.zip"));
    const exchange::ZipReader zip(folder / "one.zip");
    CHECK(zip.names() == std::vector<std::string>{"a.txt", "map/b.csv", "leeg"});
    for (const auto& file : files) CHECK(zip.read(file.name, 1'000'000) == file.content);
}

TEST_CASE("an archive that cannot be written leaves the old file") {
    const support::TemporaryFolder folder;
    CHECK_THROWS_WITH(exchange::write_zip({{"a", "b"}}, 0, folder / "no/such.zip"),
                      Catch::Contains("such.zip"));
    const auto old = folder.file("old.zip", "old");
    // libzip refuses two files of one name.
    CHECK_THROWS_AS(exchange::write_zip({{"a", "b"}, {"a", "c"}}, 0, old), base::Error);
    CHECK(support::content_of(old) == "old");
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("a name becomes one that every system can store, and never leads out of a folder") {
    CHECK(exchange::safe_file_name("T1_moeder") == "T1_moeder");
    CHECK(exchange::safe_file_name("a/b\\c:d\n") == "a_b_c_d_");
    CHECK(exchange::safe_file_name("../x") == "_.._x");
    CHECK(exchange::safe_file_name("") == "_");
}
