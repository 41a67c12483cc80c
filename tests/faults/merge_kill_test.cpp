// SPDX-License-Identifier: GPL-3.0-or-later
//
// A program that is killed, or loses power, while it merges leaves all of the merge or nothing of it; and
// what other programs do meanwhile.
#include <unistd.h>
#include <catch2/catch.hpp>
#include <random>

#include "base/error.h"
#include "faults/child.h"
#include "faults/disk.h"
#include "faults/study_at_risk.h"
#include "study/checking.h"
#include "study/copies.h"
#include "study/copying.h"
#include "study/history.h"
#include "study/temporary_study.h"
#include "study/verbs/coding.h"

using faults::Child;
using faults::Disk;
using study::Access;
using study::Study;

namespace {

constexpr std::int64_t kCodings = 2'000;

std::int64_t codings(const Study& study) {
    return study.database().number("SELECT count(*) FROM coding");
}

/// A study, and a copy with many codings that the study lacks.
class StudyAndCopy {
  public:
    StudyAndCopy() {
        source_ = study_.add_source("T1", "M: " + std::string(3'000, 'a') + "\n");
        code_ = study_.add_code("Steun");
        study::copy_to(*study_, copy());
        const auto open = Study::open(copy(), Access::write);
        study::Edit edit(*open, "code");
        for (std::int64_t i = 0; i < kCodings; ++i) code(edit, i);
        edit.commit();
        study_.close();
        original_ = support::content_of(study_.path());
        faults::make_backup_undue(study_.folder());
    }

    [[nodiscard]] std::filesystem::path path() const { return study_.path(); }
    [[nodiscard]] std::filesystem::path copy() const { return study_.folder() / "copy.trialogue"; }

    void code(study::Edit& edit, std::int64_t at) const {
        study::verbs::code(edit, source_, text::Span{at, at + 10}, code_, study::verbs::hand(edit, "Bram"));
    }

    /// Puts back the study as it was before any merge.
    void put_back() const {
        for (const char* beside : {"-wal", "-shm", "-journal", ".lock"}) {
            std::filesystem::remove(path().string() + beside);
        }
        study_.folder().file(path().filename().string(), original_);
    }

    /// Opens the study after a merge was broken off: all or nothing, and merging again gives all. Returns
    /// whether all was there.
    [[nodiscard]] bool is_all_or_nothing() const {
        const auto open = Study::open(path(), Access::write);
        const auto found = codings(*open);
        CHECK((found == 0 || found == kCodings));
        CHECK(study::check(*open) == std::vector<std::string>{});
        support::merge_in(*open, copy());
        CHECK(codings(*open) == kCodings);
        CHECK(open->revision() == 3);
        return found == kCodings;
    }

  private:
    support::TemporaryStudy study_;
    model::SourceId source_;
    model::CodeId code_;
    std::string original_;
};

}  // namespace

TEST_CASE("a merge that is killed is there as a whole or not at all, and can be done again") {
    const auto memory = GENERATE(Disk::Memory::shared, Disk::Memory::none);
    const StudyAndCopy study;
    std::mt19937 random(20261123);
    int half_way = 0;
    for (int round = 0; round < faults::rounds(12, 60); ++round) {
        CAPTURE(round, memory == Disk::Memory::shared);
        study.put_back();
        {
            const Disk disk(study.path(), memory);
            Child child([&](int out) {
                const auto open = Study::open(study.path(), Access::write);
                if (::write(out, ".", 1) < 0) return;
                support::merge_in(*open, study.copy());
                if (::write(out, "!", 1) < 0) return;
            });
            child.wait_for_output();
            ::usleep(static_cast<useconds_t>(random() % 120'000));
            child.kill();
            half_way += child.output() == "." ? 1 : 0;
        }
        static_cast<void>(study.is_all_or_nothing());
    }
    CHECK(half_way > 0);
}

TEST_CASE("wherever the power goes in a merge, it is there as a whole or not at all") {
    const auto memory = GENERATE(Disk::Memory::shared, Disk::Memory::none);
    const StudyAndCopy study;
    std::mt19937 random(20261130);
    const auto merge_until = [&](std::int64_t change) {
        study.put_back();
        Disk disk(study.path(), memory);
        const auto open = Study::open(study.path(), Access::write);
        const auto before = disk.count(faults::Request::write) + disk.count(faults::Request::sync);
        if (change > 0) disk.cut_power_at(change, static_cast<std::uint32_t>(random()));
        support::merge_in(*open, study.copy());
        return disk.count(faults::Request::write) + disk.count(faults::Request::sync) - before;
    };
    const auto changes = merge_until(0);
    CHECK(changes > 10);
    int nothing = 0;
    for (int round = 0; round < faults::rounds(12, 80); ++round) {
        const auto change = 1 + static_cast<std::int64_t>(random()) % changes;
        CAPTURE(round, change, changes, memory == Disk::Memory::shared);
        study.put_back();
        {
            Disk disk(study.path(), memory);
            try {
                const auto open = Study::open(study.path(), Access::write);
                disk.cut_power_at(change, static_cast<std::uint32_t>(random()));
                support::merge_in(*open, study.copy());
            } catch (const base::Error&) {
                REQUIRE_FALSE(disk.has_power());
            }
            disk.restart();
        }
        nothing += study.is_all_or_nothing() ? 0 : 1;
    }
    CHECK(nothing > 0);
}

TEST_CASE("while one program merges, who would write is told who does, and who reads sees all or nothing") {
    const StudyAndCopy study;
    Child child([&](int out) {
        const auto open = Study::open(study.path(), Access::write);
        if (::write(out, ".", 1) < 0) return;
        while (true) {
            support::merge_in(*open, study.copy());
            study::History(*open).undo();
        }
    });
    child.wait_for_output();
    bool saw_all = false, saw_nothing = false;
    for (int round = 0; round < 200 && !(saw_all && saw_nothing && round > 20); ++round) {
        CHECK_THROWS_WITH(Study::open(study.path(), Access::write),
                          Catch::Contains("is open for changes elsewhere"));
        const auto reader = Study::open(study.path(), Access::snapshot);
        const auto found = codings(*reader);
        CHECK((found == 0 || found == kCodings));
        (found == 0 ? saw_nothing : saw_all) = true;
        ::usleep(10'000);
    }
    CHECK(saw_all);
    CHECK(saw_nothing);
}

TEST_CASE("a copy in which somebody works at the moment is merged as far as she came, and she goes on") {
    const StudyAndCopy study;
    Child child([&](int out) {
        const auto open = Study::open(study.copy(), Access::write);
        for (std::int64_t i = 0;; ++i) {
            study::Edit edit(*open, "code");
            study.code(edit, i % 2'000 + 11 * (i / 2'000 + 1));
            edit.commit();
            if (::write(out, ".", 1) < 0) return;
        }
    });
    child.wait_for_output();
    const auto open = Study::open(study.path(), Access::write);
    std::int64_t before = kCodings;
    for (int round = 0; round < 5; ++round) {
        support::merge_in(*open, study.copy());
        CHECK(study::check(*open) == std::vector<std::string>{});
        const auto found = codings(*open);
        CHECK(found >= before);
        before = found;
        ::usleep(100'000);
    }
    CHECK(before > kCodings);
    child.kill();
    CHECK_THAT(child.output(), !Catch::Contains("unexpected"));
}
