// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is left of a study when the power goes.
#include <catch2/catch.hpp>

#include "base/error.h"
#include "faults/disk.h"
#include "faults/study_at_risk.h"

using faults::Acknowledged;
using faults::Disk;
using faults::StudyAtRisk;
using study::Access;
using study::Study;

namespace {

enum class Honesty { honest, ignores_syncs, synchronous_off };

/// Works, closes and opens again until the power goes.
void work_until_cut(const Disk& disk, const std::filesystem::path& path, Honesty honesty,
                    std::mt19937& random, Acknowledged& known) {
    try {
        while (true) {
            const auto study = Study::open(path, Access::write);
            if (honesty == Honesty::synchronous_off) study->database().execute("PRAGMA synchronous=OFF");
            for (unsigned left = 1 + static_cast<unsigned>(random() % 30); left > 0; --left) {
                faults::work(*study, random, known);
                if (random() % 16 == 0) study->database().checkpoint();
            }
        }
    } catch (const base::Error&) {
        // A disk that works gives no errors.
        if (disk.has_power()) throw;
    }
}

/// One life of a study up to a power cut, and what is wrong with it afterwards.
std::string verdict_of_life(Disk::Memory memory, Honesty honesty, std::uint32_t seed) {
    const StudyAtRisk study;
    std::mt19937 random(seed);
    if (random() % 8 != 0) study.make_backup_undue();
    Disk disk(study.path(), memory);
    if (honesty == Honesty::ignores_syncs) disk.ignore_syncs();
    Acknowledged known;
    disk.cut_power_at(1 + static_cast<std::int64_t>(random() % 240), seed);
    work_until_cut(disk, study.path(), honesty, random, known);
    disk.restart();
    return faults::verdict(study.path(), known);
}

}  // namespace

TEST_CASE("no power cut takes an edit that was acknowledged, with a write-ahead log or a rollback journal") {
    const auto memory = GENERATE(Disk::Memory::shared, Disk::Memory::none);
    for (int seed = 0; seed < faults::rounds(200, 1000); ++seed) {
        CAPTURE(seed, memory == Disk::Memory::shared);
        CHECK(verdict_of_life(memory, Honesty::honest, static_cast<std::uint32_t>(seed)) == "");
    }
}

TEST_CASE("this test sees a loss: it finds one soon where syncs are not asked for or not done") {
    const auto memory = GENERATE(Disk::Memory::shared, Disk::Memory::none);
    const auto honesty = GENERATE(Honesty::ignores_syncs, Honesty::synchronous_off);
    int losses = 0;
    for (std::uint32_t seed = 0; seed < 40 && losses == 0; ++seed) {
        losses += verdict_of_life(memory, honesty, seed).empty() ? 0 : 1;
    }
    CHECK(losses > 0);
}

TEST_CASE("the journal is the one that the test means") {
    const StudyAtRisk study;
    const auto memory = GENERATE(Disk::Memory::shared, Disk::Memory::none);
    const Disk disk(study.path(), memory);
    const auto open = Study::open(study.path(), Access::write);
    CHECK(open->uses_wal() == (memory == Disk::Memory::shared));
    auto mode = open->database().prepare("PRAGMA journal_mode");
    REQUIRE(mode.step());
    CHECK(mode.text(0) == (open->uses_wal() ? "wal" : "persist"));
}

TEST_CASE("a new study is still there when the power goes right after it was made") {
    const auto memory = GENERATE(Disk::Memory::shared, Disk::Memory::none);
    for (std::uint32_t seed = 0; seed < 20; ++seed) {
        CAPTURE(seed, memory == Disk::Memory::shared);
        const support::TemporaryFolder folder;
        const auto path = folder / "new.trialogue";
        Disk disk(path, memory);
        auto study = Study::create(path, "Test", "nl");
        disk.cut_power_at(1, seed);
        study.reset();
        REQUIRE_FALSE(disk.has_power());
        disk.restart();
        CHECK(faults::verdict(path, {}) == "");
    }
}
