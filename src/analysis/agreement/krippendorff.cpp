// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/agreement/krippendorff.h"

#include <algorithm>

namespace analysis {

namespace {

double squared(double x) {
    return x * x;
}

/// n_k: the pairable ratings of each category.
std::vector<double> pairable_ratings(const RatingSums& sums) {
    std::vector<double> ratings(static_cast<std::size_t>(sums.categories));
    for (int k = 0; k < sums.categories; ++k) {
        for (int l = 0; l < sums.categories; ++l) {
            ratings[static_cast<std::size_t>(k)] += sums.coincidences[sums.cell(k, l)];
        }
    }
    return ratings;
}

double ordinal(const std::vector<double>& ratings, std::size_t c, std::size_t k) {
    const auto [low, high] = std::minmax(c, k);
    double between = -(ratings[c] + ratings[k]) / 2;
    for (std::size_t g = low; g <= high; ++g) between += ratings[g];
    return squared(between);
}

double distance(Level level, const std::vector<double>& ratings, const std::vector<double>& values,
                std::size_t c, std::size_t k) {
    if (c == k) return 0;
    switch (level) {
        case Level::nominal:
            return 1;
        case Level::ordinal:
            return ordinal(ratings, c, k);
        case Level::interval:
            return squared(values[c] - values[k]);
        case Level::ratio:
            return values[c] + values[k] == 0 ? 0
                                              : squared((values[c] - values[k]) / (values[c] + values[k]));
    }
    return 0;
}

template <class Distance>
Disagreement disagreement(const RatingSums& sums, const std::vector<double>& ratings,
                          const Distance& squared_distance) {
    double all = 0;
    for (const double number : ratings) all += number;
    Disagreement result;
    if (all == 0) {
        result.lack = Lack::no_overlap;
        return result;
    }
    const auto q = ratings.size();
    for (std::size_t c = 0; c < q; ++c) {
        for (std::size_t k = 0; k < q; ++k) {
            const double far = squared_distance(c, k);
            result.observed += sums.coincidences[c * q + k] * far;
            result.expected += ratings[c] * ratings[k] * far;
        }
    }
    result.observed /= all;
    result.expected /= all * (all - 1);
    return result;
}

/// What is either marked or not, as codes are, in closed form.
Disagreement disagreement_of_two(const std::vector<double>& coincidences) {
    const double unmarked = coincidences[0] + coincidences[1], marked = coincidences[2] + coincidences[3];
    const double all = unmarked + marked;
    if (all == 0) return {0, 0, Lack::no_overlap};
    return {2 * coincidences[1] / all, 2 * marked * unmarked / (all * (all - 1)), Lack::none};
}

}  // namespace

Figure Disagreement::alpha() const {
    if (lack != Lack::none) return lack;
    if (!(expected > 0)) return Lack::no_variation;
    return 1 - observed / expected;
}

Disagreement krippendorff(const RatingSums& sums, Level level, const std::vector<double>& values) {
    if (sums.categories == 2 && level == Level::nominal) {
        return disagreement_of_two(sums.coincidences);
    }
    const bool numbers = level == Level::interval || level == Level::ratio;
    if (numbers && values.size() != static_cast<std::size_t>(sums.categories)) {
        return {0, 0, Lack::no_numbers};
    }
    const auto ratings = pairable_ratings(sums);
    return disagreement(sums, ratings,
                        [&](std::size_t c, std::size_t k) { return distance(level, ratings, values, c, k); });
}

Disagreement krippendorff(const RatingSums& sums, const std::vector<double>& distances) {
    const auto ratings = pairable_ratings(sums);
    return disagreement(sums, ratings,
                        [&](std::size_t c, std::size_t k) { return distances[c * ratings.size() + k]; });
}

}  // namespace analysis
