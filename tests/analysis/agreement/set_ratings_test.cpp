// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/agreement/set_ratings.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>
#include <cmath>
#include <random>
#include <set>

#include "analysis/agreement/agreement.h"
#include "analysis/agreement/naive_agreement.h"
#include "analysis/material_builder.h"
#include "analysis/random_material.h"

using namespace analysis;
using C = Coefficient;

namespace {

AgreementSpec spec_of(model::CoderId first, model::CoderId second) {
    AgreementSpec spec;
    spec.coders = {{first}, {second}};
    spec.by = AgreementBy::dimension;
    spec.coefficients = {C::krippendorff_alpha_jaccard, C::krippendorff_alpha_masi,
                         C::krippendorff_alpha_nominal};
    spec.interval.replicates = 20;
    return spec;
}

/// Alpha by its definition, pair by pair of ratings; NaN where there is none.
double naive_alpha(const std::vector<std::vector<std::optional<std::set<int>>>>& units, bool masi) {
    const auto distance = [&](const std::set<int>& a, const std::set<int>& b) {
        if (a == b) return 0.0;
        double both = 0;
        for (const int one : a) both += b.contains(one) ? 1 : 0;
        const auto smaller = static_cast<double>(std::min(a.size(), b.size()));
        const double jaccard = both / (static_cast<double>(a.size() + b.size()) - both);
        if (!masi) return 1 - jaccard;
        return 1 - jaccard * (both == smaller ? 2.0 / 3 : both > 0 ? 1.0 / 3 : 0);
    };
    double observed = 0, expected = 0;
    std::map<std::set<int>, double> all;
    double ratings = 0;
    for (const auto& unit : units) {
        std::vector<std::set<int>> given;
        for (const auto& one : unit) {
            if (one) given.push_back(*one);
        }
        if (given.size() < 2) continue;
        for (const auto& a : given) {
            ++all[a];
            ++ratings;
            for (const auto& b : given) observed += distance(a, b) / static_cast<double>(given.size() - 1);
        }
    }
    for (const auto& [a, n] : all) {
        for (const auto& [b, m] : all) expected += n * m * distance(a, b);
    }
    return expected > 0 ? 1 - (ratings - 1) * observed / expected : std::nan("");
}

}  // namespace

TEST_CASE("alpha of sets is what NLTK computes, and counts what the two gave together") {
    // What each gave ten sources.
    const std::vector<std::string> first{"a", "ab", "b", "", "abc", "c", "bc", "a", "", "b"},
        second{"a", "a", "bc", "", "ab", "c", "a", "ab", "c", "b"};
    MaterialBuilder study;
    study.participant("p", "JIM", "T1").coder("anna").coder("bram").exclusive("D");
    for (const char* code : {"D/a", "D/b", "D/c"}) study.code(code);
    for (std::size_t i = 0; i < first.size(); ++i) {
        const std::string source = "s" + std::to_string(i);
        study.source(source, {"p"}).mark(source, "anna", model::Mark::coded);
        study.mark(source, "bram", model::Mark::coded);
        for (const char code : first[i]) study.coding(source, std::string("D/") + code, 0, 90, "anna");
        for (const char code : second[i]) study.coding(source, std::string("D/") + code, 5, 60, "bram");
    }
    auto spec = spec_of(study.coder_id("anna"), study.coder_id("bram"));
    spec.unit = Unit::source;
    spec.rule = UnitRule::majority;
    const auto report = agreement(study.material(), spec);
    REQUIRE(report.rows.size() == 1);
    const auto& row = report.rows[0];
    CHECK(row.figures[0].value.value == Approx(0.4797619047619047).epsilon(1e-12));
    // NLTK's AnnotationTask with exact thirds.
    CHECK(row.figures[1].value.value == Approx(0.42167780252412734).epsilon(1e-12));
    // One value at each place there is not; what was marked is told all the same.
    CHECK(row.figures[2].value.lack == Lack::overlapping);
    CHECK(row.units == 10);
    CHECK(row.marked == std::vector<double>{8, 9});
    CHECK(row.both == 8);
    CHECK(row.neither == 1);
    CHECK(row.telling == 9);
}

TEST_CASE("distances of sets are those of the papers, and of two empty sets there is none") {
    CHECK(jaccard_distance({1, 2, 3, 4}, {3, 4, 5}).value == Approx(0.6));
    CHECK(masi_distance({1, 2, 3, 4}, {3, 4, 5}).value == Approx(0.8666666666666667));
    CHECK(masi_distance({1, 2}, {2}).value == Approx(1 - 0.5 * 2 / 3));
    CHECK(masi_distance({1}, {}).value == 1);
    CHECK(masi_distance({1, 2}, {1, 2}).value == 0);
    CHECK_FALSE(jaccard_distance({}, {}).defined());
    CHECK_FALSE(masi_distance({}, {}).defined());
}

TEST_CASE("alpha of sets by runs is what every character by itself gives") {
    CHECK(rc::check("sets", [] {
        std::mt19937 random(
            *rc::gen::noShrink(rc::gen::resize(rc::kNominalSize, rc::gen::arbitrary<std::uint32_t>())));
        model::Material material = random_material(random);
        for (auto& source : material.sources) {
            for (const auto& coder : material.coders) {
                if (random() % 5 > 0) source.marks[coder.id] = model::Mark::coded;
            }
        }
        if (material.coders.size() < 2) return;
        const auto spec = spec_of(material.coders[0].id, material.coders[1].id);
        const auto& codebook = material.codebook;
        for (const auto& row : agreement(material, spec).rows) {
            std::vector<std::vector<std::optional<std::set<int>>>> units;
            int value = 0;
            const auto take = [&](model::CodeId code) {
                const auto written = agreement_test::characters_of(material, spec, code);
                units.resize(written.size(), std::vector<std::optional<std::set<int>>>(2));
                for (std::size_t i = 0; i < written.size(); ++i) {
                    for (std::size_t g = 0; g < 2; ++g) {
                        if (written[i][g] < 0) continue;
                        if (!units[i][g]) units[i][g].emplace();
                        if (written[i][g] == 1) units[i][g]->insert(value);
                    }
                }
            };
            for (const auto child : codebook.children({row.id})) {
                ++value;
                for (const auto& code : codebook.codes()) {
                    if (codebook.is_within(code.id, child)) take(code.id);
                }
            }
            ++value;
            take({row.id});
            for (const bool masi : {false, true}) {
                const double naive = naive_alpha(units, masi);
                const auto& figure = row.figures[masi ? 1 : 0].value;
                RC_ASSERT(figure.defined() == !std::isnan(naive));
                if (figure.defined()) RC_ASSERT(std::abs(figure.value - naive) < 1e-9);
            }
        }
    }));
}
