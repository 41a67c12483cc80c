// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <random>
#include <span>
#include <vector>

#include "analysis/agreement/figure.h"

namespace analysis {

/// What each cluster (a source, a triad) has, in columns that add up: counts of rows of ratings, lengths.
class ClusterTable {
  public:
    ClusterTable(std::size_t clusters, std::size_t columns)
        : clusters_(clusters), columns_(columns), cells_(clusters * columns) {}

    [[nodiscard]] std::size_t clusters() const { return clusters_; }
    [[nodiscard]] std::size_t columns() const { return columns_; }
    [[nodiscard]] std::span<double> row(std::size_t cluster) {
        return {cells_.data() + cluster * columns_, columns_};
    }
    [[nodiscard]] std::span<const double> row(std::size_t cluster) const {
        return {cells_.data() + cluster * columns_, columns_};
    }

  private:
    std::size_t clusters_, columns_;
    std::vector<double> cells_;
};

/// Computes figures, always as many and in the same order, from the sums of the columns.
using Evaluate = std::function<void(std::span<const double> columns, std::span<Figure> figures)>;

/// How an interval is made of samples of clusters. docs/agreement.md prints how often each holds the truth.
enum class IntervalMethod {
    expanded,    ///< percentiles widened by t for the clusters that tell something (Hesterberg 2015)
    percentile,  ///< percentiles of the samples (Efron 1979)
    bca,         ///< bias-corrected and accelerated percentiles (Efron 1987)
    jackknife,   ///< value +- t times the error of leaving out one cluster at a time
};

struct IntervalSpec {
    IntervalMethod method = IntervalMethod::expanded;
    double level = 0.95;
    std::size_t replicates = 2000;  ///< 0: no intervals are asked for
    std::uint64_t seed = 1;
    /// With fewer clusters that tell something no interval is given.
    std::size_t least_clusters = 5;
};

/// The coefficients that a figure is measured against: below the first discard, below the second only
/// tentative (Krippendorff 2019).
inline constexpr std::array<double, 2> kTargets{0.667, 0.8};

/// How often, in per cent, the expanded interval of 95% of alpha held the true value in simulated studies
/// with so many clusters (tests/bench/bench_coverage.cpp): of a code that occurs in nearly every source, and
/// of one that occurs in every sixth, where it was in enough sources for an interval.
struct Coverage95 {
    std::size_t clusters;
    int common, rare;
};
inline constexpr std::array<Coverage95, 6> kCoverage{
    {{6, 95, 100}, {10, 95, 100}, {19, 95, 97}, {40, 93, 97}, {80, 94, 94}, {150, 95, 95}}};
/// The number of clusters that was simulated and is nearest in proportion.
[[nodiscard]] const Coverage95& coverage_near(std::size_t clusters);

/// The shares of normal variables below kTargets.
[[nodiscard]] std::array<double, 2> missing_by_error(double value, double error);

/// How sure a figure is, if the clusters are a sample of those there could be.
struct Interval {
    double low = 0, high = 0;
    Lack lack = Lack::none;           ///< why there is none
    double error = 0;                 ///< the standard error of the jackknife; 0 where it has none
    std::size_t telling = 0;          ///< clusters that tell something about the figure
    std::size_t undefined = 0;        ///< samples in which the figure has no value
    std::array<double, 2> missing{};  ///< the share of samples below each of kTargets
};

/// Whole numbers below a bound with equal chance, the same on every machine for the same seed.
class Dice {
  public:
    explicit Dice(std::uint64_t seed) : engine_(seed) {}
    [[nodiscard]] std::uint64_t below(std::uint64_t bound);

  private:
    std::mt19937_64 engine_;
};

/// An interval for each figure. `telling`, as many as figures: how many clusters tell something about it;
/// where a code was not used by anyone a source tells next to nothing about the agreement on it. Clusters are
/// drawn with replacement, the same for all figures. Costs: replicates x (clusters x columns + one
/// evaluation).
[[nodiscard]] std::vector<Interval> intervals(const ClusterTable& table, const Evaluate& evaluate,
                                              std::span<const std::size_t> telling, const IntervalSpec& spec);

/// The sums of the columns over all clusters.
[[nodiscard]] std::vector<double> column_sums(const ClusterTable& table);

/// Of figures by leaving out one cluster at a time; empty values where a figure is undefined without it.
struct Jackknife {
    double error = 0;         ///< standard error; 0 where there are fewer than two values
    double acceleration = 0;  ///< of BCa
};
[[nodiscard]] std::vector<Jackknife> jackknife(const ClusterTable& table, const Evaluate& evaluate,
                                               std::size_t figures);

}  // namespace analysis
