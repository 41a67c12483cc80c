// SPDX-License-Identifier: GPL-3.0-or-later
//
// Copies that are not as Trialogue left them: merging ends in a sentence and changes nothing, or in a whole
// study.
#include <catch2/catch.hpp>

#include "base/error.h"
#include "faults/study_at_risk.h"
#include "study/checking.h"
#include "study/copies.h"
#include "study/copying.h"
#include "study/history.h"
#include "study/random_edits.h"
#include "study/temporary_study.h"

using base::ErrorKind;
using study::Access;
using study::Study;

namespace {

/// A study, and the bytes of a copy in which much was done.
class Pair {
  public:
    Pair() {
        std::mt19937 random(1);
        work(*study_, random, 60);
        const auto path = study_.folder() / "copy.trialogue";
        study::copy_to(*study_, path);
        {
            const auto copy = Study::open(path, Access::write);
            work(*copy, random, 120);
        }
        copy_ = support::content_of(path);
        study_.close();
        faults::make_backup_undue(study_.folder());
        original_ = support::content_of(study_.path());
    }

    [[nodiscard]] const std::string& copy() const { return copy_; }

    /// What came of merging a copy of those bytes: "merged", or "refused" with nothing changed.
    [[nodiscard]] std::string outcome(const std::string& bytes) const {
        study_.folder().file("test.trialogue", original_);
        const auto path = study_.folder().file("damaged.trialogue", bytes);
        const auto study = Study::open(study_.path(), Access::write);
        const auto before = support::rows_of(*study);
        const auto revision = study->revision();
        try {
            support::merge_in(*study, path);
        } catch (const base::Error& error) {
            CAPTURE(error.what(), error.hint());
            const bool expected = error.kind() == ErrorKind::damaged ||
                                  error.kind() == ErrorKind::bad_input || error.kind() == ErrorKind::conflict;
            CHECK(expected);
            CHECK(study->revision() == revision);
            CHECK(support::rows_of(*study) == before);
            return "refused";
        }
        CHECK(study::check(*study) == std::vector<std::string>{});
        if (study->revision() > revision) study::History(*study).undo();
        CHECK(support::rows_of(*study) == before);
        return "merged";
    }

  private:
    static void work(Study& study, std::mt19937& random, int steps) {
        for (int i = 0; i < steps; ++i) {
            const int what = static_cast<int>(random() % support::kThings);
            support::do_something(study, what, static_cast<int>(random() % 1000));
        }
    }

    support::TemporaryStudy study_;
    std::string copy_, original_;
};

}  // namespace

TEST_CASE("a copy that was cut off somewhere is not merged, and nothing is changed") {
    const Pair pair;
    CHECK(pair.outcome(pair.copy()) == "merged");
    for (std::size_t part = 0; part < 20; ++part) {
        CAPTURE(part);
        CHECK(pair.outcome(pair.copy().substr(0, pair.copy().size() * part / 20)) == "refused");
    }
}

TEST_CASE("wherever a byte of a copy is changed, merging ends in a whole study or in a sentence") {
    const Pair pair;
    std::mt19937 random(3);
    std::map<std::string, int> outcomes;
    const auto flip = [&](std::size_t at) {
        CAPTURE(at);
        std::string bytes = pair.copy();
        bytes[at] = static_cast<char>(bytes[at] ^ (1 + random() % 255));
        ++outcomes[pair.outcome(bytes)];
    };
    for (std::size_t at = 0; at < 100; at += 3) flip(at);
    for (int round = 0; round < faults::rounds(150, 3000); ++round) flip(random() % pair.copy().size());
    for (std::size_t page = 0; page < pair.copy().size(); page += 4096) flip(page + random() % 16);
    CHECK(outcomes["refused"] > 20);
    CHECK(outcomes["merged"] > 20);
}
