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

/// Numbers whose differences are the distances of an ordinal scale: how many ratings stand below the middle
/// of each category.
std::vector<double> middle_ranks(const std::vector<double>& ratings) {
    std::vector<double> ranks;
    double below = 0;
    for (const double number : ratings) {
        ranks.push_back(below + number / 2);
        below += number;
    }
    return ranks;
}

double distance(Level level, const std::vector<double>& values, std::size_t c, std::size_t k) {
    if (c == k) return 0;
    if (level == Level::nominal) return 1;
    if (level != Level::ratio) return squared(values[c] - values[k]);
    return values[c] + values[k] == 0 ? 0 : squared((values[c] - values[k]) / (values[c] + values[k]));
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

/// What alpha is computed from, kept so that one unit can be taken out without beginning anew.
class LeavingOut {
  public:
    LeavingOut(const Ratings& rows, Level level, const std::vector<double>& values)
        : rows_(rows), level_(level), ratings_(static_cast<std::size_t>(rows.categories())) {
        for (std::size_t i = 0; i < rows.rows(); ++i) {
            auto& unit = units_.emplace_back();
            for (const Category value : rows.row(i)) {
                if (value != kMissing) unit.push_back(static_cast<std::size_t>(value));
            }
            if (unit.size() < 2) unit.clear();
            for (const std::size_t value : unit) ratings_[value] += rows.count(i);
        }
        if (level == Level::ordinal) return;
        values_ = values;
        far_.resize(ratings_.size());
        for (std::size_t c = 0; c < ratings_.size(); ++c) {
            if (ratings_[c] == 0) continue;
            for (std::size_t k = 0; k < ratings_.size(); ++k) {
                if (ratings_[k] != 0) far_[c] += ratings_[k] * distance(level, values_, c, k);
            }
            expected_ += ratings_[c] * far_[c];
            all_ += ratings_[c];
        }
        for (std::size_t i = 0; i < units_.size(); ++i)
            observed_ += rows.count(i) * apart(units_[i], values_);
    }

    /// Distances do not depend on who is there, so that only what the unit has to do with changes.
    [[nodiscard]] Figure without(std::size_t i) const {
        double expected = expected_;
        for (const std::size_t value : units_[i]) expected -= 2 * far_[value];
        for (const std::size_t c : units_[i]) {
            for (const std::size_t k : units_[i]) expected += distance(level_, values_, c, k);
        }
        return alpha(observed_ - apart(units_[i], values_), expected,
                     all_ - static_cast<double>(units_[i].size()));
    }

    /// Every rating that is gone moves the ranks of all.
    [[nodiscard]] Figure ordinal_without(std::size_t i) const {
        std::vector<double> ratings = ratings_;
        for (const std::size_t value : units_[i]) ratings[value] -= 1;
        const auto ranks = middle_ranks(ratings);
        double observed = -apart(units_[i], ranks), all = 0, sum = 0, squares = 0;
        for (std::size_t k = 0; k < units_.size(); ++k) observed += rows_.count(k) * apart(units_[k], ranks);
        for (std::size_t c = 0; c < ratings.size(); ++c) {
            all += ratings[c];
            sum += ratings[c] * ranks[c];
            squares += ratings[c] * squared(ranks[c]);
        }
        return alpha(observed, 2 * (all * squares - squared(sum)), all);
    }

  private:
    /// The distances of a unit's pairs of ratings.
    [[nodiscard]] double apart(const std::vector<std::size_t>& unit,
                               const std::vector<double>& values) const {
        double sum = 0;
        for (const std::size_t c : unit) {
            for (const std::size_t k : unit) sum += distance(level_, values, c, k);
        }
        return unit.empty() ? 0 : sum / static_cast<double>(unit.size() - 1);
    }
    static Figure alpha(double observed, double expected, double all) {
        if (all < 2) return Lack::no_overlap;
        if (!(expected > 1e-12 * all)) return Lack::no_variation;
        return 1 - (all - 1) * observed / expected;
    }

    const Ratings& rows_;
    Level level_;
    std::vector<double> ratings_;  ///< pairable ones, by category
    std::vector<double> values_;
    std::vector<std::vector<std::size_t>> units_;  ///< the ratings of each row; empty where fewer than two
    std::vector<double> far_;                      ///< [c]: the distances of all ratings from category c
    double observed_ = 0, expected_ = 0, all_ = 0;
};

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
    const auto places = level == Level::ordinal ? middle_ranks(ratings) : values;
    return disagreement(sums, ratings,
                        [&](std::size_t c, std::size_t k) { return distance(level, places, c, k); });
}

Disagreement krippendorff(const RatingSums& sums, const std::vector<double>& distances) {
    const auto ratings = pairable_ratings(sums);
    return disagreement(sums, ratings,
                        [&](std::size_t c, std::size_t k) { return distances[c * ratings.size() + k]; });
}

std::vector<Figure> krippendorff_without(const Ratings& rows, Level level,
                                         const std::vector<double>& values) {
    const LeavingOut all(rows, level, values);
    std::vector<Figure> without;
    for (std::size_t i = 0; i < rows.rows(); ++i)
        without.push_back(level == Level::ordinal ? all.ordinal_without(i) : all.without(i));
    return without;
}

}  // namespace analysis
