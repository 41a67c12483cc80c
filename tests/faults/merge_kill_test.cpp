// SPDX-License-Identifier: GPL-3.0-or-later
//
// A program that is killed while it merges leaves all of the merge or nothing of it.
#include <unistd.h>
#include <catch2/catch.hpp>
#include <random>

#include "faults/child.h"
#include "faults/study_at_risk.h"
#include "study/checking.h"
#include "study/copies.h"
#include "study/copying.h"
#include "study/temporary_study.h"
#include "study/verbs/coding.h"

using faults::Child;
using study::Access;
using study::Study;

namespace {

/// A copy with many codings that the study lacks.
void code_much(const std::filesystem::path& path, model::SourceId source, model::CodeId code) {
    const auto copy = Study::open(path, Access::write);
    study::Edit edit(*copy, "code");
    const auto hand = study::verbs::hand(edit, "Bram");
    for (int i = 0; i < 2'000; ++i) {
        study::verbs::code(edit, source, text::Span{i, i + 10}, code, hand);
    }
    edit.commit();
}

}  // namespace

TEST_CASE("a merge that is killed is there as a whole or not at all, and can be done again") {
    std::mt19937 random(20261123);
    int before_it = 0, after_it = 0;
    support::TemporaryStudy study;
    std::string text = "M: ";
    for (int i = 0; i < 3'000; ++i) text += "a";
    const auto source = study.add_source("T1", text + "\n");
    const auto code = study.add_code("Steun");
    const auto copy = study.folder() / "copy.trialogue";
    study::copy_to(*study, copy);
    code_much(copy, source, code);
    study.close();
    const auto original = support::content_of(study.path());
    const int rounds = faults::rounds(12, 60);
    for (int round = 0; round < rounds; ++round) {
        study.folder().file("at-risk.trialogue", original);
        const auto path = study.folder() / "at-risk.trialogue";
        for (const char* beside : {"-wal", "-shm", ".lock"}) std::filesystem::remove(path.string() + beside);
        Child child([&](int out) {
            const auto open = Study::open(path, Access::write);
            if (::write(out, ".", 1) < 0) return;
            support::merge_in(*open, copy);
        });
        child.wait_for_output();
        ::usleep(static_cast<useconds_t>(random() % 120'000));
        child.kill();
        static_cast<void>(child.output());
        const auto open = Study::open(path, Access::write);
        const auto codings = open->database().number("SELECT count(*) FROM coding");
        CHECK((codings == 0 || codings == 2'000));
        ++(codings == 0 ? before_it : after_it);
        CHECK(study::check(*open).empty());
        support::merge_in(*open, copy);
        CHECK(open->database().number("SELECT count(*) FROM coding") == 2'000);
        CHECK(open->revision() == 3);
    }
    CHECK(before_it + after_it == rounds);
}
