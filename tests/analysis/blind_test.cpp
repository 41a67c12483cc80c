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

TEST_CASE("a coder sees others' codings and marks only on sources that the coder has marked as coded") {
    const auto builder = three_sources();
    const auto anna = builder.coder_id("anna");
    const auto seen = analysis::blinded(builder.material(), anna);
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

TEST_CASE("who has marked everything as coded sees everything") {
    const auto builder = three_sources();
    const auto seen = analysis::blinded(builder.material(), builder.coder_id("bert"));
    for (const auto& source : seen.sources) {
        CHECK(source.codings.size() == 3);
        CHECK(source.marks.size() == 3);
    }
}

TEST_CASE("a viewer without a name, and one who did nothing yet, see nobody's codings") {
    auto builder = three_sources();
    builder.coder("cora");
    for (const auto viewer : {model::CoderId{}, builder.coder_id("cora")}) {
        for (const auto& source : analysis::blinded(builder.material(), viewer).sources) {
            CHECK(source.codings.empty());
            CHECK(source.marks.empty());
        }
    }
}

TEST_CASE("what somebody settled under a name is the settled layer's, not that coder's own") {
    const auto anna = model::CoderId{7};
    const std::map<model::CoderId, Mark> busy{{anna, Mark::coding}};
    CHECK_FALSE(analysis::sees_coding(anna, model::kSettledLayer, busy, anna));
    CHECK(analysis::sees_coding(anna, model::kFirstRound, busy, anna));
    CHECK_FALSE(analysis::sees_coding({8}, model::kFirstRound, busy, anna));
    CHECK(analysis::sees_coding({8}, model::kFirstRound, {{anna, Mark::coded}}, anna));
    CHECK_FALSE(analysis::sees_coding({}, model::kSettledLayer, {{{}, Mark::coded}}, {}));
}
