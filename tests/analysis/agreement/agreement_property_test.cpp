// SPDX-License-Identifier: GPL-3.0-or-later
#include <rapidcheck.h>
#include <catch2/catch.hpp>
#include <cmath>
#include <random>

#include "analysis/agreement/agreement.h"
#include "analysis/agreement/krippendorff.h"
#include "analysis/agreement/naive_agreement.h"
#include "analysis/random_material.h"

using namespace analysis;
using C = Coefficient;

namespace {

/// Sources mostly coded, so that there is something to compare.
model::Material random_study(std::mt19937& random) {
    model::Material material = random_material(random);
    for (auto& source : material.sources) {
        for (const auto& coder : material.coders) {
            if (random() % 5 > 0) source.marks[coder.id].mark = model::Mark::coded;
        }
        model::sort_rounds(source);
    }
    return material;
}

AgreementSpec spec_for(const model::Material& material, std::size_t coders, bool rounds = false) {
    AgreementSpec spec;
    for (const auto& coder : material.coders) {
        if (spec.coders.size() < coders) spec.coders.push_back({coder.id});
    }
    // Rounds of one coder, or of several, compare like coders.
    if (rounds && spec.coders.size() >= 2)
        spec.coders = {{spec.coders[0].coder, 1}, {spec.coders[0].coder, 2}, spec.coders[1]};
    spec.interval.replicates = 20;
    spec.coefficients = {C::krippendorff_alpha_nominal,
                         C::percent_agreement,
                         C::f1,
                         C::gwet_ac1,
                         C::fleiss_kappa,
                         C::cohen_kappa};
    return spec;
}

bool same(const Figure& figure, double naive) {
    if (std::isnan(naive)) return !figure.defined();
    return figure.defined() && std::abs(figure.value - naive) < 1e-9;
}

std::vector<Figure> figures_of(const AgreementReport& report) {
    std::vector<Figure> figures;
    for (const auto& row : report.rows) {
        for (const auto& one : row.figures) figures.push_back(one.value);
    }
    return figures;
}

bool same(const std::vector<Figure>& a, const std::vector<Figure>& b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i].lack != b[i].lack) return false;
        if (a[i].defined() && std::abs(a[i].value - b[i].value) > 1e-9) return false;
    }
    return true;
}

bool prove(const std::string& what, const std::function<void(std::mt19937&)>& property) {
    return rc::check(what, [&] {
        // At full size from the first case on: rapidcheck begins with tiny seeds, and those are few.
        std::mt19937 random(
            *rc::gen::noShrink(rc::gen::resize(rc::kNominalSize, rc::gen::arbitrary<std::uint32_t>())));
        property(random);
    });
}

}  // namespace

TEST_CASE("run lengths give what every character by itself gives") {
    CHECK(prove("as naive", [](std::mt19937& random) {
        const auto material = random_study(random);
        const auto spec = spec_for(material, 2 + random() % 2, random() % 2 == 0);
        if (spec.coders.size() < 2) return;
        const auto report = agreement(material, spec);
        for (const auto& row : report.rows) {
            if (row.by != AgreementBy::code) continue;
            const auto units = agreement_test::characters_of(material, spec, {row.id});
            RC_ASSERT(same(row.figures[0].value, agreement_test::naive_alpha(units)));
            RC_ASSERT(same(row.figures[1].value, agreement_test::naive_percent(units)));
            RC_ASSERT(same(row.figures[2].value, agreement_test::naive_f1(units)));
            RC_ASSERT(same(row.figures[3].value, agreement_test::naive_ac1(units)));
            RC_ASSERT(same(row.figures[4].value, agreement_test::naive_fleiss(units)));
            if (spec.coders.size() == 2)
                RC_ASSERT(same(row.figures[5].value, agreement_test::naive_kappa(units)));
        }
    }));
}

TEST_CASE("agreement is symmetric: the order of coders changes nothing") {
    CHECK(prove("symmetric", [](std::mt19937& random) {
        const auto material = random_study(random);
        auto spec = spec_for(material, 3);
        if (spec.coders.size() < 2) return;
        spec.coefficients.push_back(C::span_any_f1);
        spec.coefficients.push_back(C::span_iou50_f1);
        const auto before = figures_of(agreement(material, spec));
        std::reverse(spec.coders.begin(), spec.coders.end());
        RC_ASSERT(same(before, figures_of(agreement(material, spec))));
    }));
}

TEST_CASE("the names of codes and coders, and the order of sources, change nothing") {
    CHECK(prove("names", [](std::mt19937& random) {
        auto material = random_study(random);
        const auto spec = spec_for(material, 2);
        if (spec.coders.size() < 2) return;
        const auto before = figures_of(agreement(material, spec));
        for (auto& coder : material.coders) coder.name += " renamed";
        auto codes = material.codebook.codes();
        for (auto& code : codes) code.name += " renamed";
        material.codebook = model::Codebook(codes);
        std::reverse(material.sources.begin(), material.sources.end());
        RC_ASSERT(same(before, figures_of(agreement(material, spec))));
    }));
}

