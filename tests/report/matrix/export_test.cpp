// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/matrix/export.h"

#include <catch2/catch.hpp>

#include "report/matrix/counting_words.h"

namespace {

model::Material anna_and_bram() {
    model::Material material;
    material.coders = {{{1}, {}, "Anna"}, {{2}, {}, "Bram"}};
    material.attributes = {{{1}, {}, "age", model::AttributeType::number}};
    material.sources.emplace_back();
    material.sources[0].codings = {{{1}, {1}, {1}, {0, 10}}};
    return material;
}

}  // namespace

TEST_CASE("What an axis is called reads as the same axis") {
    const auto material = anna_and_bram();
    for (const auto* text : {"codes", "dimensions", "role", "participant", "triad", "source", "coder", "age",
                             "age:12-15,16-18,60"}) {
        CHECK(report::axis_text(analysis::Axis::parse(text, material)) == text);
    }
}

TEST_CASE("Without a choice codings are the settled ones, or anybody's where there are none") {
    auto material = anna_and_bram();
    CHECK(report::whose_text(report::default_whose(material), material) == "any");
    material.sources[0].codings[0].layer = model::kSettledLayer;
    CHECK(report::whose_text(report::default_whose(material), material) == "settled");
    CHECK(report::whose_text({analysis::Whose::Kind::one, {2}}, material) == "Bram");
}

TEST_CASE("Each value that is counted has a word, and an unknown word the value that is asked for") {
    CHECK(report::word_of(report::kCountWords, analysis::Count::words) == "words");
    CHECK(report::value_of_word(report::kCountWords, "words", analysis::Count::triads) ==
          analysis::Count::words);
    CHECK(report::value_of_word(report::kCountWords, "bananas", analysis::Count::triads) ==
          analysis::Count::triads);
}
