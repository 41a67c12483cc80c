// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whatever is done in copies of a study: merged in any order, and again, they hold the same.
#include <rapidcheck.h>
#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include "study/codings.h"
#include "study/copies.h"
#include "study/history.h"
#include "study/merging/past.h"
#include "study/sources.h"
#include "study/story.h"

using study::History;
using study::Study;
using support::Copies;
using support::difference;
using support::Story;

namespace {

/// Stories of so many copies, in which nothing happens from `end` on.
rc::Gen<Story> stories(int copies, int end) {
    return rc::gen::container<Story>(
        rc::gen::tuple(rc::gen::inRange(0, copies), rc::gen::inRange(0, end), rc::gen::inRange(0, 60)));
}

/// Which of two things has the lower guid decides much.
rc::Gen<std::uint64_t> a_seed() {
    return rc::gen::inRange<std::uint64_t>(0, 1'000);
}

/// The guid that stands for a row after merging.
base::Guid standing(const study::merging::Past& past, const base::Guid& guid) {
    const auto other = past.same().find(guid);
    return other == past.same().end() ? guid : other->second;
}

/// The guids of a copy's codings that the study which it is a copy of did not have.
std::set<base::Guid> new_codings(const Study& study, const Study& origin) {
    const auto codings = [](const Study& of) {
        std::set<base::Guid> all;
        for (const auto& source : study::sources::all(of)) {
            for (const auto& coding : study::codings::of_source(of, source.id)) all.insert(coding.guid);
        }
        return all;
    };
    auto all = codings(study);
    for (const auto& old : codings(origin)) all.erase(old);
    return all;
}

}  // namespace

TEST_CASE("copies that told each other everything hold the same, whatever was done and merged before") {
    rc::prop("three copies", [] {
        Copies copies(3, *stories(3, support::kEditsAndMerges), *a_seed());
        copies.forget_refused();
        copies.merge(0, 1);
        copies.merge(0, 2);
        copies.merge(1, 0);
        copies.merge(2, 0);
        RC_CLASSIFY(!copies.refused().empty(), "a source was refused");
        RC_ASSERT(difference(copies.told_of(0), copies.told_of(1)) == "");
        RC_ASSERT(difference(copies.told_of(0), copies.told_of(2)) == "");
        for (const int other : {1, 2}) {
            // What the others kept for a source that was refused here comes, once.
            if (!copies.refused().empty()) copies.merge(0, other);
            const auto revision = copies.at(0).revision();
            copies.merge(0, other);
            RC_ASSERT(copies.at(0).revision() == revision);
        }
    });
}

TEST_CASE("merging two copies gives the same whichever is merged first, and again changes nothing") {
    rc::prop("A + B + C is A + C + B", [] {
        Copies copies(3, *stories(3, support::kEdits), *a_seed());
        const int other = copies.add_copy_of(0);
        copies.merge(0, 1);
        copies.merge(0, 2);
        copies.merge(other, 2);
        copies.merge(other, 1);
        RC_CLASSIFY(!copies.refused().empty(), "a source was refused");
        RC_ASSERT(difference(copies.told_of(0), copies.told_of(other)) == "");
        if (!copies.refused().empty()) return;
        const auto revision = copies.at(0).revision();
        copies.merge(0, 1);
        copies.merge(0, 2);
        RC_ASSERT(copies.at(0).revision() == revision);
    });
}

TEST_CASE("merging one copy into the other gives the same in both directions") {
    rc::prop("A + B is B + A", [] {
        Copies copies(2, *stories(2, support::kEdits), *a_seed());
        const int mine_as_it_was = copies.add_copy_of(0);
        copies.merge(0, 1);
        copies.merge(1, mine_as_it_was);
        RC_ASSERT(difference(copies.told_of(0), copies.told_of(1)) == "");
    });
}

TEST_CASE("a merge is undone as a whole, comes again as a whole, and is there again when merged once more") {
    rc::prop("undo, redo, undo, merge", [] {
        Copies copies(2, *stories(2, support::kEdits), *a_seed());
        Study& study = copies.at(0);
        const auto before = support::rows_of(study);
        const auto revision = study.revision();
        copies.merge(0, 1);
        if (study.revision() == revision) return;
        const auto merged = support::rows_of(study);
        const auto merged_told = support::told(study);
        History(study).undo();
        RC_ASSERT(support::rows_of(study) == before);
        History(study).redo();
        RC_ASSERT(support::rows_of(study) == merged);
        History(study).undo();
        copies.merge(0, 1);
        RC_ASSERT(difference(support::told(study), merged_told) == "");
    });
}

TEST_CASE("no coding that was made in either copy is lost in merging, and none is there twice") {
    rc::prop("codings of both", [] {
        auto story = *stories(2, support::kHappenings);
        // Corrections may take passages away, and who has merged before may have removed what she got.
        std::erase_if(story, [](const auto& happening) {
            constexpr std::array kNot{support::kNewText, support::kCorrection, +support::kMergeNext,
                                      +support::kMergeAfterNext};
            return std::find(kNot.begin(), kNot.end(), std::get<1>(happening)) != kNot.end();
        });
        Copies copies(2, story, *a_seed());
        auto made = new_codings(copies.at(0), copies.origin());
        made.merge(new_codings(copies.at(1), copies.origin()));
        copies.merge(0, 1);
        const study::merging::Past past(copies.at(0));
        std::set<base::Guid> expected;
        for (const auto& guid : made) expected.insert(standing(past, guid));
        RC_ASSERT(new_codings(copies.at(0), copies.origin()) == expected);
    });
}
