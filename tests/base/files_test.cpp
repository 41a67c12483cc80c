// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "support/temporary_folder.h"

namespace {

std::size_t files_in(const std::filesystem::path& folder) {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

}  // namespace

TEST_CASE("a file is replaced as a whole and nothing stays beside it") {
    const support::TemporaryFolder folder;
    const auto path = folder.file("a.csv", "old");
    base::write_file(path, "new");
    CHECK(support::content_of(path) == "new");
    CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("a writer that fails leaves the old file") {
    const support::TemporaryFolder folder;
    const auto path = folder.file("a.csv", "old");
    CHECK_THROWS(base::replace_file(path, [](const std::filesystem::path& temporary) {
        base::write_file(temporary, "half");
        throw base::Error(base::ErrorKind::io, "disk full");
    }));
    CHECK(support::content_of(path) == "old");
    CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("what cannot be read is named") {
    const support::TemporaryFolder folder;
    CHECK_THROWS_WITH(base::read_file(folder / "none.txt", 10), Catch::Contains("none.txt"));
    CHECK_THROWS_WITH(base::read_file(folder.path(), 10), Catch::Contains(folder.path().string()));
    CHECK_THROWS_WITH(base::read_file(folder.file("big", "12345678901"), 10), Catch::Contains("too large"));
    CHECK(base::read_file(folder.file("fits", "1234567890"), 10) == "1234567890");
}

TEST_CASE("a device or a folder is not replaced by a file") {
    const support::TemporaryFolder folder;
    CHECK_THROWS_WITH(base::write_file("/dev/null", "x"), Catch::Contains("/dev/null"));
    CHECK_THROWS_WITH(base::write_file(folder.path(), "x"), Catch::Contains("not a file"));
    CHECK(std::filesystem::is_character_file("/dev/null"));
}
