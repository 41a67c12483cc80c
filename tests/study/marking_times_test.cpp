// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/marking_times.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <thread>

#include "study/codings.h"
#include "study/copies.h"
#include "study/copying.h"
#include "study/forgetting.h"
#include "study/history.h"
#include "study/temporary_study.h"
#include "study/verbs/marking.h"

using model::Mark;
using support::TemporaryStudy;

namespace {

struct Marked {
    TemporaryStudy study;
    model::SourceId first = study.add_source("T1", "I: Hoe?\nM: Zo.\n");
    model::SourceId second = study.add_source("T2", "I: Wat?\nM: Dat.\n");
    model::CoderId anna;

    void mark(model::SourceId source, Mark how_far) {
        study::Edit edit(*study, "mark");
        const auto hand = study::verbs::hand(edit, "Anna");
        anna = hand.coder;
        study::verbs::mark(edit, source, hand, how_far);
        edit.commit();
    }
    study::MarkingTime time(model::SourceId source) {
        return study::marking_times(*study).at({source, anna});
    }
};

}  // namespace

TEST_CASE("marks are in the order in which they were made, also within a second") {
    Marked one;
    one.mark(one.second, Mark::coded);
    one.mark(one.first, Mark::coded);
    CHECK(one.time(one.second) < one.time(one.first));
    CHECK(one.time(one.first).at > 0);
    one.mark(one.second, Mark::coding);
    one.mark(one.second, Mark::coded);
    CHECK(one.time(one.first) < one.time(one.second));
}

TEST_CASE("undoing a mark is a change of it") {
    Marked one;
    one.mark(one.first, Mark::coding);
    one.mark(one.second, Mark::coded);
    const auto before = one.time(one.first);
    one.mark(one.first, Mark::coded);
    study::History(*one.study).undo();
    CHECK(before < one.time(one.first));
    CHECK(one.time(one.second) < one.time(one.first));
}

TEST_CASE("a mark that came with a copy was made when it was made there, not when the copy was merged") {
    Marked one;
    one.mark(one.first, Mark::to_do);
    const auto file = one.study.folder() / "copy.trialogue";
    study::copy_to(*one.study, file);
    {
        const auto copy = study::Study::open(file, study::Access::write);
        study::Edit edit(*copy, "mark");
        study::verbs::mark(edit, one.first, study::verbs::hand(edit, "Anna"), Mark::coded);
        edit.commit();
    }
    // Times are whole seconds.
    std::this_thread::sleep_for(std::chrono::milliseconds(1100));
    one.mark(one.second, Mark::coded);
    support::merge_in(*one.study, file);
    REQUIRE(study::codings::progress(*one.study, one.first, one.anna).is_coded());
    CHECK(one.time(one.first) < one.time(one.second));
    CHECK(one.time(one.first).at > 0);
}

TEST_CASE("when a source was marked is known after the history was forgotten") {
    Marked one;
    one.mark(one.first, Mark::coding);
    one.mark(one.first, Mark::coded);
    const auto before = one.time(one.first);
    study::forget(*one.study);
    CHECK(one.time(one.first).at == before.at);
}
