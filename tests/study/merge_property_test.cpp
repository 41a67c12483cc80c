// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whatever is done in copies of a study: merged in any order, and again, they hold the same.
#include <rapidcheck.h>
#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include "study/checking.h"
#include "study/codings.h"
#include "study/copies.h"
#include "study/copying.h"
#include "study/history.h"
#include "study/random_edits.h"
#include "study/temporary_study.h"

using study::Access;
using study::History;
using study::Study;
using support::difference;
using support::merge_in;
using support::TemporaryStudy;
using support::told;

namespace {

using Things = std::vector<std::pair<int, int>>;

/// A study that several people have a copy of.
void fill(TemporaryStudy& study) {
    const auto one =
        study.add_source("T1", "I: Hoe gaat het met je?\nM: Goed hoor, dank je wel.\nI: Fijn.\n");
    const auto two = study.add_source("T2", "I: En met u?\nM: Ook goed, al was het een lange week.\n");
    const auto dimension = study.add_code("n0");
    const auto code = study.add_code("n1", dimension);
    study.add_code("n2");
    study.add_coding(one, {2, 8}, code, "Anna");
    study.add_coding(two, {3, 9}, dimension, "settled");
}

/// A copy in which those things were done.
std::filesystem::path copy_with(const Study& study, const std::string& name, const Things& things) {
    const auto path = study.path().parent_path() / (name + ".trialogue");
    study::copy_to(study, path);
    const auto copy = Study::open(path, Access::write);
    for (const auto& [what, which] : things) support::do_something(*copy, what, which);
    return path;
}

std::unique_ptr<Study> fresh(const Study& study, const std::string& name) {
    return Study::open(copy_with(study, name, {}), Access::write);
}

rc::Gen<Things> some_things() {
    // Corrections of one text in several copies are another test's: the second may be refused.
    return rc::gen::container<Things>(
        rc::gen::pair(rc::gen::inRange(0, support::kThings - 1), rc::gen::inRange(0, 60)));
}

/// The same without removing codes, sources and people: what two copies removed cannot tell a third one, that
/// uses it, where it stood.
rc::Gen<Things> some_things_but_removals() {
    return rc::gen::map(some_things(), [](Things things) {
        constexpr std::array kRemovals{3, 4, 6, 9};
        std::erase_if(things, [&](const auto& thing) {
            return std::find(kRemovals.begin(), kRemovals.end(), thing.first) != kRemovals.end();
        });
        return things;
    });
}

}  // namespace

TEST_CASE("merging two copies gives the same whichever is merged first, and again changes nothing") {
    rc::prop("A + B + C is A + C + B", [] {
        TemporaryStudy study;
        fill(study);
        const auto mine = *some_things(), second = *some_things(), third = *some_things_but_removals();
        const auto b = copy_with(*study, "b", second);
        const auto c = copy_with(*study, "c", third);
        for (const auto& [what, which] : mine) support::do_something(*study, what, which);
        const auto other = fresh(*study, "other");
        merge_in(*study, b);
        merge_in(*study, c);
        merge_in(*other, c);
        merge_in(*other, b);
        RC_ASSERT(difference(told(*study), told(*other)) == "");
        RC_ASSERT(study::check(*study) == std::vector<std::string>{});
        const auto revision = study->revision();
        merge_in(*study, b);
        merge_in(*study, c);
        RC_ASSERT(study->revision() == revision);
    });
}

TEST_CASE("merging one copy into the other gives the same in both directions") {
    rc::prop("A + B is B + A", [] {
        TemporaryStudy study;
        fill(study);
        const auto mine = *some_things(), second = *some_things();
        const auto b = copy_with(*study, "b", second);
        for (const auto& [what, which] : mine) support::do_something(*study, what, which);
        const auto mine_as_it_was = copy_with(*study, "mine", {});
        merge_in(*study, b);
        const auto other = Study::open(b, Access::write);
        merge_in(*other, mine_as_it_was);
        RC_ASSERT(difference(told(*study), told(*other)) == "");
    });
}

TEST_CASE("a merge is undone as a whole, comes again as a whole, and is there again when merged once more") {
    rc::prop("undo, redo, undo, merge", [] {
        TemporaryStudy study;
        fill(study);
        const auto mine = *some_things(), second = *some_things();
        const auto b = copy_with(*study, "b", second);
        for (const auto& [what, which] : mine) support::do_something(*study, what, which);
        const auto before = support::rows_of(*study);
        const auto revision = study->revision();
        merge_in(*study, b);
        if (study->revision() == revision) return;
        const auto merged = support::rows_of(*study);
        const auto merged_told = told(*study);
        History(*study).undo();
        RC_ASSERT(support::rows_of(*study) == before);
        History(*study).redo();
        RC_ASSERT(support::rows_of(*study) == merged);
        History(*study).undo();
        merge_in(*study, b);
        RC_ASSERT(difference(told(*study), merged_told) == "");
    });
}
