// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is left of a study when its program is killed.
#include <unistd.h>
#include <catch2/catch.hpp>

#include "base/error.h"
#include "faults/child.h"
#include "faults/disk.h"
#include "faults/study_at_risk.h"
#include "study/lock.h"

using faults::Acknowledged;
using faults::Child;
using faults::Disk;
using faults::StudyAtRisk;
using study::Access;
using study::Study;

namespace {

/// Works without end and says after each acknowledged change which revision it made.
void work_and_say(const std::filesystem::path& path, std::uint32_t seed, int out) {
    std::mt19937 random(seed);
    Acknowledged known;
    while (true) {
        const auto study = Study::open(path, Access::write);
        for (int left = 20; left > 0; --left) {
            faults::work(*study, random, known);
            const std::string line = std::to_string(study->revision()) + "\n";
            if (::write(out, line.data(), line.size()) < 0) return;
        }
    }
}

/// The number in the last whole line.
std::int64_t last_number(const std::string& lines) {
    const auto end = lines.rfind('\n');
    if (end == std::string::npos) return 0;
    const auto before = lines.rfind('\n', end - 1);
    return std::stoll(lines.substr(before == std::string::npos ? 0 : before + 1));
}

}  // namespace

TEST_CASE("a program that is killed takes no edit with it that was acknowledged") {
    const auto memory = GENERATE(Disk::Memory::shared, Disk::Memory::none);
    std::mt19937 random(20261122);
    std::int64_t revisions = 0;
    for (int round = 0; round < faults::rounds(20, 100); ++round) {
        CAPTURE(round, memory == Disk::Memory::shared);
        const StudyAtRisk study;
        if (round % 4 != 0) study.make_backup_undue();
        const Disk disk(study.path(), memory);
        const auto seed = static_cast<std::uint32_t>(random());
        Child child([&](int out) { work_and_say(study.path(), seed, out); });
        child.wait_for_output();
        ::usleep(static_cast<useconds_t>(random() % 60'000));
        child.kill();
        const std::string said = child.output();
        CHECK_THAT(said, !Catch::Contains("unexpected"));
        revisions += last_number(said);
        // The lock file that was left behind holds nobody up.
        CHECK(faults::verdict(study.path(), {last_number(said), {}}) == "");
    }
    // Otherwise the program was always killed before it did anything.
    CHECK(revisions > 10);
}

TEST_CASE("what a killed program left half done is not in the way of who only reads") {
    const auto memory = GENERATE(Disk::Memory::shared, Disk::Memory::none);
    std::mt19937 random(7);
    for (int round = 0; round < faults::rounds(10, 40); ++round) {
        CAPTURE(round, memory == Disk::Memory::shared);
        const StudyAtRisk study;
        study.make_backup_undue();
        Disk disk(study.path(), memory);
        disk.cut_power_at(20 + static_cast<std::int64_t>(random() % 100),
                          static_cast<std::uint32_t>(random()));
        Acknowledged known;
        try {
            const auto open = Study::open(study.path(), Access::write);
            while (true) faults::work(*open, random, known);
        } catch (const base::Error&) {
            REQUIRE_FALSE(disk.has_power());
        }
        disk.restart();
        const auto reader = Study::open(study.path(), Access::read);
        CHECK(reader->revision() >= known.revision);
        CHECK(reader->database().integrity_errors().empty());
    }
}
