// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/opening.h"

#include <sys/stat.h>
#include <catch2/catch.hpp>

#include "base/error.h"
#include "study/temporary_study.h"

using base::Error;
using base::ErrorKind;
using study::Access;
using study::Study;
using support::TemporaryStudy;

namespace {

/// The sentence with which a file is refused, for reading and for writing alike.
std::string refusal(const std::filesystem::path& path) {
    std::string sentence;
    for (const auto access : {Access::read, Access::write}) {
        try {
            Study::open(path, access);
            return "opened";
        } catch (const Error& error) {
            CHECK(error.kind() != ErrorKind::internal);
            CHECK((sentence.empty() || sentence == error.what()));
            sentence = error.what();
        }
    }
    CHECK_THAT(sentence, Catch::Contains(path.filename().string()));
    return sentence;
}

void meddle(const std::filesystem::path& path, const std::string& sql) {
    const db::Database database(path, db::Access::write);
    database.execute(sql);
}

}  // namespace

TEST_CASE("each kind of file that is no study is refused with its own sentence, and stays as it was") {
    const support::TemporaryFolder folder;
    CHECK_THAT(refusal(folder / "none.trialogue"), Catch::Contains("There is no file"));
    CHECK_THAT(refusal(folder.path()), Catch::Contains("is a folder"));
    CHECK_THAT(refusal(folder.file("empty.trialogue", "")), Catch::Contains("is empty"));
    const auto text = folder.file("text.trialogue", std::string(5000, 'x'));
    CHECK_THAT(refusal(text), Catch::Contains("not a study"));
    CHECK(support::content_of(text) == std::string(5000, 'x'));

    const auto other = folder / "other.trialogue";
    {
        const db::Database database(other, db::Access::create);
        database.execute("CREATE TABLE project (name)");
    }
    CHECK_THAT(refusal(other), Catch::Contains("another program"));
}

TEST_CASE("a newer, a foreign and a broken study are told apart") {
    TemporaryStudy study;
    study.close();
    SECTION("newer") {
        meddle(study.path(), "PRAGMA user_version=99");
        CHECK_THAT(refusal(study.path()), Catch::Contains("newer Trialogue") && Catch::Contains("99"));
    }
    SECTION("without a version") {
        meddle(study.path(), "PRAGMA user_version=0");
        CHECK_THAT(refusal(study.path()), Catch::Contains("of which version"));
    }
    SECTION("with a trigger") {
        meddle(study.path(), "CREATE TRIGGER evil AFTER INSERT ON coding BEGIN DELETE FROM memo; END");
        CHECK_THAT(refusal(study.path()), Catch::Contains("trigger") && Catch::Contains("evil"));
    }
    SECTION("with a view") {
        meddle(study.path(), "CREATE VIEW v AS SELECT 1");
        CHECK_THAT(refusal(study.path()), Catch::Contains("view"));
    }
    SECTION("without a table") {
        meddle(study.path(), "DROP TABLE memo");
        CHECK_THAT(refusal(study.path()), Catch::Contains("damaged") && Catch::Contains("memo"));
    }
    SECTION("without its identity") {
        meddle(study.path(), "DELETE FROM identity");
        CHECK_THAT(refusal(study.path()), Catch::Contains("which study it is"));
    }
    SECTION("as it was") {
        CHECK(refusal(study.path()) == "opened");
    }
}

TEST_CASE("a new study is its owner's alone and does not replace a file") {
    TemporaryStudy study;
    struct stat status {};
    REQUIRE(::stat(study.path().c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);
    CHECK_THROWS_WITH(Study::create(study.path(), "x", "nl"), Catch::Contains("exists already"));
    CHECK_THROWS_WITH(Study::create(study.folder() / "no/such/x.trialogue", "x", "nl"),
                      Catch::Contains("could not be made"));
    CHECK(study->name() == "Test");
    CHECK(study->language() == "nl");
}

TEST_CASE("a closed study is one plain file that holds everything") {
    TemporaryStudy study;
    study.add_code("een");
    CHECK(study->uses_wal() == db::is_local_disk(study.path()));
    study.close();
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(study.folder().path())) {
        files.push_back(entry.path().filename().string());
    }
    CHECK(files == std::vector<std::string>{"test.trialogue"});
    // Bytes 18 and 19 of the header say which journal a reader has to look for: 1 is none (SQLite file
    // format).
    CHECK(support::content_of(study.path()).substr(18, 2) == "\x01\x01");
    const auto copy = study.folder().file("copy.trialogue", support::content_of(study.path()));
    CHECK(support::rows_of(*Study::open(copy, Access::read)).at("code").size() == 1);
}

TEST_CASE("connections are set so that a study cannot be harmed by what stands in it") {
    const TemporaryStudy study;
    const auto& database = study->database();
    CHECK(database.number("PRAGMA foreign_keys") == 1);
    CHECK(database.number("PRAGMA trusted_schema") == 0);
    CHECK(database.number("PRAGMA synchronous") == 2);
    CHECK(database.number("PRAGMA temp_store") == 2);
    // Defensive mode: the schema's own table cannot be written.
    database.execute("PRAGMA writable_schema=ON");
    CHECK_THROWS(database.execute("DELETE FROM sqlite_schema"));
}

TEST_CASE("recorded tables keep the rules by which changes can be taken back") {
    const TemporaryStudy study;
    for (const std::string table : study::kRecordedTables) {
        CAPTURE(table);
        auto columns = study->database().prepare("SELECT name, type, pk, hidden FROM pragma_table_xinfo(?1)");
        columns.bind(table);
        std::vector<std::string> names;
        while (columns.step()) {
            names.emplace_back(columns.text(0));
            CHECK((columns.integer(2) == 1) == (columns.text(0) == "id"));
            CHECK(columns.integer(3) == 0);  // not generated
            if (columns.text(0) == "id") CHECK(columns.text(1) == "INTEGER");
        }
        CHECK(std::count(names.begin(), names.end(), "guid") == 1);
        auto keys = study->database().prepare("SELECT on_delete, on_update FROM pragma_foreign_key_list(?1)");
        keys.bind(table);
        while (keys.step()) CHECK((keys.text(0) == "NO ACTION" && keys.text(1) == "NO ACTION"));
        auto unique = study->database().prepare(
            "SELECT i.name FROM pragma_index_list(?1) l JOIN pragma_index_info(l.name) i WHERE l.\"unique\"");
        unique.bind(table);
        while (unique.step()) CHECK(unique.text(0) == "guid");
    }
    CHECK(study->database().number(
              "SELECT count(*) FROM sqlite_schema WHERE sql LIKE '%REFERENCES%' AND sql NOT LIKE"
              " '%DEFERRABLE INITIALLY DEFERRED%' AND name <> 'revision'") == 0);
}
