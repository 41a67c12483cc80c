// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/agreement/trend.h"

#include <catch2/catch.hpp>

#include "analysis/material_builder.h"

using namespace analysis;
using model::Mark;

namespace {

constexpr int kSources = 12;

/// Twelve sources that both have finished; on the first six the coders mark different passages, on the last
/// six the same.
MaterialBuilder learning() {
    MaterialBuilder builder;
    builder.participant("moeder");
    for (int i = 0; i < kSources; ++i) {
        const std::string name = fmt::format("s{:02}", i);
        builder.source(name, {"moeder"});
        builder.coding(name, "Steun", 0, 10, "anna");
        const int begin = i < kSources / 2 ? 5 : 0;
        builder.coding(name, "Steun", begin, begin + 10, "bert");
        builder.mark(name, "anna", Mark::coded);
        builder.mark(name, "bert", Mark::coded);
    }
    return builder;
}

AgreementSpec spec_of(const MaterialBuilder& builder) {
    AgreementSpec spec;
    spec.coders = {{builder.coder_id("anna")}, {builder.coder_id("bert")}};
    spec.coefficients = {Coefficient::f1};
    return spec;
}

std::vector<FinishedSource> one_after_the_other(const model::Material& material) {
    std::vector<FinishedSource> finished;
    for (const auto& source : material.sources)
        finished.push_back({source.id, 1000 + static_cast<std::int64_t>(finished.size()),
                            static_cast<std::int64_t>(finished.size())});
    return finished;
}

}  // namespace

TEST_CASE("the trend shows how coders came to agree, and what that makes of all so far") {
    const auto builder = learning();
    const auto& material = builder.material();
    const auto steps = trend(material, spec_of(builder), one_after_the_other(material), 4);
    REQUIRE(steps.size() == 4);
    std::vector<double> here, so_far;
    for (const auto& step : steps) {
        CHECK(step.sources.size() == 3);
        here.push_back(step.here.value.value);
        so_far.push_back(step.so_far.value.value);
    }
    // Of two passages of ten characters five are common: 2 · 5 / 20.
    CHECK(here[0] == Approx(0.5));
    CHECK(here[1] == Approx(0.5));
    CHECK(here[2] == Approx(1));
    CHECK(here[3] == Approx(1));
    CHECK(so_far[0] == here[0]);
    CHECK(so_far[2] == Approx((6 * 5 + 3 * 10) * 2 / (9 * 20.0)));
    CHECK(so_far[3] == Approx(agreement(material, spec_of(builder)).rows.back().figures.front().value.value));
    CHECK(steps[1].from == 1003);
    CHECK(steps[1].to == 1005);
}

TEST_CASE("sources come in the order in which they were finished, whatever their names") {
    const auto builder = learning();
    const auto& material = builder.material();
    auto finished = one_after_the_other(material);
    for (auto& one : finished) one.order = -one.order;
    const auto steps = trend(material, spec_of(builder), finished, 2);
    REQUIRE(steps.size() == 2);
    CHECK(steps[0].here.value.value == Approx(1));
    CHECK(steps[1].here.value.value == Approx(0.5));
}

TEST_CASE("what was finished together is one step, also where that makes fewer steps") {
    const auto builder = learning();
    const auto& material = builder.material();
    auto finished = one_after_the_other(material);
    for (auto& one : finished) one.order = 7;
    CHECK(trend(material, spec_of(builder), finished, 5).size() == 1);
    finished.front().order = 1;
    const auto steps = trend(material, spec_of(builder), finished, 5);
    REQUIRE(steps.size() == 2);
    CHECK(steps[0].sources.size() + steps[1].sources.size() == kSources);
    CHECK(trend(material, spec_of(builder), {}, 5).empty());
}
