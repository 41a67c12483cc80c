// SPDX-License-Identifier: GPL-3.0-or-later
// How fast agreement is computed, against the figures that were asked for; docs/performance.md holds what it
// printed. Not part of all. Exits 1 where a figure is missed by more than half, which a busy machine does not
// explain.
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <ctime>
#include <random>
#include <string>

#include "analysis/agreement/agreement.h"
#include "analysis/agreement/disputes.h"
#include "analysis/agreement/unitizing.h"
#include "analysis/stability.h"

namespace {

using namespace analysis;
using C = Coefficient;

/// A study in which `coders` coded every source: passages of about 180 characters, codes drawn evenly.
model::Material generated(std::int64_t sources, std::int64_t codes, std::int64_t coders, std::int64_t codings,
                          std::int64_t length) {
    std::mt19937 random(7);
    const auto upto = [&](std::int64_t bound) {
        return std::uniform_int_distribution<std::int64_t>(0, bound - 1)(random);
    };
    model::Material material;
    std::vector<model::Code> list;
    for (std::int64_t i = 1; i <= codes; ++i) {
        model::Code code;
        code.id = {i};
        code.name = fmt::format("code {}", i);
        list.push_back(code);
    }
    material.codebook = model::Codebook(list);
    for (std::int64_t g = 1; g <= coders; ++g)
        material.coders.push_back({{g}, {}, fmt::format("coder {}", g)});
    for (std::int64_t s = 1; s <= sources; ++s) {
        model::CountedSource source;
        source.id = {s};
        source.length = length;
        for (std::int64_t g = 1; g <= coders; ++g) source.marks[{g}] = model::Mark::coded;
        for (std::int64_t i = 0; i < codings / sources / coders; ++i) {
            const std::int64_t code = 1 + upto(codes), begin = upto(length - 400), size = 20 + upto(320);
            for (std::int64_t g = 1; g <= coders; ++g) {
                if (upto(5) == 0) continue;
                const std::int64_t first = begin + upto(30);
                source.codings.push_back(
                    {{s * 1000000 + static_cast<std::int64_t>(source.codings.size()) + 1},
                     {code},
                     {g},
                     {first, first + size}});
            }
        }
        std::sort(source.codings.begin(), source.codings.end(), [](const auto& a, const auto& b) {
            return std::pair(a.code, a.span.begin) < std::pair(b.code, b.span.begin);
        });
        material.sources.push_back(std::move(source));
    }
    return material;
}

AgreementSpec spec_for(const model::Material& material, std::size_t replicates) {
    AgreementSpec spec;
    for (const auto& coder : material.coders) spec.coders.push_back({coder.id});
    spec.interval.replicates = replicates;
    spec.coefficients = {C::krippendorff_alpha_nominal, C::f1, C::percent_agreement};
    if (spec.coders.size() == 2) spec.coefficients.push_back(C::cohen_kappa);
    return spec;
}

class Bench {
  public:
    /// The processor's time of the best of some runs, against what was asked.
    template <class Run>
    void measure(const std::string& what, double asked, const Run& run) {
        double best = 1e9;
        for (int i = 0; i < 5; ++i) {
            const auto begin = std::clock();
            run();
            best = std::min(best, static_cast<double>(std::clock() - begin) * 1000 / CLOCKS_PER_SEC);
        }
        fmt::print("| {} | {:.3g} ms | {:.4g} ms |\n", what, best, asked);
        missed_ = missed_ || best > 1.5 * asked;
    }
    [[nodiscard]] bool missed() const { return missed_; }

  private:
    bool missed_ = false;
};

Ratings million_units() {
    std::mt19937 random(3);
    Ratings ratings(3, 5);
    for (int i = 0; i < 1000000; ++i) {
        const auto value = static_cast<Category>(random() % 5);
        std::array<Category, 3> row{value, value, value};
        for (auto& one : row) {
            if (random() % 4 == 0) one = static_cast<Category>(random() % 5);
        }
        ratings.add(row);
    }
    return ratings;
}

Continuum many_units(int units) {
    std::mt19937 random(5);
    Continuum continuum;
    for (int g = 0; g < 2; ++g) {
        auto& spans = continuum.observers.emplace_back();
        text::Position at = 0;
        for (int i = 0; i < units / 2; ++i) {
            at += 1 + static_cast<text::Position>(random() % 50);
            const auto end = at + 1 + static_cast<text::Position>(random() % 50);
            spans.push_back({{at, end}, 1 + static_cast<int>(random() % 5)});
            at = end;
        }
        continuum.length = std::max(continuum.length, at + 10);
    }
    return continuum;
}

}  // namespace

int main() {
    Bench bench;
    fmt::print("| what | measured | asked |\n|---|---|---|\n");
    const auto study = generated(150, 60, 2, 52000 * 5 / 4, 40000);
    std::size_t codings = 0;
    for (const auto& source : study.sources) codings += source.codings.size();
    auto spec = spec_for(study, 0);
    spec.analytic = false;
    bench.measure(fmt::format("α, F1, per cent, κ by character: 60 codes, 150 sources, {} codings", codings),
                  10, [&] { static_cast<void>(agreement(study, spec)); });
    spec = spec_for(study, 2000);
    bench.measure("the same with 2,000 samples of sources", 100,
                  [&] { static_cast<void>(agreement(study, spec)); });

    bench.measure("all disagreements with their effect on the matrix, and its stability", 100, [&] {
        const auto found = disputes(study, spec);
        static_cast<void>(stability(study, spec, found));
    });

    const auto large = generated(1000, 60, 4, 125000, 100000);
    codings = 0;
    for (const auto& source : large.sources) codings += source.codings.size();
    const auto large_spec = spec_for(large, 2000);
    bench.measure(
        fmt::format("1,000 sources, {} codings, 10^8 characters, 4 coders and all pairs, 2,000 samples",
                    codings),
        1000, [&] { static_cast<void>(agreement(large, large_spec)); });

    const Ratings ratings = million_units();
    const Scale scale = Scale::of_names(5);
    bench.measure("α of a million units x 3 coders", 20, [&] {
        static_cast<void>(value_of(C::krippendorff_alpha_nominal, sums_of(ratings), scale));
    });
    const Continuum continuum = many_units(20000);
    bench.measure("u, |u, cu, (k)u of 20,000 units", 50, [&] {
        std::vector<double> columns(unitizing_columns(5));
        if (add_continuum(continuum, 5, columns)) static_cast<void>(unitizing(columns, 5));
    });
    return bench.missed() ? 1 : 0;
}
