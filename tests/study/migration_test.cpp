// SPDX-License-Identifier: GPL-3.0-or-later
//
// Studies that an earlier version made: schema-N.sql in tests/data is the schema of version N as it was.
#include <catch2/catch.hpp>

#include "db/changeset.h"
#include "db/transaction.h"
#include "study/codings.h"
#include "study/history.h"
#include "study/material.h"
#include "study/opening.h"
#include "study/temporary_study.h"
#include "study/verbs/coding.h"

using study::Access;
using study::Edit;
using study::Study;

namespace {

/// Writes one recorded revision as the program did in that version.
void record(const db::Database& database, const std::string& verb, const std::string& sql) {
    db::Transaction transaction(database);
    const db::Recorder recorder(database, {study::kRecordedTables.begin(), study::kRecordedTables.end()});
    database.execute(sql);
    database
        .prepare(
            "INSERT INTO revision (guid, at, session, kind, schema, verb, args, changes)"
            " VALUES (randomblob(16), 1, randomblob(16), 'edit', ?1, ?2, '{}', ?3)")
        .run(study::current_schema(database), verb, recorder.changes());
    transaction.commit();
}

/// A study of that version with one coding, number 4, by Anna.
std::filesystem::path old_study(const support::TemporaryFolder& folder, int version) {
    auto path = folder / "old.trialogue";
    const db::Database database(path, db::Access::create);
    database.execute("PRAGMA application_id=" + std::to_string(study::kApplicationId));
    const std::string number = std::to_string(version);
    database.execute("PRAGMA user_version=" + number);
    database.execute(
        support::content_of(std::string(TRIALOGUE_SOURCE_DIR) + "/tests/data/schema-" + number + ".sql"));
    database.execute("INSERT INTO identity VALUES (randomblob(16), 0, 100, 0, 'trialogue 0.1.0')");
    database.execute(
        "INSERT INTO text VALUES (1, randomblob(32), 10, 2, 'M: helpt.' || char(10));"
        "INSERT INTO setting VALUES (1, randomblob(16), 'name', 'Oud')");
    record(
        database, "import",
        "INSERT INTO source VALUES (1, randomblob(16), 'T1', 'transcript', 'T1.txt', '', 1, 0, '[]', '[]');"
        "INSERT INTO code VALUES (2, randomblob(16), NULL, 1, 'Steun', '', 1, 0, '', '', '', '');"
        "INSERT INTO coder VALUES (3, randomblob(16), 'Anna')");
    const std::string star = version < 2 ? "" : ", 0";
    record(database, "code",
           "INSERT INTO coding VALUES (4, randomblob(16), 1, 2, 3, 8, 3, 1, 1, 0" + star +
               "); INSERT INTO mark VALUES (5, randomblob(16), 1, 3, 'coding')");
    return path;
}

constexpr model::CodingId kCoding{4};

/// Names, types and defaults of a table's columns, and the columns of its indexes.
std::vector<std::string> shape_of(const Study& study, const std::string& table) {
    std::vector<std::string> shape;
    auto row = study.database().prepare(
        "SELECT name || ' ' || type || ' ' || \"notnull\" || ' ' || coalesce(dflt_value, '')"
        " FROM pragma_table_info(?1)"
        " UNION ALL SELECT l.name || ' ' || group_concat(i.name) FROM pragma_index_list(?1) l"
        " JOIN pragma_index_info(l.name) i WHERE l.origin = 'c' GROUP BY l.name");
    row.bind(table);
    while (row.step()) shape.emplace_back(row.text(0));
    return shape;
}

}  // namespace

TEST_CASE("an older study is brought up to the tables of a new one when it is opened to write") {
    const support::TemporaryFolder folder;
    const auto path = old_study(folder, GENERATE(1, 2));
    const auto old = Study::open(path, Access::write);
    const support::TemporaryStudy fresh;
    CHECK(old->version() == study::kVersion);
    for (const std::string table : study::kRecordedTables) {
        CAPTURE(table);
        CHECK(shape_of(*old, table) == shape_of(*fresh, table));
    }
    CHECK(study::load_material(*old).sources.at(0).codings.size() == 1);
    Edit edit(*old, "star");
    study::verbs::star(edit, kCoding, true);
    CHECK(edit.commit());
    CHECK(study::codings::get(*old, {kCoding}).at(0).starred);
}

TEST_CASE("what was done in an older version is undone and redone in this one") {
    const support::TemporaryFolder folder;
    const auto path = old_study(folder, GENERATE(1, 2));
    const auto study = Study::open(path, Access::write);
    {
        Edit edit(*study, "star");
        study::verbs::star(edit, kCoding, true);
        edit.commit();
    }
    const auto full = support::rows_of(*study);
    study::History history(*study);
    for (int i = 0; i < 3; ++i) history.undo();
    CHECK(support::rows_of(*study, {"source", "coding", "coder"}).empty());
    CHECK_FALSE(history.undoable());
    for (int i = 0; i < 3; ++i) history.redo();
    CHECK(support::rows_of(*study) == full);
}

TEST_CASE("an older study that is only read is read as it is, one of version 1 without stars") {
    const support::TemporaryFolder folder;
    const int version = GENERATE(1, 2);
    const auto path = old_study(folder, version);
    const auto before = support::content_of(path);
    const auto access = GENERATE(Access::read, Access::snapshot);
    {
        const auto study = Study::open(path, access);
        CHECK(study->version() == version);
        CHECK(study::codings::of_source(*study, {1}).size() == 1);
        CHECK_FALSE(study::codings::get(*study, {kCoding}).at(0).starred);
        CHECK(study::load_material(*study).sources.at(0).codings.size() == 1);
    }
    CHECK(support::content_of(path) == before);
}
