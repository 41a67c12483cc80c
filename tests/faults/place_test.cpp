// SPDX-License-Identifier: GPL-3.0-or-later
//
// Places where a study cannot be, and companions that it has there.
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include <catch2/catch.hpp>

#include <csignal>

#include "base/error.h"
#include "faults/child.h"
#include "faults/disk.h"
#include "faults/study_at_risk.h"
#include "study/coders.h"
#include "study/edit.h"
#include "study/forgetting.h"
#include "study/history.h"
#include "study/lock.h"
#include "study/temporary_study.h"

using faults::as_ordinary_user;
using faults::StudyAtRisk;
using study::Access;
using study::Study;
using support::TemporaryStudy;

namespace {

std::int64_t add_coder(Study& study, const std::string& name) {
    study::Edit edit(study, "add_coder");
    study::coders::insert(edit, name);
    return edit.commit().value_or(0);
}

/// Opens, adds a coder and says "done".
std::string use(const std::filesystem::path& path, Access access) {
    const auto study = Study::open(path, access);
    if (access == Access::write) add_coder(*study, "Anna");
    return study::coders::all(*study).empty() ? "nobody" : "done";
}

/// One coder in it, so that reading has something to find.
StudyAtRisk& with_coder(StudyAtRisk& study) {
    study.make_backup_undue();
    add_coder(*Study::open(study.path(), Access::write), "Bram");
    return study;
}

void set_mode(const std::filesystem::path& path, mode_t mode) {
    REQUIRE(::chmod(path.c_str(), mode) == 0);
}

}  // namespace

TEST_CASE("a place where one may not write is said, and reading goes on where it can") {
    StudyAtRisk study;
    with_coder(study);
    const auto bytes = support::content_of(study.path());
    set_mode(study.folder().path(), 0755);
    SECTION("a read-only folder") {
        set_mode(study.path(), 0666);
        const auto said = as_ordinary_user([&] { return use(study.path(), Access::write); });
        CHECK_THAT(said, Catch::Contains("test.trialogue") && Catch::Contains("Copy the study"));
        CHECK(as_ordinary_user([&] { return use(study.path(), Access::read); }) == "done");
    }
    SECTION("a read-only file in a folder that is not") {
        set_mode(study.folder().path(), 0777);
        set_mode(study.path(), 0444);
        const auto said = as_ordinary_user([&] { return use(study.path(), Access::write); });
        CHECK_THAT(said, Catch::Contains("test.trialogue") && Catch::Contains("read-only") &&
                             Catch::Contains("Copy it"));
        CHECK(as_ordinary_user([&] { return use(study.path(), Access::read); }) == "done");
        CHECK_FALSE(std::filesystem::exists(study::Lock::file_of(study.path())));
    }
    SECTION("a file that one may not read") {
        set_mode(study.path(), 0600);
        const auto access = GENERATE(Access::read, Access::write);
        const auto said = as_ordinary_user([&] { return use(study.path(), access); });
        CHECK_THAT(said, Catch::Contains("test.trialogue") && Catch::Contains(" | "));
    }
    SECTION("a folder that one may not enter") {
        set_mode(study.folder().path(), 0700);
        const auto access = GENERATE(Access::read, Access::write);
        const auto said = as_ordinary_user([&] { return use(study.path(), access); });
        CHECK_THAT(said, Catch::Contains("test.trialogue"));
    }
    set_mode(study.folder().path(), 0700);
    set_mode(study.path(), 0600);
    CHECK(support::content_of(study.path()) == bytes);
    CHECK(use(study.path(), Access::write) == "done");
}

TEST_CASE("a folder that is not there is said") {
    const support::TemporaryFolder folder;
    CHECK_THROWS_WITH(Study::open(folder / "no/x.trialogue", Access::write), Catch::Contains("x.trialogue"));
    CHECK_THROWS_WITH(Study::create(folder / "no/x.trialogue", "x", "nl"), Catch::Contains("x.trialogue"));
}

TEST_CASE("a limit on the size of files is a full disk: said, nothing changed, and over when it is lifted") {
    const auto memory = GENERATE(faults::Disk::Memory::shared, faults::Disk::Memory::none);
    StudyAtRisk study;
    with_coder(study);
    const auto result = faults::in_process([&]() -> std::string {
        const faults::Disk disk(study.path(), memory);
        ::signal(SIGXFSZ, SIG_IGN);
        const auto open = Study::open(study.path(), Access::write);
        const auto before = support::rows_of(*open);
        const auto old_size = std::filesystem::file_size(study.path());
        const rlimit tight{old_size, RLIM_INFINITY};
        ::setrlimit(RLIMIT_FSIZE, &tight);
        std::string said;
        try {
            add_coder(*open, std::string(2 * old_size, 'x'));
        } catch (const base::Error& error) {
            said = std::string(error.what()) + " | " + error.hint();
        }
        if (support::rows_of(*open) != before) return "changed";
        const rlimit wide{RLIM_INFINITY, RLIM_INFINITY};
        ::setrlimit(RLIMIT_FSIZE, &wide);
        add_coder(*open, "Cor");
        return said;
    });
    CHECK_THAT(result, Catch::Contains("test.trialogue") && Catch::Contains(" | "));
    CHECK(study::coders::all(*Study::open(study.path(), Access::read)).size() == 2);
}

