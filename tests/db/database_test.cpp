// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/database.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "db/backup.h"
#include "db/transaction.h"
#include "support/temporary_folder.h"

using db::Access;
using db::Database;

TEST_CASE("values come back as they were bound") {
    const support::TemporaryFolder folder;
    const Database database(folder / "a.db", Access::create);
    database.execute("CREATE TABLE t (i, r, t, b, n)");
    const std::vector<std::uint8_t> bytes{0, 1, 255};
    const std::string nul("a\0b", 3);
    database.prepare("INSERT INTO t VALUES (?1, ?2, ?3, ?4, ?5)")
        .run(std::int64_t{1} << 60, 0.5, nul, bytes, std::optional<std::int64_t>{});
    auto row = database.prepare("SELECT * FROM t");
    REQUIRE(row.step());
    CHECK(row.integer(0) == std::int64_t{1} << 60);
    CHECK(row.real(1) == 0.5);
    CHECK(row.text(2) == nul);
    CHECK(std::vector<std::uint8_t>(row.blob(3).begin(), row.blob(3).end()) == bytes);
    CHECK(row.is_null(4));
    CHECK_FALSE(row.step());
}

TEST_CASE("a transaction that is not committed is rolled back") {
    const support::TemporaryFolder folder;
    const Database database(folder / "a.db", Access::create);
    database.execute("CREATE TABLE t (i UNIQUE)");
    {
        const db::Transaction transaction(database);
        database.execute("INSERT INTO t VALUES (1)");
    }
    CHECK(database.number("SELECT count(*) FROM t") == 0);
    CHECK_FALSE(database.in_transaction());
    {
        db::Transaction transaction(database);
        database.execute("INSERT INTO t VALUES (2)");
        transaction.commit();
        transaction.roll_back();
    }
    CHECK(database.number("SELECT i FROM t") == 2);
}

TEST_CASE("a second writer is told that it is busy, in words") {
    const support::TemporaryFolder folder;
    const Database first(folder / "a.db", Access::create);
    const Database second(folder / "a.db", Access::write);
    second.execute("PRAGMA busy_timeout=10");
    const db::Transaction transaction(first);
    try {
        const db::Transaction other(second);
        FAIL("two writers at once");
    } catch (const base::Error& error) {
        CHECK(error.kind() == base::ErrorKind::busy);
        CHECK_THAT(error.what(), Catch::Contains("a.db"));
    }
}

TEST_CASE("a backup is a plain file with what was committed, also while another connection writes") {
    const support::TemporaryFolder folder;
    const Database database(folder / "a.db", Access::create);
    REQUIRE(database.set_journal(db::Journal::wal));
    database.execute("CREATE TABLE t (i); INSERT INTO t VALUES (1)");
    db::Transaction transaction(database);
    database.execute("INSERT INTO t VALUES (2)");
    db::back_up(folder / "a.db", folder / "copy.db");
    transaction.commit();
    const Database copy(folder / "copy.db", Access::read);
    CHECK(copy.number("SELECT count(*) FROM t") == 1);
    CHECK(copy.integrity_errors().empty());
    CHECK_FALSE(std::filesystem::exists(folder / "copy.db-wal"));
}

TEST_CASE("a stopped backup leaves nothing behind") {
    const support::TemporaryFolder folder;
    const Database database(folder / "a.db", Access::create);
    database.execute("CREATE TABLE t (i); INSERT INTO t VALUES (zeroblob(20000000))");
    std::stop_source stop;
    stop.request_stop();
    db::back_up(folder / "a.db", folder / "copy.db", stop.get_token());
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("remote file systems do not get a write-ahead log") {
    CHECK(db::is_local_disk("/"));
    CHECK_FALSE(db::is_local_disk("/no/such/place"));
}
