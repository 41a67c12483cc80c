// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/history.h"

#include <rapidcheck.h>
#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include "base/error.h"
#include "study/coders.h"
#include "study/codes.h"
#include "study/opening.h"
#include "study/random_edits.h"
#include "study/temporary_study.h"

using study::Edit;
using study::History;
using support::rows_of;
using support::TemporaryStudy;

TEST_CASE(
    "undo goes back to the empty study and redo forward again, with the same bytes, also after reopening") {
    TemporaryStudy study;
    const auto empty = rows_of(*study);
    const auto source = study.add_source("T1", "I: Hoe gaat het?\nM: Goed hoor.\n");
    const auto code = study.add_code("Afspraken");
    study.add_coding(source, {2, 8}, code, "Anna");
    const auto full = rows_of(*study);
    study.reopen();
    for (int i = 0; i < 3; ++i) History(*study).undo();
    CHECK(rows_of(*study) == empty);
    CHECK_THROWS_WITH(History(*study).undo(), Catch::Contains("nothing to undo"));
    study.reopen();
    for (int i = 0; i < 3; ++i) History(*study).redo();
    CHECK(rows_of(*study) == full);
    CHECK_THROWS_WITH(History(*study).redo(), Catch::Contains("nothing to redo"));
    CHECK(study->revision() == 9);
}

TEST_CASE("a new edit ends what could be redone") {
    TemporaryStudy study;
    study.add_code("een");
    study.add_code("twee");
    History(*study).undo();
    study.add_code("drie");
    CHECK_FALSE(History(*study).redoable());
    History(*study).undo();
    CHECK(History(*study).redoable());
}

TEST_CASE("an edit that continues another is undone with it, and redone with it") {
    TemporaryStudy study;
    const auto before = rows_of(*study);
    Edit first(*study, "memo");
    study::coders::insert(first, "A");
    const auto n = first.commit();
    Edit second(*study, "memo", {}, {{}, n});
    study::coders::insert(second, "B");
    second.commit();
    const auto after = rows_of(*study);
    CHECK(History(*study).undoable()->revisions.size() == 2);
    History(*study).undo();
    CHECK(rows_of(*study) == before);
    History(*study).redo();
    CHECK(rows_of(*study) == after);
}

TEST_CASE("a coder does not undo another coder's work by the way") {
    TemporaryStudy study;
    const auto anna = base::Guid::random();
    const auto bram = base::Guid::random();
    Edit edit(*study, "add_coder", {}, {anna, {}});
    study::coders::insert(edit, "A");
    edit.commit();
    CHECK_THROWS_WITH(History(*study).undo(bram), Catch::Contains("another coder"));
    CHECK(study::coders::all(*study).size() == 1);
    CHECK_NOTHROW(History(*study).undo(anna));
    CHECK_THROWS_WITH(History(*study).redo(bram), Catch::Contains("another coder"));
}

TEST_CASE("two names that swap places are undone") {
    TemporaryStudy study;
    const auto a = study.add_code("a");
    const auto b = study.add_code("b");
    const auto before = rows_of(*study);
    {
        Edit edit(*study, "swap");
        auto first = *study::codes::codebook(*study).find(a);
        auto second = *study::codes::codebook(*study).find(b);
        std::swap(first.name, second.name);
        study::codes::update(edit, first);
        study::codes::update(edit, second);
        edit.commit();
    }
    CHECK(study::codes::codebook(*study).find(a)->name == "b");
    History(*study).undo();
    CHECK(rows_of(*study) == before);
}

TEST_CASE("undo of something that others depend on by now is refused and changes nothing") {
    TemporaryStudy study;
    const auto code = study.add_code("een");
    const auto before = rows_of(*study);
    // Behind the gate's back, as a program that knows nothing of the history might.
    study->database().prepare("UPDATE code SET name = 'anders' WHERE id = ?1").run(code.value);
    const auto meddled = rows_of(*study);
    CHECK_THROWS_WITH(History(*study).undo(), Catch::Contains("no longer as it was"));
    CHECK(rows_of(*study) == meddled);
    CHECK(before != meddled);
    CHECK(study->revision() == 1);
}

TEST_CASE("what was recorded under other tables is refused before SQLite applies it wrongly") {
    TemporaryStudy study;
    study.add_code("een");
    SECTION("a column was renamed") {
        study->database().execute("ALTER TABLE code RENAME COLUMN colour TO color");
        CHECK_THROWS_WITH(History(*study).undo(), Catch::Contains("was built otherwise"));
    }
    SECTION("a column was appended: that is what migrations may do, and undo goes on") {
        study->database().execute("ALTER TABLE code ADD COLUMN star INTEGER NOT NULL DEFAULT 0");
        study.reopen();
        CHECK_NOTHROW(History(*study).undo());
        CHECK(study::codes::codebook(*study).empty());
        CHECK_NOTHROW(History(*study).redo());
        CHECK(study::codes::codebook(*study).codes().size() == 1);
    }
}

TEST_CASE("a migration that does more than append is a barrier that undo does not cross") {
    TemporaryStudy study;
    study.add_code("een");
    const auto& database = study->database();
    const bool appends = GENERATE(true, false);
    const study::Migration migrations[] = {
        {study::kVersion + 1, "CREATE TABLE star (id INTEGER PRIMARY KEY) STRICT", appends}};
    study::migrate(database, migrations, study::kVersion + 1);
    CHECK(database.number("PRAGMA user_version") == study::kVersion + 1);
    CHECK(History(*study).undoable().has_value() == appends);
    study::migrate(database, migrations, study::kVersion + 1);
    CHECK(database.number("SELECT count(*) FROM revision WHERE kind = 'barrier'") == (appends ? 0 : 1));
}

TEST_CASE("whatever was done, undoing all gives the empty study and redoing all gives it back") {
    rc::prop("undo all, redo all, also after reopening", [] {
        TemporaryStudy study;
        const auto empty = rows_of(*study);
        const auto steps = *rc::gen::container<std::vector<std::pair<int, int>>>(
            30, rc::gen::pair(rc::gen::inRange(0, support::kThings), rc::gen::inRange(0, 1000)));
        for (const auto& [what, which] : steps) support::do_something(*study, what, which);
        RC_ASSERT(study->database().integrity_errors().empty());
        const auto full = rows_of(*study);
        History history(*study);
        while (history.undoable()) history.undo();
        RC_ASSERT(rows_of(*study) == empty);
        study.reopen();
        History again(*study);
        while (again.redoable()) again.redo();
        RC_ASSERT(rows_of(*study) == full);
        study.reopen();
        History third(*study);
        while (third.undoable()) third.undo();
        RC_ASSERT(rows_of(*study) == empty);
    });
}
