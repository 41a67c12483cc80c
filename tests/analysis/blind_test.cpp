// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/blind.h"

#include <catch2/catch.hpp>

#include "analysis/material_builder.h"

using model::Mark;

namespace {

/// Three sources with a coding by Anna, by Bert and of the settled layer each; Anna has marked the first as
/// coded, is busy with the second, and has not begun with the third.
MaterialBuilder three_sources() {
    MaterialBuilder builder;
    builder.participant("moeder");
    for (const char* source : {"klaar", "bezig", "nieuw"}) {
        builder.source(source, {"moeder"});
        for (const char* coder : {"anna", "bert", ""}) {
            builder.coding(source, "Rechten/Afspraken", 2, 8, coder);
            builder.mark(source, coder, Mark::coded);
        }
    }
    builder.mark("bezig", "anna", Mark::coding);
    builder.mark("nieuw", "anna", Mark::to_do);
    return builder;
}

const model::CountedSource& source_of(const model::Material& material, const std::string& name) {
    for (const auto& source : material.sources) {
        if (source.name == name) return source;
    }
    throw std::out_of_range(name);
}

}  // namespace

TEST_CASE("a coder sees others' codings and marks only on sources that both have marked as coded") {
    const auto builder = three_sources();
    const auto anna = builder.coder_id("anna");
    const auto seen = analysis::blinded(builder.material(), {anna});
    CHECK(source_of(seen, "klaar").codings.size() == 3);
    CHECK(source_of(seen, "klaar").marks.size() == 3);
    for (const char* name : {"bezig", "nieuw"}) {
        CAPTURE(name);
        const auto& source = source_of(seen, name);
        REQUIRE(source.codings.size() == 1);
        CHECK(source.codings[0].coder == anna);
        CHECK(source.codings[0].layer != model::kSettledLayer);
        REQUIRE(source.marks.size() == 1);
        CHECK(source.marks.begin()->first == anna);
    }
    CHECK(source_of(seen, "bezig").marks.at(anna) == Mark::coding);
}

TEST_CASE("who has finished does not see the work of a coder who has not") {
    const auto builder = three_sources();
    const auto bert = builder.coder_id("bert");
    const auto seen = analysis::blinded(builder.material(), {bert});
    CHECK(source_of(seen, "klaar").codings.size() == 3);
    for (const char* name : {"bezig", "nieuw"}) {
        CAPTURE(name);
        const auto& source = source_of(seen, name);
        CHECK(source.codings.size() == 2);
        for (const auto& coding : source.codings)
            CHECK((coding.coder == bert || coding.layer == model::kSettledLayer));
        CHECK_FALSE(source.marks.contains(builder.coder_id("anna")));
        CHECK(source.marks.size() == 2);
    }
}

TEST_CASE("who sees all sees all, whoever has finished") {
    const auto builder = three_sources();
    for (const auto coder : {model::CoderId{}, builder.coder_id("anna")}) {
        for (const auto& source : analysis::blinded(builder.material(), {coder, true}).sources) {
            CHECK(source.codings.size() == 3);
            CHECK(source.marks.size() == 3);
        }
    }
}

TEST_CASE("a viewer without a name, and one who did nothing yet, see nobody's codings") {
    auto builder = three_sources();
    builder.coder("cora");
    for (const auto viewer : {model::CoderId{}, builder.coder_id("cora")}) {
        for (const auto& source : analysis::blinded(builder.material(), {viewer}).sources) {
            CHECK(source.codings.empty());
            CHECK(source.marks.empty());
        }
    }
}

TEST_CASE("what somebody settled under a name is the settled layer's, not that coder's own") {
    const model::CoderId anna{7}, bert{8};
    const model::Marks busy{{anna, Mark::coding}};
    CHECK_FALSE(analysis::sees({anna}, anna, model::kSettledLayer, busy));
    CHECK(analysis::sees({anna}, anna, model::kFirstRound, busy));
    CHECK_FALSE(analysis::sees({anna}, bert, model::kFirstRound, busy));
    CHECK(analysis::sees({anna}, {}, model::kSettledLayer, {{anna, Mark::coded}}));
    CHECK_FALSE(analysis::sees({}, {}, model::kSettledLayer, {{{}, Mark::coded}}));
}

TEST_CASE(
    "a coder who codes once more sees neither the round before nor others' work until that is finished") {
    const model::CoderId anna{7}, bert{8};
    model::Marks marks{{anna, {Mark::coding, 2}}, {bert, Mark::coded}};
    CHECK(analysis::sees({anna}, anna, 2, marks));
    CHECK_FALSE(analysis::sees({anna}, anna, 1, marks));
    CHECK_FALSE(analysis::sees({anna}, bert, 1, marks));
    // The round that she has finished may be seen by who has finished too.
    CHECK(analysis::sees({bert}, anna, 1, marks));
    CHECK_FALSE(analysis::sees({bert}, anna, 2, marks));
    CHECK_FALSE(analysis::sees_work({bert}, anna, marks));
    marks[anna] = {Mark::coded, 2};
    for (const model::Layer layer : {1, 2}) {
        CHECK(analysis::sees({anna}, anna, layer, marks));
        CHECK(analysis::sees({bert}, anna, layer, marks));
    }
    CHECK(analysis::sees({anna}, bert, 1, marks));
    CHECK(analysis::sees_work({bert}, anna, marks));
}

TEST_CASE("what was decided is hidden where the settled layer is") {
    auto material = three_sources().material();
    for (const auto& source : material.sources) {
        model::Settlement settlement;
        settlement.source = source.id;
        material.settlements.push_back(settlement);
    }
    const auto anna = three_sources().coder_id("anna");
    const auto seen = analysis::blinded(material, {anna});
    REQUIRE(seen.settlements.size() == 1);
    CHECK(seen.settlements[0].source == source_of(seen, "klaar").id);
}
