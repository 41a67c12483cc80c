// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/edit.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "study/coders.h"
#include "study/codes.h"
#include "study/history.h"
#include "study/temporary_study.h"
#include "study/verbs/codebook.h"

using base::Error;
using study::Edit;
using study::Kind;
using support::TemporaryStudy;

TEST_CASE("an edit that is not committed never happened") {
    TemporaryStudy study;
    {
        Edit edit(*study, "add_coder");
        study::coders::insert(edit, "Anna");
    }
    CHECK(study::coders::all(*study).empty());
    CHECK(study->revision() == 0);
    Edit next(*study, "add_coder");
    study::coders::insert(next, "Bram");
    CHECK(next.commit() == 1);
}

TEST_CASE("an edit that changes nothing in the end makes no revision") {
    TemporaryStudy study;
    Edit edit(*study, "add_coder");
    const auto coder = study::coders::insert(edit, "Anna");
    edit.database().prepare("DELETE FROM coder WHERE id = ?1").run(coder.value);
    CHECK_FALSE(edit.commit());
    CHECK(study->revision() == 0);
}

TEST_CASE("edits do not nest") {
    TemporaryStudy study;
    const Edit outer(*study, "outer");
    CHECK_THROWS_AS(Edit(*study, "inner"), Error);
}

TEST_CASE("a study that was opened to read takes no edit") {
    TemporaryStudy study;
    study.reopen(study::Access::read);
    CHECK_THROWS_WITH(Edit(*study, "code"), Catch::Contains("read only"));
}

TEST_CASE("each commit is told once, with the rows that it changed") {
    TemporaryStudy study;
    std::vector<study::Changes> told;
    const auto connection =
        study->on_changed([&](const study::Changes& changes) { told.push_back(changes); });
    const auto dimension = study.add_code("Rechten", {}, false);
    const auto code = study.add_code("Afspraken", dimension);
    REQUIRE(told.size() == 2);
    CHECK(told[1].revision() == 2);
    CHECK(told[1].ids(Kind::code) == std::vector<std::int64_t>{code.value});
    CHECK_FALSE(told[1].touch(Kind::coding));
    study::History(*study).undo();
    REQUIRE(told.size() == 3);
    CHECK(told[2].ids(Kind::code) == std::vector<std::int64_t>{code.value});
}

TEST_CASE("the revision tells who, when, what and with which arguments, in no language") {
    TemporaryStudy study;
    const auto coder = base::Guid::random();
    Edit edit(*study, "add_coder", {{"note", "x"}}, {coder, {}});
    study::coders::insert(edit, "Anna");
    edit.commit();
    const auto revision = study::History(*study).newest(1).at(0);
    CHECK(revision.n == 1);
    CHECK(revision.coder == coder);
    CHECK(revision.session == study->session());
    CHECK(revision.kind == "edit");
    CHECK(revision.verb == "add_coder");
    CHECK(revision.args["note"] == "x");
    CHECK_FALSE(revision.guid.is_nil());
}

TEST_CASE("numbers of rows are never used again, not even after undo and reopening") {
    TemporaryStudy study;
    const auto first = study.add_code("een");
    study::History(*study).undo();
    study.reopen();
    const auto second = study.add_code("twee");
    CHECK(second.value > first.value);
    CHECK(second.value < (std::int64_t{1} << 53));
}

TEST_CASE("an edit is refused when the file was moved, replaced or deleted while it was open") {
    TemporaryStudy study;
    study.add_code("een");
    const auto elsewhere = study.folder() / "moved.trialogue";
    SECTION("moved") {
        std::filesystem::rename(study.path(), elsewhere);
    }
    SECTION("deleted") {
        std::filesystem::remove(study.path());
    }
    SECTION("replaced") {
        study.folder().file("other", "x");
        std::filesystem::rename(study.folder() / "other", study.path());
    }
    CHECK_THROWS_WITH(study.add_code("twee"), Catch::Contains("no longer where it was opened"));
    CHECK(study->revision() == 1);
}

TEST_CASE("a rule that refuses leaves the study as it was") {
    TemporaryStudy study;
    study.add_code("Afspraken");
    const auto before = support::rows_of(*study);
    CHECK_THROWS_WITH(study.add_code("Afspraken"), Catch::Contains("already"));
    CHECK_THROWS_WITH(study.add_code(" \n "), Catch::Contains("needs a name"));
    CHECK(support::rows_of(*study) == before);
    CHECK(study->revision() == 1);
}

TEST_CASE("a reader sees what a writer commits, once it looks, and is told which rows") {
    TemporaryStudy study;
    const auto reader = study::Study::open(study.path(), study::Access::read);
    std::vector<study::Changes> told;
    const auto connection =
        reader->on_changed([&](const study::Changes& changes) { told.push_back(changes); });
    reader->catch_up();
    CHECK(told.empty());
    study.add_code("een");
    const auto second = study.add_code("twee");
    reader->catch_up();
    REQUIRE(told.size() == 1);
    CHECK(told[0].revision() == 2);
    CHECK(told[0].ids(Kind::code).size() == 2);
    CHECK(study::codes::codebook(*reader).find(second) != nullptr);
    reader->catch_up();
    CHECK(told.size() == 1);
}

TEST_CASE("a snapshot stays as it was opened while a writer goes on") {
    TemporaryStudy study;
    study.add_code("een");
    const auto snapshot = study::Study::open(study.path(), study::Access::snapshot);
    study.add_code("twee");
    snapshot->catch_up();
    CHECK(study::codes::codebook(*snapshot).codes().size() == 1);
    CHECK(study::codes::codebook(*study::Study::open(study.path(), study::Access::read)).codes().size() == 2);
}
