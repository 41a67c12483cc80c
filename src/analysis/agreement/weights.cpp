// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/agreement/weights.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace analysis {

namespace {

/// The table of 1 - distance^power, where distance is from 0 to 1.
std::vector<double> by_distance(const std::vector<double>& values, int power) {
    if (values.empty()) return {};
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    const double range = *high - *low;
    std::vector<double> table;
    for (const double x : values) {
        for (const double y : values) {
            const double distance = range > 0 ? std::abs(x - y) / range : 0;
            table.push_back(1 - (power == 2 ? distance * distance : distance));
        }
    }
    return table;
}

}  // namespace

Weights::Weights(int categories, std::vector<double> table)
    : categories_(categories),
      table_(std::move(table)),
      total_(std::accumulate(table_.begin(), table_.end(), 0.0)) {}

Weights Weights::identity(int categories) {
    std::vector<double> table(static_cast<std::size_t>(categories * categories), 0);
    for (int k = 0; k < categories; ++k) table[static_cast<std::size_t>(k * categories + k)] = 1;
    return {categories, std::move(table)};
}

Weights Weights::linear(const std::vector<double>& values) {
    return {static_cast<int>(values.size()), by_distance(values, 1)};
}

Weights Weights::quadratic(const std::vector<double>& values) {
    return {static_cast<int>(values.size()), by_distance(values, 2)};
}

Weights Weights::from_disagreements(int categories, const std::vector<double>& disagreements) {
    const double most =
        disagreements.empty() ? 0 : *std::max_element(disagreements.begin(), disagreements.end());
    std::vector<double> table;
    for (const double one : disagreements) table.push_back(most > 0 ? 1 - one / most : 1);
    return {categories, std::move(table)};
}

std::vector<double> positions(int categories) {
    std::vector<double> values(static_cast<std::size_t>(categories));
    std::iota(values.begin(), values.end(), 0.0);
    return values;
}

}  // namespace analysis
