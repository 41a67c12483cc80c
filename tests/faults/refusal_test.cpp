// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a disk refuses, request by request: the change is said not to have been made, was not, and the study
// goes on as soon as the disk does.
#include <sqlite3.h>
#include <catch2/catch.hpp>

#include "base/error.h"
#include "faults/disk.h"
#include "faults/study_at_risk.h"
#include "study/coders.h"
#include "study/edit.h"
#include "study/forgetting.h"
#include "study/history.h"
#include "study/temporary_study.h"

using base::Error;
using base::ErrorKind;
using faults::Disk;
using faults::Request;
using faults::StudyAtRisk;
using study::Access;
using study::Study;

namespace {

/// One change of each kind that goes through the gate.
enum class Change { edit, undo, forget };

std::int64_t make(Study& study, Change change) {
    if (change == Change::undo) return study::History(study).undo();
    if (change == Change::forget) {
        study::forget(study);
        return study.revision();
    }
    study::Edit edit(study, "add_coder");
    // Larger than SQLite's cache would need for a small edit, so that several pages are written.
    for (int i = 0; i < 20; ++i) study::coders::insert(edit, fmt::format("{}{}", i, std::string(500, 'x')));
    return edit.commit().value_or(0);
}

/// Checks the sentence of a refusal: it names the file, and the hint says what to do.
void check_sentence(const Error& error, const std::filesystem::path& path) {
    CAPTURE(error.what(), error.hint());
    CHECK(error.kind() == ErrorKind::io);
    CHECK_THAT(error.what(), Catch::Contains(path.filename().string()));
    CHECK_FALSE(error.hint().empty());
}

struct Fault {
    Request request;
    int code;
};

}  // namespace

TEST_CASE("whatever single request the disk refuses, the change is made and told, or not made") {
    const auto memory = GENERATE(Disk::Memory::shared, Disk::Memory::none);
    const auto change = GENERATE(Change::edit, Change::undo);
    const auto fault =
        GENERATE(Fault{Request::write, SQLITE_IOERR_WRITE}, Fault{Request::write, SQLITE_FULL},
                 Fault{Request::sync, SQLITE_IOERR_FSYNC}, Fault{Request::truncate, SQLITE_IOERR_TRUNCATE},
                 Fault{Request::open, SQLITE_CANTOPEN}, Fault{Request::remove, SQLITE_IOERR_DELETE},
                 Fault{Request::shared_memory, SQLITE_IOERR_SHMMAP});
    const bool lasting = GENERATE(false, true);
    CAPTURE(memory == Disk::Memory::shared, static_cast<int>(change), static_cast<int>(fault.request),
            fault.code, lasting);
    bool met = true;
    for (int nth = 1; met; ++nth) {
        REQUIRE(nth < 200);
        CAPTURE(nth);
        const StudyAtRisk at_risk;
        at_risk.make_backup_undue();
        Disk disk(at_risk.path(), memory);
        auto study = Study::open(at_risk.path(), Access::write);
        make(*study, Change::edit);
        std::int64_t told = 0;
        const auto connection =
            study->on_changed([&](const study::Changes& changes) { told = changes.revision(); });
        const auto before = support::rows_of(*study);
        disk.fail(fault.request, nth, fault.code, lasting);
        std::int64_t made = 0;
        try {
            made = make(*study, change);
            CHECK(told == made);
        } catch (const Error& error) {
            check_sentence(error, at_risk.path());
            const bool says_it_is_there =
                std::string(error.what()).find("is in the file") != std::string::npos;
            CHECK(says_it_is_there == (told != 0));
        }
        met = disk.heal();
        // A disk that fails at the very end leaves the change there: then it was told, or is before the next.
        study->catch_up();
        CHECK(study->revision() == (told == 0 ? 1 : 2));
        CHECK((support::rows_of(*study) == before) == (told == 0));
        // The disk works again, and so does the study.
        const auto revision = study->revision();
        CHECK(make(*study, Change::edit) == revision + 1);
        const faults::Acknowledged known{study->revision(), support::rows_of(*study)};
        study.reset();
        CHECK(faults::verdict(at_risk.path(), known) == "");
    }
}

TEST_CASE("forgetting that the disk breaks off says so, and is done by forgetting again") {
    const auto memory = GENERATE(Disk::Memory::shared, Disk::Memory::none);
    const auto fault = GENERATE(Fault{Request::write, SQLITE_FULL}, Fault{Request::sync, SQLITE_IOERR_FSYNC},
                                Fault{Request::truncate, SQLITE_IOERR_TRUNCATE});
    CAPTURE(memory == Disk::Memory::shared, static_cast<int>(fault.request));
    bool met = true;
    for (int nth = 1; met; nth += 3) {
        CAPTURE(nth);
        const StudyAtRisk at_risk;
        at_risk.make_backup_undue();
        Disk disk(at_risk.path(), memory);
        auto study = Study::open(at_risk.path(), Access::write);
        make(*study, Change::edit);
        const auto before = support::rows_of(*study);
        disk.fail(fault.request, nth, fault.code);
        std::string said;
        try {
            study::forget(*study);
        } catch (const Error& error) {
            check_sentence(error, at_risk.path());
            said = error.what();
        }
        met = disk.heal();
        const bool cleared = !study::History(*study).undoable();
        CHECK((said.empty() || said.find("is cleared") != std::string::npos ||
               said.find("is in the file") != std::string::npos) == cleared);
        CHECK(support::rows_of(*study) == before);
        CHECK_NOTHROW(study::forget(*study));
        const faults::Acknowledged known{study->revision(), support::rows_of(*study)};
        study.reset();
        CHECK(faults::verdict(at_risk.path(), known) == "");
    }
}

TEST_CASE("a study that the disk lets be opened or closed only in part loses nothing by it") {
    const auto memory = GENERATE(Disk::Memory::shared, Disk::Memory::none);
    const auto request = GENERATE(Request::write, Request::sync, Request::truncate, Request::open,
                                  Request::remove, Request::shared_memory);
    const bool closing = GENERATE(false, true);
    CAPTURE(memory == Disk::Memory::shared, static_cast<int>(request), closing);
    bool met = true;
    for (int nth = 1; met; ++nth) {
        CAPTURE(nth);
        const StudyAtRisk at_risk;
        at_risk.make_backup_undue();
        Disk disk(at_risk.path(), memory);
        auto study = Study::open(at_risk.path(), Access::write);
        const faults::Acknowledged known{make(*study, Change::edit), support::rows_of(*study)};
        if (!closing) study.reset();
        disk.fail(request, nth, request == Request::open ? SQLITE_CANTOPEN : SQLITE_IOERR);
        if (closing) {
            study.reset();
        } else {
            try {
                study = Study::open(at_risk.path(), Access::write);
            } catch (const Error& error) {
                check_sentence(error, at_risk.path());
            }
            study.reset();
        }
        met = disk.heal();
        CHECK(faults::verdict(at_risk.path(), known) == "");
    }
}