TEST_CASE("undo and forget too are refused when the file is no longer where it was opened") {
    TemporaryStudy study;
    study.add_code("een");
    std::filesystem::rename(study.path(), study.folder() / "moved.trialogue");
    CHECK_THROWS_WITH(study::History(*study).undo(), Catch::Contains("no longer where it was opened"));
    CHECK_THROWS_WITH(study::forget(*study), Catch::Contains("no longer where it was opened"));
    CHECK(study->revision() == 1);
    std::filesystem::rename(study.folder() / "moved.trialogue", study.path());
    CHECK(study::History(*study).undo() == 2);
}

TEST_CASE("a reader beside a writer sees whole revisions, hundreds of them, in order") {
    const auto memory = GENERATE(faults::Disk::Memory::shared, faults::Disk::Memory::none);
    const StudyAtRisk at_risk;
    at_risk.make_backup_undue();
    const faults::Disk disk(at_risk.path(), memory);
    faults::Child writer([&](int out) {
        const auto study = Study::open(at_risk.path(), Access::write);
        for (int i = 0; i < 300; ++i) {
            add_coder(*study, std::to_string(i));
            if (i == 0 && ::write(out, "1", 1) != 1) return;
        }
    });
    writer.wait_for_output();
    const auto reader = Study::open(at_risk.path(), Access::read);
    std::int64_t seen = reader->revision();
    int wrong = 0;
    const auto connection = reader->on_changed([&](const study::Changes& changes) {
        wrong += changes.revision() > seen ? 0 : 1;
        seen = changes.revision();
    });
    for (int i = 0; i < 20'000 && seen < 300; ++i) {
        reader->catch_up();
        const db::Reading reading(reader->database());
        const auto count = reader->database().number("SELECT count(*) FROM coder");
        wrong += count == reader->database().number("SELECT count(*) FROM revision") ? 0 : 1;
        ::usleep(500);
    }
    CHECK(wrong == 0);
    CHECK(seen == 300);
    CHECK_THAT(writer.output(), !Catch::Contains("unexpected"));
}

TEST_CASE("forgetting is not said to be done while somebody reads an older state") {
    TemporaryStudy study;
    study.add_code("geheim");
    const auto reader = Study::open(study.path(), Access::read);
    {
        const db::Reading reading(reader->database());
        CHECK(reader->database().number("SELECT count(*) FROM code") == 1);
        CHECK_THROWS_WITH(study::forget(*study), Catch::Contains("being read by another"));
    }
    CHECK_NOTHROW(study::forget(*study));
}

TEST_CASE("what was forgotten does not stay in the journal of a network disk either") {
    const StudyAtRisk at_risk;
    at_risk.make_backup_undue();
    const faults::Disk disk(at_risk.path(), faults::Disk::Memory::none);
    const auto study = Study::open(at_risk.path(), Access::write);
    add_coder(*study, "Zwaantje Geheim");
    {
        study::Edit edit(*study, "remove");
        edit.database().execute("DELETE FROM coder");
        edit.commit();
    }
    const auto found = [&](const std::string& ending) {
        const auto path = at_risk.path().string() + ending;
        return std::filesystem::exists(path) &&
               support::content_of(path).find("Zwaantje") != std::string::npos;
    };
    // Otherwise this test could not fail.
    CHECK(found("-journal"));
    study::forget(*study);
    CHECK_FALSE(found(""));
    // Gone altogether, for what an SQLite without secure_delete would leave in it.
    CHECK_FALSE(std::filesystem::exists(at_risk.path().string() + "-journal"));
    add_coder(*study, "Anna");
    auto mode = study->database().prepare("PRAGMA journal_mode");
    REQUIRE(mode.step());
    CHECK(mode.text(0) == "persist");
}

TEST_CASE("a clock that goes back changes neither the order of the history nor the copies that are kept") {
    TemporaryStudy study;
    study.add_code("een");
    study->database().execute("UPDATE revision SET at = at + 1000000");
    study.add_code("twee");
    CHECK(study::History(*study).newest(1).at(0).n == 2);
    CHECK(study::History(*study).undo() == 3);
    study.close();
    study::Backups backups(study.path());
    constexpr std::int64_t kNow = 1'800'000'000;
    const auto copies_after = [&](std::int64_t now) {
        backups.start_if_due(now);
        backups.wait();
        return backups.files().size();
    };
    CHECK(copies_after(kNow + 10'000'000) == 1);
    CHECK(copies_after(kNow) == 2);
    // The copy from the future does not make each opening copy the study again.
    CHECK(copies_after(kNow + 60) == 2);
    CHECK(copies_after(kNow + 3600) == 3);
}

TEST_CASE("copies that were broken off are removed, and a damaged study takes the place of no copy") {
    TemporaryStudy study;
    study.add_source("T1", "M: " + std::string(60'000, 'a') + "\n");
    study.close();
    study::Backups backups(study.path());
    constexpr std::int64_t kNow = 1'800'000'000;
    backups.start_if_due(kNow);
    backups.wait();
    REQUIRE(backups.files().size() == 1);
    study.folder().file("test.trialogue-backups/.x.trialogue.0.trialogue", "torso");
    std::string bytes = support::content_of(study.path());
    for (std::size_t at = bytes.size() - 8 * 4096; at < bytes.size(); at += 4096)
        bytes.replace(at, 16, 16, '\xFF');
    study.folder().file("test.trialogue", bytes);
    backups.start_if_due(kNow + 3600);
    backups.wait();
    CHECK(backups.files().size() == 1);
    CHECK(std::distance(std::filesystem::directory_iterator(backups.folder()),
                        std::filesystem::directory_iterator()) == 1);
}
