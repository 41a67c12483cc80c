// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/attribution.h"

#include <catch2/catch.hpp>

#include "analysis/material_builder.h"

using analysis::attributed;
using analysis::Attribution;

namespace {

/// The names of those to whom the only coding of the only source belongs.
std::vector<std::string> owners(const MaterialBuilder& builder, Attribution rule = Attribution::most) {
    const model::Material material = builder.material();
    const auto& source = material.sources.at(0);
    std::vector<std::string> names;
    for (const auto id : attributed(source, source.codings.at(0), rule)) {
        for (const auto& participant : material.participants) {
            if (participant.id == id) names.push_back(participant.name);
        }
    }
    return names;
}

/// A joint interview: the interviewer 0–10, Els 10–30, Job 30–50, the interviewer 50–60, together 60–80,
/// Job 80–90.
MaterialBuilder joint_interview() {
    MaterialBuilder builder;
    builder.participant("Els").participant("Job").participant("Mia").source("s", {"Els", "Job", "Mia"});
    builder.turn("s", "", 10).turn("s", "Els", 20).turn("s", "Job", 20).turn("s", "", 10);
    builder.turn("s", "Els+Job", 20).turn("s", "Job", 10);
    return builder;
}

std::vector<std::string> owners_of(text::Position begin, text::Position end,
                                   Attribution rule = Attribution::most) {
    MaterialBuilder builder = joint_interview();
    builder.coding("s", "code", begin, end);
    return owners(builder, rule);
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("A coding belongs to the participant whose turns it overlaps most") {
    CHECK(owners_of(12, 20) == Names{"Els"});
    CHECK(owners_of(25, 36) == Names{"Job"});
    CHECK(owners_of(24, 35) == Names{"Els"});
}

TEST_CASE("Turns of one participant are added up") {
    // Els 12 in one turn, Job 10 + 10 around what they say together.
    MaterialBuilder builder;
    builder.participant("Els").participant("Job").source("s", {"Els", "Job"});
    builder.turn("s", "Job", 10).turn("s", "Els", 12).turn("s", "Job", 10);
    builder.coding("s", "code", 0, 32);
    CHECK(owners(builder) == Names{"Job"});
}

TEST_CASE("A question within the passage changes nothing, however long it is") {
    CHECK(owners_of(0, 12) == Names{"Els"});
    CHECK(owners_of(49, 60) == Names{"Job"});
}

TEST_CASE("On a tie the coding belongs to the first of them in the text") {
    CHECK(owners_of(20, 40) == Names{"Els"});
    MaterialBuilder builder;
    builder.participant("Els").participant("Job").source("s", {"Els", "Job"});
    builder.turn("s", "Job", 10).turn("s", "Els", 10).coding("s", "code", 0, 20);
    CHECK(owners(builder) == Names{"Job"});
}

TEST_CASE("A joint turn belongs to all who speak in it") {
    CHECK(owners_of(62, 70) == Names{"Els", "Job"});
    CHECK(owners_of(52, 70) == Names{"Els", "Job"});
    // What one of them adds alone decides.
    CHECK(owners_of(62, 82) == Names{"Job"});
}

TEST_CASE("Who is equal only by a later joint turn does not share what another began") {
    MaterialBuilder builder;
    builder.participant("Els").participant("Job").source("s", {"Els", "Job"});
    builder.turn("s", "Els", 5).turn("s", "Els+Job", 10).turn("s", "Job", 5).coding("s", "code", 0, 20);
    CHECK(owners(builder) == Names{"Els"});
}

TEST_CASE("By 'each' a coding belongs to every participant whose turns it overlaps") {
    CHECK(owners_of(25, 36, Attribution::each) == Names{"Els", "Job"});
    CHECK(owners_of(12, 20, Attribution::each) == Names{"Els"});
    CHECK(owners_of(52, 70, Attribution::each) == Names{"Els", "Job"});
}

TEST_CASE("Spans that only touch a turn do not meet it") {
    CHECK(owners_of(30, 50, Attribution::each) == Names{"Job"});
    CHECK(owners_of(50, 60, Attribution::each).empty());
}

TEST_CASE("A coding that meets no participant's turn belongs to nobody") {
    CHECK(owners_of(2, 8).empty());
    CHECK(owners_of(95, 99).empty());
    CHECK(owners_of(2, 8, Attribution::each).empty());
}

TEST_CASE("In a source with one participant everything is that participant's, also a question") {
    MaterialBuilder builder;
    builder.participant("Els").source("s", {"Els"}).turn("s", "", 10).turn("s", "Els", 10);
    builder.coding("s", "code", 2, 8);
    CHECK(owners(builder) == Names{"Els"});
    CHECK(owners(builder, Attribution::each) == Names{"Els"});
}

TEST_CASE("In a source with one participant and without turns everything is that participant's") {
    MaterialBuilder builder;
    builder.participant("Els").source("s", {"Els"}).coding("s", "code", 2, 8);
    CHECK(owners(builder) == Names{"Els"});
}

TEST_CASE("In a source without participants a coding belongs to nobody") {
    MaterialBuilder builder;
    builder.source("s", {}).turn("s", "", 20).coding("s", "code", 2, 8);
    CHECK(owners(builder).empty());
    MaterialBuilder whole;
    whole.source("s", {}).whole("s", "code");
    CHECK(owners(whole).empty());
}

TEST_CASE("A judgement of the whole source belongs to all its participants") {
    MaterialBuilder builder = joint_interview();
    builder.whole("s", "code");
    CHECK(owners(builder) == Names{"Els", "Job", "Mia"});
    CHECK(owners(builder, Attribution::each) == Names{"Els", "Job", "Mia"});
}
