// SPDX-License-Identifier: GPL-3.0-or-later
// How often an interval holds the true value: simulated studies of two coders, from which docs/agreement.md
// takes its table and analysis::kCoverage its figures. Not part of all; runs for minutes.
//     bench_coverage [STUDIES [SAMPLES [KIND]]]
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "analysis/agreement/coefficient.h"
#include "analysis/agreement/distributions.h"
#include "analysis/agreement/resampling.h"

namespace {

using analysis::Coefficient;
using analysis::Figure;

/// The four cells of one code in one source: neither, second only, first only, both.
using Cells = std::array<double, 4>;

/// How often a code occurs: passages a source, how much sources differ in it, and passages of one coder
/// alone.
struct Kind {
    const char* name;
    double passages, evenness;
};
constexpr std::array<Kind, 3> kKinds{{{"common", 5, 2}, {"middle", 1, 1}, {"rare", 0.25, 0.5}}};
constexpr std::array<int, 6> kClusters{6, 10, 19, 40, 80, 150};

/// Sources differ in length, in how often the code occurs and in how well the coders find it; passages differ
/// in length, and the coders' bounds of the same passage differ.
Cells simulated_source(const Kind& kind, std::mt19937_64& random) {
    std::lognormal_distribution<double> text(std::log(6000.0), 0.4), passage(std::log(180.0), 0.7);
    std::gamma_distribution<double> frequency(kind.evenness, 1 / kind.evenness);
    std::normal_distribution<double> skill(0, 0.7);
    std::uniform_real_distribution<double> chance(0, 1);
    const auto logistic = [](double x) { return 1 / (1 + std::exp(-x)); };
    const double length = text(random), mean = kind.passages * frequency(random);
    const double first_finds = logistic(1.6 + skill(random)), second_finds = logistic(1.3 + skill(random));
    const auto number = [&](double expected) {
        return expected > 0 ? std::poisson_distribution<int>(expected)(random) : 0;
    };
    Cells cells{};
    for (int i = number(mean); i > 0; --i) {
        const double characters = passage(random);
        const bool first = chance(random) < first_finds, second = chance(random) < second_finds;
        if (first && second) {
            const double both = characters * (0.6 + 0.4 * chance(random)), share = chance(random);
            cells[3] += both;
            cells[1] += (characters - both) * share;
            cells[2] += (characters - both) * (1 - share);
        } else {
            cells[first ? 2 : 1] += first || second ? characters : 0;
        }
    }
    for (int i = number(0.05 * mean); i > 0; --i) cells[2] += passage(random);
    for (int i = number(0.1 * mean); i > 0; --i) cells[1] += passage(random);
    cells[0] = std::max(0.0, length - cells[1] - cells[2] - cells[3]);
    for (double& cell : cells) cell = std::round(cell);
    return cells;
}

class Alpha {
  public:
    Figure operator()(std::span<const double> cells) {
        sums_.reset(2, 2);
        constexpr std::array<std::array<analysis::Category, 2>, 4> kRows{{{0, 0}, {0, 1}, {1, 0}, {1, 1}}};
        for (std::size_t i = 0; i < 4; ++i) sums_.add(kRows[i], cells[i]);
        return analysis::value_of(Coefficient::krippendorff_alpha_nominal, sums_, scale_);
    }

  private:
    analysis::RatingSums sums_;
    analysis::Scale scale_ = analysis::Scale::of_names(2);
};

struct Bounds {
    double low, high;
};

double quantile(std::vector<double> values, double p) {
    std::sort(values.begin(), values.end());
    const double place = std::clamp(p * static_cast<double>(values.size() + 1) - 1, 0.0,
                                    static_cast<double>(values.size() - 1));
    const auto below = static_cast<std::size_t>(place);
    const double part = place - std::floor(place);
    return part == 0 ? values[below] : values[below] + part * (values[below + 1] - values[below]);
}

/// Intervals that Trialogue does not offer, to compare with those that it does.
class Others {
  public:
    Others(const std::vector<Cells>& sources, std::size_t samples, std::uint64_t seed)
        : sources_(sources), samples_(samples), random_(seed) {}

    /// Bootstrap-t with the standard error of the infinitesimal jackknife in each sample (Efron & Tibshirani
    /// 1993).
    std::optional<Bounds> studentised() {
        const std::vector<double> once(sources_.size(), 1);
        const Figure value = alpha_(sum(once));
        const double error = error_of(once);
        std::vector<double> ratios;
        for (std::size_t i = 0; i < samples_; ++i) {
            std::vector<double> times(sources_.size(), 0);
            for (std::size_t k = 0; k < times.size(); ++k) times[random_() % times.size()] += 1;
            const Figure sample = alpha_(sum(times));
            if (!sample.defined()) continue;
            if (const double its_error = error_of(times); its_error > 0)
                ratios.push_back((sample.value - value.value) / its_error);
        }
        if (ratios.size() * 2 < samples_) return std::nullopt;
        return Bounds{value.value - quantile(ratios, 0.975) * error,
                      value.value - quantile(ratios, 0.025) * error};
    }

    /// Percentiles with weights from a flat Dirichlet distribution (Rubin 1981).
    std::optional<Bounds> bayesian() {
        std::exponential_distribution<double> weight(1);
        std::vector<double> values;
        for (std::size_t i = 0; i < samples_; ++i) {
            std::vector<double> times(sources_.size());
            for (double& one : times) one = weight(random_);
            if (const Figure sample = alpha_(sum(times)); sample.defined()) values.push_back(sample.value);
        }
        if (values.size() * 2 < samples_) return std::nullopt;
        return Bounds{quantile(values, 0.025), quantile(values, 0.975)};
    }

