// SPDX-License-Identifier: GPL-3.0-or-later
//
// Files that are not as Trialogue left them: each reading ends in data or in a sentence.
#include <catch2/catch.hpp>

#include "base/error.h"
#include "faults/study_at_risk.h"
#include "study/codes.h"
#include "study/codings.h"
#include "study/history.h"
#include "study/memos.h"
#include "study/participants.h"
#include "study/random_edits.h"
#include "study/sources.h"
#include "study/temporary_study.h"

using base::Error;
using base::ErrorKind;
using study::Access;
using study::Study;

namespace {

/// A study with some of everything, closed.
const std::string& whole_study() {
    static const std::string bytes = [] {
        support::TemporaryStudy study;
        std::mt19937 random(1);
        for (int i = 0; i < 120; ++i) {
            const int what = static_cast<int>(random() % support::kThings);
            support::do_something(*study, what, static_cast<int>(random() % 1000));
        }
        study.add_source("lang", "M: " + std::string(30'000, 'a') + "\n");
        study.close();
        return support::content_of(study.path());
    }();
    return bytes;
}

/// Reads everything that windows and commands read, then goes back in the history as far as it goes.
void read_all(Study& study) {
    (void)study.database().integrity_errors();
    const auto sources = study::sources::all(study);
    for (const auto& source : sources) (void)study::sources::text(study, source.text).utf8();
    (void)study::codes::codebook(study);
    (void)study::participants::all(study);
    study::History history(study);
    (void)history.newest(1000);
    if (!study.writable()) return;
    for (int i = 0; i < 40 && history.undoable(); ++i) history.undo();
    for (int i = 0; i < 40 && history.redoable(); ++i) history.redo();
}

/// What came of reading a file: "read", or the kind of the Error. Anything else fails the test.
std::string outcome(const std::string& bytes, Access access) {
    const support::TemporaryFolder folder;
    const auto path = folder.file("test.trialogue", bytes);
    faults::make_backup_undue(folder);
    try {
        const auto study = Study::open(path, access);
        const bool whole = study->database().integrity_errors().empty();
        read_all(*study);
        return whole ? "read" : "told by the check";
    } catch (const Error& error) {
        CAPTURE(error.what(), error.hint());
        const bool expected = error.kind() == ErrorKind::damaged || error.kind() == ErrorKind::bad_input ||
                              error.kind() == ErrorKind::conflict;
        CHECK(expected);
        return "refused";
    }
}

}  // namespace

TEST_CASE("a study that was cut off somewhere is refused with a sentence") {
    const auto& whole = whole_study();
    CHECK(outcome(whole, Access::write) == "read");
    for (std::size_t part = 0; part < 20; ++part) {
        CAPTURE(part);
        const auto access = part % 2 == 0 ? Access::read : Access::write;
        CHECK(outcome(whole.substr(0, whole.size() * part / 20), access) != "read");
    }
}

TEST_CASE("wherever a byte is changed, reading ends in data or in a sentence") {
    const auto& whole = whole_study();
    std::mt19937 random(3);
    std::map<std::string, int> outcomes;
    const auto flip = [&](std::size_t at) {
        CAPTURE(at);
        std::string bytes = whole;
        bytes[at] = static_cast<char>(bytes[at] ^ (1 + random() % 255));
        ++outcomes[outcome(bytes, random() % 2 == 0 ? Access::read : Access::write)];
    };
    for (std::size_t at = 0; at < 100; ++at) flip(at);
    for (int round = 0; round < faults::rounds(150, 1500); ++round) flip(random() % whole.size());
    // The heads of pages hold what SQLite follows.
    for (std::size_t page = 0; page < whole.size(); page += 4096) flip(page + random() % 16);
    CHECK(outcomes["refused"] + outcomes["told by the check"] > 20);
    CHECK(outcomes["read"] > 20);
}

TEST_CASE("whole pages of zeros or of rubbish are told") {
    const auto& whole = whole_study();
    std::mt19937 random(4);
    int told = 0;
    for (int round = 0; round < faults::rounds(40, 200); ++round) {
        CAPTURE(round);
        std::string bytes = whole;
        const std::size_t page = 4096 * (random() % (whole.size() / 4096));
        for (std::size_t at = page; at < page + 4096; ++at) {
            bytes[at] = round % 2 == 0 ? '\0' : static_cast<char>(random());
        }
        if (outcome(bytes, round % 3 == 0 ? Access::write : Access::read) != "read") ++told;
    }
    // A page that nothing uses may be rubbish; most are used.
    CHECK(told > 10);
}
