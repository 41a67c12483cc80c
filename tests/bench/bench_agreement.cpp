// SPDX-License-Identifier: GPL-3.0-or-later
// How fast agreement is computed, against the figures that were asked for and beside what Debian offers in
// the same run; docs/performance.md holds what it printed. Not part of all. Exits 1 where a figure is missed
// by more than half, which a busy machine does not explain, and where another program gets another value.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <string>

#include "analysis/agreement/agreement.h"
#include "analysis/agreement/disputes.h"
#include "analysis/agreement/unit_ratings.h"
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
    double measure(const std::string& what, double asked, const Run& run) {
        double best = 1e9;
        for (int i = 0; i < 5; ++i) {
            const auto begin = std::clock();
            run();
            best = std::min(best, static_cast<double>(std::clock() - begin) * 1000 / CLOCKS_PER_SEC);
        }
        fmt::print("| {} | {:.3g} ms | {:.4g} ms |\n", what, best, asked);
        missed_ = missed_ || best > 1.5 * asked;
        return best;
    }
    [[nodiscard]] bool missed() const { return missed_; }

  private:
    bool missed_ = false;
};

/// What other programs make of the same data, in the same run. They are scripts beside this file; one that is
/// not installed is told.
class Others {
  public:
    Others() {
        std::string pattern = (std::filesystem::temp_directory_path() / "agreement-XXXXXX").string();
        folder_ = ::mkdtemp(pattern.data());
    }
    ~Others() { std::filesystem::remove_all(folder_); }
    Others(const Others&) = delete;
    Others& operator=(const Others&) = delete;

    void write(const std::string& name, const std::string& bytes) const {
        std::ofstream(folder_ / name, std::ios::binary) << bytes;
    }

    /// Ours by the name of what was computed: milliseconds and value.
    bool compare(const std::map<std::string, std::pair<double, double>>& ours) const {
        fmt::print("\n| what | with | its ms | ours, ms | times |\n|---|---|---|---|---|\n");
        bool same = true;
        for (const char* command : {"/usr/bin/python3 {0}/tests/bench/agreement_others.py {1}",
                                    "Rscript --vanilla {0}/tests/bench/agreement_others.R {1}"}) {
            const std::string file = (folder_ / "out").string();
            const std::string run =
                fmt::format(fmt::runtime(command), TRIALOGUE_SOURCE_DIR, folder_.string());
            if (std::system((run + " >" + file).c_str()) != 0) fmt::print("| SKIPPED: {} |\n", run);
            std::ifstream lines(file);
            std::string what, tool, time, value;
            while (lines >> what >> tool >> time >> value) {
                if (time == "-") {
                    fmt::print("| SKIPPED: {} is not installed |\n", tool);
                    continue;
                }
                const auto [own, expected] = ours.at(what);
                fmt::print("| {} | {} | {} | {:.3g} | {:.0f} |\n", what, tool, time, own,
                           std::stod(time) / own);
                if (std::abs(std::stod(value) - expected) > 1e-9) {
                    fmt::print("{} computes {} where we have {:.12g}\n", tool, value, expected);
                    same = false;
                }
            }
        }
        return same;
    }

  private:
    std::filesystem::path folder_;
};

std::string bytes_of(const Ratings& ratings, std::size_t rows) {
    std::string bytes;
    for (std::size_t i = 0; i < rows; ++i) {
        for (const Category value : ratings.row(i)) bytes += static_cast<char>(value);
    }
    return bytes;
}

/// What two coders marked of a million characters, in 20,000 passages each.
std::vector<std::vector<ValuedSpan>> marked_characters() {
    std::mt19937 random(11);
    std::vector<std::vector<ValuedSpan>> coders(2);
    for (text::Position at = 0; at + 50 < 1000000; at += 50) {
        const auto begin = at + static_cast<text::Position>(random() % 10);
        for (auto& spans : coders)
            spans.push_back({{begin + static_cast<text::Position>(random() % 5),
                              begin + 10 + static_cast<text::Position>(random() % 20)},
                             1});
    }
    return coders;
}

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

    // The same data, each by its own coefficient.
    Others others;
    std::map<std::string, std::pair<double, double>> ours;
    const Ratings few = [&] {
        Ratings first(3, 5);
        for (std::size_t i = 0; i < 10000; ++i) first.add(ratings.row(i));
        return first;
    }();
    const Ratings pair = [&] {
        Ratings first(2, 5);
        for (std::size_t i = 0; i < ratings.rows(); ++i) first.add(ratings.row(i).first(2));
        return first;
    }();
    Figure value = Lack::no_overlap;
    const auto own = [&](const std::string& what, const std::string& words, double asked, const auto& run) {
        const double time = bench.measure(words, asked, run);
        ours[what] = {time, value.value};
    };
    own("alpha10k", "α of 10,000 units x 3 coders", 1,
        [&] { value = value_of(C::krippendorff_alpha_nominal, sums_of(few), scale); });
    own("fleiss", "Fleiss' κ of a million units x 3 coders", 20,
        [&] { value = value_of(C::fleiss_kappa, sums_of(ratings), scale); });
    own("kappa", "Cohen's κ of a million units", 20,
        [&] { value = value_of(C::cohen_kappa, sums_of(pair), scale); });
    const auto marks = marked_characters();
    own("characters", "Cohen's κ of a million characters, 20,000 passages each", 10, [&] {
        RatingSums sums;
        sums.reset(2, 2);
        const std::array<MarkedSpans, 2> coders{&marks[0], &marks[1]};
        rate_characters(coders, 1000000,
                        [&](std::span<const Category> row, double count) { sums.add(row, count); });
        value = value_of(C::cohen_kappa, sums, Scale::of_names(2));
    });
    others.write("ratings3", bytes_of(ratings, ratings.rows()));
    others.write("ratings10k", bytes_of(few, few.rows()));
    std::string characters(2000000, '\0');
    for (std::size_t g = 0; g < 2; ++g) {
        for (const auto& one : marks[g]) {
            for (auto at = one.span.begin; at < one.span.end; ++at)
                characters[2 * static_cast<std::size_t>(at) + g] = 1;
        }
    }
    others.write("marks2", characters);
    const bool same = others.compare(ours);
    return bench.missed() || !same ? 1 : 0;
}