  private:
    [[nodiscard]] Cells sum(const std::vector<double>& times) const {
        Cells sum{};
        for (std::size_t i = 0; i < times.size(); ++i) {
            for (std::size_t c = 0; c < 4; ++c) sum[c] += times[i] * sources_[i][c];
        }
        return sum;
    }

    double error_of(const std::vector<double>& times) {
        const Cells cells = sum(times);
        const Figure value = alpha_(cells);
        const double step = 1e-7 * (cells[0] + cells[1] + cells[2] + cells[3]);
        Cells slope{};
        for (std::size_t c = 0; c < 4; ++c) {
            Cells moved = cells;
            moved[c] += step;
            slope[c] = (alpha_(moved).value - value.value) / step;
        }
        double squares = 0, mean = 0;
        const auto n = static_cast<double>(times.size());
        for (std::size_t i = 0; i < times.size(); ++i) {
            double influence = 0;
            for (std::size_t c = 0; c < 4; ++c) influence += slope[c] * sources_[i][c];
            squares += times[i] * influence * influence;
            mean += times[i] * influence / n;
        }
        return std::sqrt(std::max(0.0, squares - n * mean * mean) * n / (n - 1));
    }

    const std::vector<Cells>& sources_;
    std::size_t samples_;
    std::mt19937_64 random_;
    Alpha alpha_;
};

/// How one method did.
struct Score {
    const char* name;
    int held = 0, given = 0;
    double width = 0;

    void add(const std::optional<Bounds>& bounds, double truth) {
        if (!bounds) return;
        ++given;
        held += bounds->low <= truth && truth <= bounds->high ? 1 : 0;
        width += std::min(1.0, bounds->high) - std::max(-1.0, bounds->low);
    }
    [[nodiscard]] std::string shown() const {
        return given == 0 ? "–" : fmt::format("{:.0f} ({:.2f})", 100.0 * held / given, width / given);
    }
};

/// The mean over so many sources is the true value.
double true_alpha(const Kind& kind, std::mt19937_64& random) {
    Cells sum{};
    for (int i = 0; i < 400000; ++i) {
        const Cells cells = simulated_source(kind, random);
        for (std::size_t c = 0; c < 4; ++c) sum[c] += cells[c];
    }
    return Alpha{}(sum).value;
}

std::optional<Bounds> offered(const std::vector<Cells>& sources, analysis::IntervalMethod method,
                              std::size_t telling, std::size_t samples, std::uint64_t seed) {
    analysis::ClusterTable table(sources.size(), 4);
    for (std::size_t i = 0; i < sources.size(); ++i)
        std::copy(sources[i].begin(), sources[i].end(), table.row(i).begin());
    analysis::IntervalSpec spec;
    spec.method = method;
    spec.replicates = samples;
    spec.seed = seed;
    Alpha alpha;
    const auto interval = analysis::intervals(
        table,
        [&](std::span<const double> columns, std::span<Figure> figures) { figures[0] = alpha(columns); },
        std::array{telling}, spec)[0];
    if (interval.lack != analysis::Lack::none) return std::nullopt;
    return Bounds{interval.low, interval.high};
}

void simulate(const Kind& kind, int clusters, double truth, int studies, std::size_t samples,
              std::mt19937_64& random) {
    using analysis::IntervalMethod;
    std::array<Score, 6> scores{
        {{"expanded"}, {"percentile"}, {"bca"}, {"jackknife"}, {"studentised"}, {"bayesian"}}};
    int without = 0;
    for (int study = 0; study < studies; ++study) {
        std::vector<Cells> sources;
        std::size_t telling = 0;
        for (int i = 0; i < clusters; ++i) {
            sources.push_back(simulated_source(kind, random));
            telling += sources.back()[1] + sources.back()[2] + sources.back()[3] > 0 ? 1 : 0;
        }
        const std::uint64_t seed = random();
        const auto first = offered(sources, IntervalMethod::expanded, telling, samples, seed);
        if (!first) {
            ++without;
            continue;
        }
        scores[0].add(first, truth);
        scores[1].add(offered(sources, IntervalMethod::percentile, telling, samples, seed), truth);
        scores[2].add(offered(sources, IntervalMethod::bca, telling, samples, seed), truth);
        scores[3].add(offered(sources, IntervalMethod::jackknife, telling, samples, seed), truth);
        Others others(sources, samples, seed);
        scores[4].add(others.studentised(), truth);
        scores[5].add(others.bayesian(), truth);
    }
    std::string line = fmt::format("| {} | {} |", kind.name, clusters);
    for (const Score& score : scores) line += " " + score.shown() + " |";
    fmt::print("{} {:.0f} |\n", line, 100.0 * without / studies);
    std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
    const int studies = argc > 1 ? std::atoi(argv[1]) : 2000;
    const std::size_t samples = argc > 2 ? static_cast<std::size_t>(std::atoi(argv[2])) : 999;
    fmt::print(
        "{} studies a line, {} samples each: times in 100 that an interval of 95% held the truth (mean "
        "width).\n\n",
        studies, samples);
    fmt::print(
        "| code | sources | expanded | percentile | BCa | jackknife t | studentised | Bayesian | none, in "
        "100 |\n");
    fmt::print("|---|---|---|---|---|---|---|---|---|\n");
    for (const Kind& kind : kKinds) {
        if (argc > 3 && std::string(argv[3]) != kind.name) continue;
        std::mt19937_64 random(1);
        const double truth = true_alpha(kind, random);
        for (const int clusters : kClusters) simulate(kind, clusters, truth, studies, samples, random);
    }
    return 0;
}
