// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/axis.h"

#include <catch2/catch.hpp>

#include "analysis/crosstab.h"
#include "analysis/material_builder.h"
#include "base/error.h"

using analysis::Axis;
using model::AttributeType;

namespace {

MaterialBuilder people() {
    MaterialBuilder builder;
    builder.attribute("Leeftijd", AttributeType::number).attribute("Fase: begin", AttributeType::text);
    builder.attribute("geslacht", AttributeType::text).attribute("pleegzorg", AttributeType::boolean);
    builder.participant("A", "JIM", "T10").participant("B", "ouder", "T2").participant("C");
    builder.value("A", "Leeftijd", "9").value("B", "Leeftijd", "15.5").value("C", "Leeftijd", "10");
    builder.value("A", "geslacht", "vrouw").value("B", "geslacht", "Man").value("C", "geslacht", "man");
    builder.value("A", "pleegzorg", "true").value("B", "pleegzorg", "false");
    builder.role("hulpverlener").code("Rechten/Afspraken");
    return builder;
}

std::string error_of(const std::string& text) {
    try {
        (void)Axis::parse(text, people().material());
    } catch (const base::Error& error) {
        CHECK(error.kind() == base::ErrorKind::bad_input);
        return std::string(error.what()) + " " + error.hint();
    }
    return {};
}

std::vector<std::string> labels(const std::string& axis, std::vector<analysis::Where> where = {}) {
    analysis::CrosstabSpec spec;
    const auto material = people().material();
    spec.columns = Axis::parse(axis, material);
    spec.where = std::move(where);
    std::vector<std::string> names;
    for (const auto& item : analysis::crosstab(material, spec).columns) names.push_back(item.label);
    return names;
}

using Labels = std::vector<std::string>;

}  // namespace

TEST_CASE("Axes are named by their kind, whatever the case") {
    const auto material = people().material();
    CHECK(Axis::parse("codes", material).kind == Axis::Kind::codes);
    CHECK(Axis::parse("dimensions", material).kind == Axis::Kind::dimensions);
    CHECK(Axis::parse("Role", material).kind == Axis::Kind::role);
    CHECK(Axis::parse(" participant ", material).kind == Axis::Kind::participant);
    CHECK(Axis::parse("triad", material).kind == Axis::Kind::triad);
    CHECK(Axis::parse("source", material).kind == Axis::Kind::source);
    CHECK(Axis::parse("coder", material).kind == Axis::Kind::coder);
}

TEST_CASE("An attribute is an axis under its own name, which may hold a colon") {
    const auto material = people().material();
    const Axis age = Axis::parse("leeftijd", material);
    CHECK(age.kind == Axis::Kind::attribute);
    CHECK(age.attribute == "Leeftijd");
    CHECK(Axis::parse("fase: begin", material).attribute == "Fase: begin");
}

TEST_CASE("Ranges of a number attribute are read with both ends, negative ones too") {
    const Axis axis = Axis::parse("leeftijd:12-15, 16-18.5 ,-5--1,99", people().material());
    REQUIRE(axis.bins.size() == 4);
    CHECK(axis.bins[0].low == 12);
    CHECK(axis.bins[0].high == 15);
    CHECK(axis.bins[0].label == "12-15");
    CHECK(axis.bins[1].high == 18.5);
    CHECK(axis.bins[2].low == -5);
    CHECK(axis.bins[2].high == -1);
    CHECK(axis.bins[3].low == 99);
    CHECK(axis.bins[3].high == 99);
}

TEST_CASE("An unknown axis is refused with what there is") {
    const std::string message = error_of("gender");
    CHECK(message.find("gender") != std::string::npos);
    CHECK(message.find("dimensions") != std::string::npos);
    CHECK(message.find("Leeftijd") != std::string::npos);
    CHECK_FALSE(error_of("").empty());
    CHECK_FALSE(error_of("gender:1-2").empty());
}

TEST_CASE("Ranges that are none, that overlap, or of texts are refused") {
    CHECK_FALSE(error_of("leeftijd:").empty());
    CHECK_FALSE(error_of("leeftijd:12-").empty());
    CHECK_FALSE(error_of("leeftijd:-").empty());
    CHECK_FALSE(error_of("leeftijd:15-12").empty());
    CHECK_FALSE(error_of("leeftijd:12-15,,16-18").empty());
    CHECK_FALSE(error_of("leeftijd:12-nan").empty());
    CHECK(error_of("leeftijd:12-15,15-18").find("overlap") != std::string::npos);
    CHECK_FALSE(error_of("geslacht:1-2").empty());
}

TEST_CASE("Numbers stand by value, texts by name without case, and the rest last") {
    CHECK(labels("leeftijd") == Labels{"9", "10", "15.5"});
    CHECK(labels("geslacht") == Labels{"Man", "vrouw"});
    CHECK(labels("fase: begin") == Labels{"(none)"});
    CHECK(labels("pleegzorg").back() == "(none)");
    CHECK(labels("pleegzorg").size() == 3);
}

TEST_CASE("Values outside the ranges are not dropped") {
    CHECK(labels("leeftijd:9-10,16-18") == Labels{"9-10", "16-18", "(other)"});
    CHECK(labels("leeftijd:9-20") == Labels{"9-20"});
}

TEST_CASE("Roles and triads stand in their own order, those without them last and only if there are some") {
    CHECK(labels("role") == Labels{"JIM", "ouder", "hulpverlener", "(none)"});
    CHECK(labels("triad") == Labels{"T10", "T2", "(none)"});
    CHECK(labels("role", {{"role", "JIM"}, {"role", "ouder"}}) == Labels{"JIM", "ouder", "hulpverlener"});
}

TEST_CASE("What the filter empties vanishes; what never had anybody stays") {
    CHECK(labels("participant", {{"geslacht", "MAN"}}) == Labels{"B", "C"});
    CHECK(labels("role", {{"triad", "T2"}}) == Labels{"ouder", "hulpverlener"});
}