TEST_CASE("a passage split in two, or drawn twice, is the same coding of its characters") {
    CHECK(prove("split", [](std::mt19937& random) {
        auto material = random_study(random);
        const auto spec = spec_for(material, 2);
        if (spec.coders.size() < 2) return;
        const auto before = figures_of(agreement(material, spec));
        for (auto& source : material.sources) {
            std::vector<model::CountedCoding> codings;
            for (const auto& coding : source.codings) {
                codings.push_back(coding);
                if (coding.whole_source() || coding.span.length() < 2) continue;
                const auto middle = coding.span.begin + 1 +
                                    static_cast<text::Position>(
                                        random() % static_cast<std::uint32_t>(coding.span.length() - 1));
                if (random() % 2 == 0) codings.back().span.end = middle;
                codings.push_back(coding);
                codings.back().span.begin = middle;
            }
            source.codings = codings;
        }
        RC_ASSERT(same(before, figures_of(agreement(material, spec))));
    }));
}

TEST_CASE("no coefficient is above 1, and one coder who never uses a code has kappa 0 and alpha at most 0") {
    CHECK(prove("bounds", [](std::mt19937& random) {
        auto material = random_study(random);
        const auto spec = spec_for(material, 2);
        if (spec.coders.size() < 2) return;
        for (const Figure& figure : figures_of(agreement(material, spec))) {
            RC_ASSERT(!figure.defined() || figure.value <= 1 + 1e-12);
        }
        for (auto& source : material.sources) {
            std::erase_if(source.codings,
                          [&](const auto& coding) { return coding.coder == spec.coders[1].coder; });
        }
        for (const auto& row : agreement(material, spec).rows) {
            if (row.by != AgreementBy::code || !row.figures[5].value.defined()) continue;
            RC_ASSERT(row.figures[5].value.value == 0);
            RC_ASSERT(row.figures[0].value.value <= 1e-12);
        }
    }));
}

TEST_CASE("every unit, rule, row and method computes on every study without a fault") {
    CHECK(prove("all choices", [](std::mt19937& random) {
        const auto material = random_study(random);
        auto spec = spec_for(material, 2 + random() % 2);
        if (spec.coders.size() < 2) return;
        spec.unit = static_cast<Unit>(random() % 6);
        spec.rule = static_cast<UnitRule>(random() % 2);
        spec.by = static_cast<AgreementBy>(random() % 7);
        spec.cluster = static_cast<ClusterBy>(random() % 2);
        spec.trim = random() % 2 == 0;
        spec.analytic = spec.unit > Unit::word && random() % 2 == 0;
        spec.interval.method = static_cast<IntervalMethod>(random() % 4);
        spec.interval.least_clusters = random() % 4;
        spec.coefficients.clear();
        for (const auto& one : coefficients()) spec.coefficients.push_back(one.coefficient);
        const auto fives = [&](model::SourceId id, Unit) {
            std::vector<text::Span> units;
            for (const auto& source : material.sources) {
                for (text::Position at = 0; source.id == id && at + 4 <= source.length; at += 5)
                    units.push_back({at, at + 4});
            }
            return units;
        };
        for (const auto& row : agreement(material, spec, fives).rows) {
            RC_ASSERT(row.figures.size() == spec.coefficients.size());
            for (const auto& one : row.figures) {
                RC_ASSERT(one.value.defined() == std::isfinite(one.value.value));
                const bool sure = one.interval.lack == Lack::none;
                RC_ASSERT(!sure ||
                          (std::isfinite(one.interval.low) && one.interval.low <= one.interval.high));
            }
        }
    }));
}

TEST_CASE("alpha without a unit is what computing it anew without that unit gives, on every scale") {
    CHECK(prove("one left out", [](std::mt19937& random) {
        const int coders = 2 + static_cast<int>(random() % 3),
                  categories = 2 + static_cast<int>(random() % 5);
        Ratings ratings(coders, categories);
        for (auto i = 2 + random() % 10; i > 0; --i) {
            std::vector<Category> row;
            for (int g = 0; g < coders; ++g)
                row.push_back(static_cast<Category>(static_cast<int>(random() % (categories + 1U)) - 1));
            ratings.add(row, static_cast<double>(1 + random() % 3));
        }
        std::vector<double> values;
        for (int k = 0; k < categories; ++k) values.push_back(k * k + 0.5);
        const Ratings rows = joined(ratings);
        for (const auto level : {Level::ordinal, Level::interval, Level::ratio}) {
            const auto quick = krippendorff_without(rows, level, values);
            RC_ASSERT(quick.size() == rows.rows());
            std::vector<double> counts = rows.counts();
            for (std::size_t i = 0; i < rows.rows(); ++i) {
                counts[i] -= 1;
                Ratings rest = rows;
                rest.set_counts(counts);
                counts[i] += 1;
                const Figure anew = krippendorff(sums_of(rest), level, values).alpha();
                RC_ASSERT(quick[i].lack == anew.lack);
                if (anew.defined()) RC_ASSERT(std::abs(quick[i].value - anew.value) < 1e-9);
            }
        }
    }));
}
