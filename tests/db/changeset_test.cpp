// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/changeset.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "db/transaction.h"
#include "support/temporary_folder.h"

namespace {

struct Fixture {
    support::TemporaryFolder folder;
    db::Database database{folder / "a.db", db::Access::create};

    Fixture() {
        database.execute(
            "CREATE TABLE parent (id INTEGER PRIMARY KEY, name TEXT);"
            "CREATE TABLE child (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES parent (id) DEFERRABLE "
            "INITIALLY"
            " DEFERRED)");
    }
    db::Changeset record(const std::string& sql) const {
        const db::Recorder recorder(database, {"parent", "child"});
        database.execute(sql);
        return recorder.changes();
    }
    void apply(const db::Changeset& changes) const {
        db::Transaction transaction(database);
        db::apply(database, changes);
        transaction.commit();
    }
    [[nodiscard]] std::int64_t count(const std::string& table) const {
        return database.number("SELECT count(*) FROM " + table);
    }
};

}  // namespace

TEST_CASE("recorded changes are taken back and done again") {
    const Fixture f;
    const auto changes = f.record("INSERT INTO parent VALUES (7, 'a'); INSERT INTO child VALUES (1, 7)");
    f.apply(db::inverted(changes));
    CHECK(f.count("parent") == 0);
    f.apply(changes);
    CHECK(f.count("child") == 1);
}

TEST_CASE("a changeset tells its rows") {
    const Fixture f;
    f.database.execute("INSERT INTO parent VALUES (1, 'a'), (2, 'b')");
    const auto rows =
        db::decoded(f.record("INSERT INTO parent VALUES (9, 'z'); UPDATE parent SET name = 'c' WHERE id = 1; "
                             "DELETE FROM parent WHERE id = 2"));
    REQUIRE(rows.size() == 3);
    for (const auto& row : rows) {
        CHECK(row.table == "parent");
        CHECK(row.columns == 2);
        if (row.id == 9) CHECK(row.kind == db::RowChange::Kind::inserted);
        if (row.id == 1) CHECK(row.kind == db::RowChange::Kind::updated);
        if (row.id == 2) CHECK(row.kind == db::RowChange::Kind::deleted);
    }
    CHECK(db::decoded({}).empty());
    CHECK_THROWS_AS(db::decoded({1, 2, 3}), base::Error);
}

TEST_CASE("several changesets become one") {
    const Fixture f;
    const auto first = f.record("INSERT INTO parent VALUES (1, 'a')");
    const auto second = f.record("UPDATE parent SET name = 'b'");
    const auto both = db::combined({&first, &second});
    CHECK(db::decoded(both).size() == 1);
    f.apply(db::inverted(both));
    CHECK(f.count("parent") == 0);
}

TEST_CASE("a row that is no longer as it was is a conflict, and nothing is applied") {
    const Fixture f;
    const auto changes = f.record("INSERT INTO parent VALUES (1, 'a'); INSERT INTO parent VALUES (2, 'b')");
    f.database.execute("UPDATE parent SET name = 'x' WHERE id = 2");
    CHECK_THROWS_WITH(f.apply(db::inverted(changes)), Catch::Contains("parent"));
    CHECK(f.count("parent") == 2);
}

TEST_CASE("a foreign key that would point nowhere is a conflict") {
    const Fixture f;
    const auto changes = f.record("INSERT INTO parent VALUES (1, 'a')");
    f.database.execute("INSERT INTO child VALUES (5, 1)");
    CHECK_THROWS_WITH(f.apply(db::inverted(changes)), Catch::Contains("depends on it"));
    CHECK(f.count("parent") == 1);
}
