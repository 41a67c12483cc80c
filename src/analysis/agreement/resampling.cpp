// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/agreement/resampling.h"

#include <algorithm>
#include <cmath>

#include "analysis/agreement/distributions.h"

namespace analysis {

namespace {

/// The values of one figure in all samples where it has one, and how many have none.
struct Samples {
    std::vector<double> values;
    std::size_t undefined = 0;
};

/// An interval of percentiles needs samples with a value: at least this share of all.
constexpr double kEnough = 0.5;
constexpr double kRounding = 1e-12;

std::vector<Samples> draw(const ClusterTable& table, const Evaluate& evaluate, std::size_t figures,
                          const IntervalSpec& spec) {
    std::vector<Samples> samples(figures);
    for (auto& one : samples) one.values.reserve(spec.replicates);
    Dice dice(spec.seed);
    std::vector<double> times(table.clusters()), sums(table.columns());
    std::vector<Figure> values(figures, Figure(Lack::no_overlap));
    for (std::size_t i = 0; i < spec.replicates; ++i) {
        std::fill(times.begin(), times.end(), 0);
        for (std::size_t k = 0; k < table.clusters(); ++k) times[dice.below(table.clusters())] += 1;
        std::fill(sums.begin(), sums.end(), 0);
        for (std::size_t cluster = 0; cluster < table.clusters(); ++cluster) {
            const double often = times[cluster];
            if (often == 0) continue;
            const double* row = table.row(cluster).data();
            double* sum = sums.data();
            for (std::size_t column = 0; column < table.columns(); ++column)
                sum[column] += often * row[column];
        }
        evaluate(sums, values);
        for (std::size_t f = 0; f < figures; ++f) {
            if (values[f].defined()) {
                samples[f].values.push_back(values[f].value);
            } else {
                ++samples[f].undefined;
            }
        }
    }
    return samples;
}

/// The value below which the share p lies, between neighbours in proportion; reorders the values.
double quantile(std::vector<double>& values, double p) {
    const auto last = static_cast<double>(values.size() - 1);
    const double place = std::clamp(p * static_cast<double>(values.size() + 1) - 1, 0.0, last);
    const auto below = values.begin() + static_cast<std::ptrdiff_t>(place);
    std::nth_element(values.begin(), below, values.end());
    const double part = place - std::floor(place);
    if (part == 0) return *below;
    return *below + part * (*std::min_element(below + 1, values.end()) - *below);
}

double share_below(const std::vector<double>& values, double limit) {
    const auto below =
        std::count_if(values.begin(), values.end(), [&](double value) { return value < limit; });
    return static_cast<double>(below) / static_cast<double>(values.size());
}

/// The two shares between which the interval lies.
std::array<double, 2> shares(const IntervalSpec& spec, const std::vector<double>& values, double value,
                             double acceleration, std::size_t telling) {
    const double tail = (1 - spec.level) / 2;
    if (spec.method == IntervalMethod::expanded) {
        // The spread of samples is too small by (k - 1) / k, and its ends are those of a normal variable
        // whose variance is known.
        const auto k = static_cast<double>(telling);
        const double expanded = normal_below(std::sqrt(k / (k - 1)) * t_quantile(tail, k - 1));
        return {expanded, 1 - expanded};
    }
    if (spec.method == IntervalMethod::percentile) return {tail, 1 - tail};
    const auto n = static_cast<double>(values.size());
    const double bias = normal_quantile(std::clamp(share_below(values, value), 1 / n, 1 - 1 / n));
    const auto adjusted = [&](double share) {
        const double z = bias + normal_quantile(share);
        return normal_below(bias + z / (1 - acceleration * z));
    };
    return {adjusted(tail), adjusted(1 - tail)};
}

void set_bounds(Interval& interval, const IntervalSpec& spec, Samples& samples, double value,
                double acceleration) {
    const auto enough = kEnough * static_cast<double>(spec.replicates);
    if (samples.values.empty() || static_cast<double>(samples.values.size()) < enough) {
        interval.lack = Lack::no_interval;
        return;
    }
    for (std::size_t i = 0; i < kTargets.size(); ++i) {
        interval.missing[i] = share_below(samples.values, kTargets[i]);
    }
    if (spec.method == IntervalMethod::jackknife) {
        const double t = t_quantile((1 + spec.level) / 2, static_cast<double>(interval.telling - 1));
        interval.low = std::max(-1.0, value - t * interval.error);
        interval.high = std::min(1.0, value + t * interval.error);
        return;
    }
    const auto [low, high] = shares(spec, samples.values, value, acceleration, interval.telling);
    interval.low = quantile(samples.values, low);
    interval.high = quantile(samples.values, high);
}

}  // namespace

std::uint64_t Dice::below(std::uint64_t bound) {
    // The last, incomplete round of numbers is thrown again, so that none has a better chance.
    const std::uint64_t rest = (~std::uint64_t{0} % bound + 1) % bound;
    for (;;) {
        const std::uint64_t number = engine_();
        if (number <= ~std::uint64_t{0} - rest) return number % bound;
    }
}

const Coverage95& coverage_near(std::size_t clusters) {
    const auto distance = [&](const Coverage95& one) {
        return std::abs(std::log(static_cast<double>(std::max<std::size_t>(1, clusters)) /
                                 static_cast<double>(one.clusters)));
    };
    return *std::min_element(
        kCoverage.begin(), kCoverage.end(),
        [&](const Coverage95& a, const Coverage95& b) { return distance(a) < distance(b); });
}

std::array<double, 2> missing_by_error(double value, double error) {
    std::array<double, 2> shares{};
    for (std::size_t i = 0; i < kTargets.size(); ++i) shares[i] = normal_below((kTargets[i] - value) / error);
    return shares;
}

std::vector<double> column_sums(const ClusterTable& table) {
    std::vector<double> sums(table.columns());
    for (std::size_t cluster = 0; cluster < table.clusters(); ++cluster) {
        const auto row = table.row(cluster);
        for (std::size_t column = 0; column < row.size(); ++column) sums[column] += row[column];
    }
    return sums;
}

std::vector<Jackknife> jackknife(const ClusterTable& table, const Evaluate& evaluate, std::size_t figures) {
    const auto sums = column_sums(table);
    std::vector<std::vector<double>> values(figures);
    std::vector<double> rest(sums.size());
    std::vector<Figure> without(figures, Figure(Lack::no_overlap));
    for (std::size_t cluster = 0; cluster < table.clusters(); ++cluster) {
        const auto row = table.row(cluster);
        std::transform(sums.begin(), sums.end(), row.begin(), rest.begin(), std::minus<>());
        evaluate(rest, without);
        for (std::size_t f = 0; f < figures; ++f) {
            if (without[f].defined()) values[f].push_back(without[f].value);
        }
    }
    std::vector<Jackknife> results(figures);
    for (std::size_t f = 0; f < figures; ++f) {
        const auto n = static_cast<double>(values[f].size());
        if (n < 2) continue;
        double mean = 0, squares = 0, cubes = 0;
        for (const double value : values[f]) mean += value / n;
        for (const double value : values[f]) {
            squares += (mean - value) * (mean - value);
            cubes += (mean - value) * (mean - value) * (mean - value);
        }
        results[f].error = std::sqrt((n - 1) / n * squares);
        if (squares > 0) results[f].acceleration = cubes / (6 * std::pow(squares, 1.5));
    }
    return results;
}

std::vector<Interval> intervals(const ClusterTable& table, const Evaluate& evaluate,
                                std::span<const std::size_t> telling, const IntervalSpec& spec) {
    const std::size_t figures = telling.size();
    std::vector<Figure> values(figures, Figure(Lack::no_overlap));
    evaluate(column_sums(table), values);
    if (spec.replicates == 0) {
        Interval none;
        none.lack = Lack::no_interval;
        return std::vector<Interval>(figures, none);
    }
    const auto left_out = jackknife(table, evaluate, figures);
    auto samples = draw(table, evaluate, figures, spec);
    std::vector<Interval> results(figures);
    for (std::size_t f = 0; f < figures; ++f) {
        Interval& interval = results[f];
        interval.error = left_out[f].error;
        interval.telling = telling[f];
        interval.undefined = samples[f].undefined;
        interval.lack = values[f].lack;
        if (!values[f].defined()) continue;
        if (telling[f] < std::max<std::size_t>(2, spec.least_clusters)) {
            interval.lack = Lack::too_few;
        } else if (values[f].value > 1 - kRounding) {
            interval.lack = Lack::no_difference;
        } else {
            set_bounds(interval, spec, samples[f], values[f].value, left_out[f].acceleration);
        }
    }
    return results;
}

}  // namespace analysis
