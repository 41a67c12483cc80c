// SPDX-License-Identifier: GPL-3.0-or-later
//
// The rules of docs/two-coders.md for coders, participants, roles and attributes, one test each.
#include <catch2/catch.hpp>

#include "study/coders.h"
#include "study/codings.h"
#include "study/participants.h"
#include "study/reproducible.h"
#include "study/sources.h"
#include "study/two_copies.h"
#include "study/verbs/coders.h"
#include "study/verbs/people.h"

using study::Edit;
using study::Study;
using support::remarks;
using support::Reproducible;
using support::TwoCopies;

namespace {

using namespace study::verbs;

constexpr std::int64_t kThen = 1'800'001'000;

/// Two copies that hold a mother with an age, who speaks in the source.
struct WithMother : TwoCopies {
    WithMother() {
        here([&](Edit& edit) {
            mother = ensure_participant(edit, "T1_moeder", "ouder", "T1");
            age = ensure_attribute(edit, "leeftijd", model::AttributeType::number);
            set_attribute(edit, mother, age, "41");
            set_speaker(edit, source, "M", {text::SpeakerKind::participant, {mother}});
        });
        copy_again();
    }
    [[nodiscard]] std::vector<std::string> people() const {
        std::vector<std::string> names;
        for (const auto& one : study::participants::all(*study)) names.push_back(one.name);
        return names;
    }
    [[nodiscard]] std::string age_of_mother() const {
        return study::participants::all(*study).at(0).attributes.at(age);
    }

    model::ParticipantId mother;
    model::AttributeId age;
};

using Names = std::vector<std::string>;

Names coders(const Study& study) {
    Names names;
    for (const auto& one : study::coders::all(study)) names.push_back(one.name);
    return names;
}

}  // namespace

TEST_CASE("a coder whom one copy renamed has the new name, with all her codings") {
    TwoCopies two;
    const auto anna = study::coders::resolve(*two.study, "Anna").id;
    two.there([&](Edit& edit) { rename_coder(edit, anna, "Anna de Wit"); });
    two.study.add_coding(two.source, {8, 12}, two.code, "Anna");
    two.merge();
    CHECK(coders(*two.study) == Names{"Anna de Wit"});
    for (const auto& one : study::codings::of_source(*two.study, two.source)) CHECK(one.coder == anna);
}

TEST_CASE("of two new names of a coder the later stands, and it is told") {
    Reproducible world(1);
    TwoCopies two;
    const auto anna = study::coders::resolve(*two.study, "Anna").id;
    const bool here_later = GENERATE(true, false);
    world.set_clock(kThen);
    two.there([&](Edit& edit) { rename_coder(edit, anna, "Anna Zwart"); });
    world.set_clock(kThen + (here_later ? 10 : -10));
    two.here([&](Edit& edit) { rename_coder(edit, anna, "Anna de Wit"); });
    const auto report = two.merge();
    CHECK(coders(*two.study) == Names{here_later ? "Anna de Wit" : "Anna Zwart"});
    CHECK_THAT(remarks(report), Catch::Contains("was changed in both copies"));
}

TEST_CASE("coders of one name who were made in both copies stay two, and it is told") {
    TwoCopies two;
    two.study.add_coding(two.source, {8, 12}, two.code, "Bram");
    two.there([&](Edit& edit) { ensure_coder(edit, "Bram"); });
    const auto report = two.merge();
    REQUIRE(coders(*two.study).size() == 3);
    CHECK_THAT(remarks(report), Catch::Contains("Two things are named “Bram”"));
}

TEST_CASE("a participant who was removed here goes, but stays where she was changed there later") {
    Reproducible world(1);
    WithMother two;
    const bool later = GENERATE(true, false);
    world.set_clock(kThen);
    two.here([&](Edit& edit) { remove_participant(edit, two.mother); });
    world.set_clock(kThen + (later ? 10 : -10));
    two.there([&](Edit& edit) { rename_participant(edit, two.mother, "T1_mama"); });
    two.merge();
    CHECK(two.people() == (later ? Names{"T1_mama"} : Names{}));
}

TEST_CASE("a participant who was removed here stays where she speaks in a source since, as she was known") {
    WithMother two;
    two.here([&](Edit& edit) { remove_participant(edit, two.mother); });
    two.there([&](Edit& edit) {
        const auto second = import_source(edit, support::draft_of("T2", "I: En u?\nM: Ook goed.\n"), false);
        set_speaker(edit, second.source, "M", {text::SpeakerKind::participant, {two.mother}});
    });
    const auto report = two.merge();
    CHECK(two.people() == Names{"T1_moeder"});
    CHECK_THAT(remarks(report), Catch::Contains("“T1_moeder” was deleted, but stays"));
    CHECK(two.age_of_mother() == "41");
}

TEST_CASE("of two values of an attribute of one person the later stands") {
    Reproducible world(1);
    WithMother two;
    const bool here_later = GENERATE(true, false);
    world.set_clock(kThen);
    two.there([&](Edit& edit) { set_attribute(edit, two.mother, two.age, "42"); });
    world.set_clock(kThen + (here_later ? 10 : -10));
    two.here([&](Edit& edit) { set_attribute(edit, two.mother, two.age, "43"); });
    two.merge();
    CHECK(two.age_of_mother() == (here_later ? "43" : "42"));
}

TEST_CASE("a value that both gave a person who had none is one") {
    WithMother two;
    model::AttributeId town;
    two.here([&](Edit& edit) { town = ensure_attribute(edit, "plaats", model::AttributeType::text); });
    two.copy_again();
    two.here([&](Edit& edit) { set_attribute(edit, two.mother, town, "Leiden"); });
    two.there([&](Edit& edit) { set_attribute(edit, two.mother, town, "Amsterdam"); });
    two.merge();
    // Nobody changed a value, so that the longer stands.
    CHECK(study::participants::all(*two.study).at(0).attributes.at(town) == "Amsterdam");
    CHECK(two.study->database().number("SELECT count(*) FROM attribute_value") == 2);
}

TEST_CASE("of two new colours of a role the later stands, and roles of one name made in both stay two") {
    Reproducible world(1);
    WithMother two;
    const auto parent = study::participants::roles(*two.study).at(0);
    world.set_clock(kThen);
    two.there([&](Edit& edit) {
        set_role_colour(edit, parent.id, "#111111");
        ensure_participant(edit, "T2_JIM", "jim", "T2");
    });
    world.set_clock(kThen + 10);
    two.here([&](Edit& edit) {
        set_role_colour(edit, parent.id, "#222222");
        ensure_participant(edit, "T3_JIM", "jim", "T3");
    });
    const auto report = two.merge();
    const auto roles = study::participants::roles(*two.study);
    REQUIRE(roles.size() == 3);
    CHECK(roles[0].colour == "#222222");
    CHECK_THAT(remarks(report), Catch::Contains("Two things are named “jim”"));
}
