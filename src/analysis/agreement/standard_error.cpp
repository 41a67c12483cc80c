// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/agreement/standard_error.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

#include "analysis/agreement/distributions.h"
#include "analysis/agreement/kappa.h"

namespace analysis {

namespace {

double squared(double x) {
    return x * x;
}

/// How one unit was rated: r_i and r_ik.
struct Unit {
    std::span<const Category> row;
    double raters = 0;
    std::vector<double> by_category;

    Unit(std::span<const Category> ratings, int categories)
        : row(ratings), by_category(static_cast<std::size_t>(categories)) {
        for (const Category value : ratings) {
            if (value == kMissing) continue;
            raters += 1;
            by_category[static_cast<std::size_t>(value)] += 1;
        }
    }
};

/// sum_k r_ik (r*_ik - 1), the weighted pairs of coders that agree on a unit.
double agreeing_pairs(const Unit& unit, const Weights& weights) {
    double pairs = 0;
    for (int k = 0; k < weights.categories(); ++k) {
        const double here = unit.by_category[static_cast<std::size_t>(k)];
        if (here == 0) continue;
        double similar = -1;
        for (int l = 0; l < weights.categories(); ++l) {
            similar += weights.at(k, l) * unit.by_category[static_cast<std::size_t>(l)];
        }
        pairs += here * similar;
    }
    return pairs;
}

/// What one unit adds to chance, by the coefficient.
using UnitChance = std::function<double(const Unit&)>;

/// x_i = n/n' (pa_i - pe [r_i >= 2]) / (1 - pe) - 2 (1 - k) (pe_i - pe) / (1 - pe); var = sum (x_i - k)^2 /
/// (n (n - 1)). Without `unit_chance` the chance is a constant.
Figure linearised(const Ratings& ratings, const RatingSums& sums, const Weights& weights,
                  const Chance& chance, const UnitChance& unit_chance) {
    const Figure value = chance.corrected();
    if (!value.defined()) return value.lack;
    if (sums.units < 2) return Lack::too_few;
    const double left = 1 - chance.chance;
    double sum = 0;
    for (std::size_t i = 0; i < ratings.rows(); ++i) {
        const Unit unit(ratings.row(i), ratings.categories());
        if (unit.raters == 0) continue;
        double x = 0;
        if (unit.raters >= 2) {
            const double agreed = agreeing_pairs(unit, weights) / (unit.raters * (unit.raters - 1));
            x = sums.units / sums.pairable * (agreed - chance.chance) / left;
        }
        if (unit_chance) x -= 2 * (1 - value.value) * (unit_chance(unit) - chance.chance) / left;
        sum += ratings.count(i) * squared(x - value.value);
    }
    return std::sqrt(sum / (sums.units * (sums.units - 1)));
}

/// sum_l (w_kl + w_lk) / 2 p_l.
std::vector<double> mean_weights(const Weights& weights, const std::vector<double>& shares) {
    std::vector<double> means(shares.size());
    for (int k = 0; k < weights.categories(); ++k) {
        for (int l = 0; l < weights.categories(); ++l) {
            means[static_cast<std::size_t>(k)] +=
                (weights.at(k, l) + weights.at(l, k)) / 2 * shares[static_cast<std::size_t>(l)];
        }
    }
    return means;
}

double product(const std::vector<double>& a, const std::vector<double>& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
    return sum;
}

/// Row and column means of the weights by the margins of a table of two coders.
struct CohenTerms {
    std::vector<double> rows, columns;      ///< p_k. and p_.k
    std::vector<double> by_row, by_column;  ///< wr_k = sum_l p_.l w_kl, wc_l = sum_k p_k. w_kl
    double total = 0;

    CohenTerms(std::span<const double> table, const Weights& weights) {
        const auto q = static_cast<std::size_t>(weights.categories());
        rows.resize(q), columns.resize(q), by_row.resize(q), by_column.resize(q);
        for (const double count : table) total += count;
        for (std::size_t i = 0; i < table.size(); ++i) {
            rows[i / q] += table[i] / total;
            columns[i % q] += table[i] / total;
        }
        for (std::size_t i = 0; i < table.size(); ++i) {
            const double weight = weights.at(static_cast<int>(i / q), static_cast<int>(i % q));
            by_row[i / q] += columns[i % q] * weight;
            by_column[i % q] += rows[i / q] * weight;
        }
    }
};

}  // namespace

Figure cohen_error(const RatingSums& sums, const Weights& weights, int first, int second) {
    const Chance chance = cohen(sums, weights, first, second);
    const Figure kappa = chance.corrected();
    if (!kappa.defined()) return kappa.lack;
    const auto table = sums.table(first, second);
    const CohenTerms terms(table, weights);
    const auto q = terms.rows.size();
    double sum = 0;
    for (std::size_t i = 0; i < table.size(); ++i) {
        const double weight = weights.at(static_cast<int>(i / q), static_cast<int>(i % q));
        sum += table[i] / terms.total *
               squared(weight - (terms.by_row[i / q] + terms.by_column[i % q]) * (1 - kappa.value));
    }
    const double variance = sum - squared(kappa.value - chance.chance * (1 - kappa.value));
    return std::sqrt(std::max(0.0, variance) / terms.total) / (1 - chance.chance);
}

Figure cohen_null_error(const RatingSums& sums, const Weights& weights, int first, int second) {
    const Chance chance = cohen(sums, weights, first, second);
    if (const Figure kappa = chance.corrected(); !kappa.defined()) return kappa.lack;
    const CohenTerms terms(sums.table(first, second), weights);
    const auto q = terms.rows.size();
    double sum = 0;
    for (std::size_t k = 0; k < q; ++k) {
        for (std::size_t l = 0; l < q; ++l) {
            const double weight = weights.at(static_cast<int>(k), static_cast<int>(l));
            sum += terms.rows[k] * terms.columns[l] * squared(weight - terms.by_row[k] - terms.by_column[l]);
        }
    }
    double variance = sum - squared(chance.chance);
    // Where a coder is constant nothing varies, and rounding leaves its last digit.
    if (variance < 1e-14 * sum) variance = 0;
    return std::sqrt(variance / terms.total) / (1 - chance.chance);
}

Figure fleiss_null_error(const Ratings& ratings) {
    const RatingSums sums = sums_of(ratings);
    if (sums.pairable == 0) return Lack::no_overlap;
    double spread = 0, skew = 0;
    for (const double sum : sums.shares) {
        const double p = sum / sums.units;
        spread += p * (1 - p);
        skew += p * (1 - p) * (1 - 2 * p);
    }
    if (spread == 0) return Lack::no_variation;
    const double raters = sums.coders;
    return std::sqrt(2 / (sums.units * raters * (raters - 1)) * (squared(spread) - skew)) / spread;
}

Figure percent_error(const Ratings& ratings, const Weights& weights) {
    const RatingSums sums = sums_of(ratings);
    const Figure value = percent_agreement(sums, weights);
    if (!value.defined()) return value.lack;
    return linearised(ratings, sums, weights, {value.value, 0, Lack::none}, {});
}

Figure brennan_prediger_error(const Ratings& ratings, const Weights& weights) {
    const RatingSums sums = sums_of(ratings);
    return linearised(ratings, sums, weights, brennan_prediger(sums, weights), {});
}

Figure fleiss_error(const Ratings& ratings, const Weights& weights) {
    const RatingSums sums = sums_of(ratings);
    std::vector<double> shares(sums.shares);
    for (double& share : shares) share /= sums.units;
    const auto means = mean_weights(weights, shares);
    return linearised(ratings, sums, weights, fleiss(sums, weights),
                      [&](const Unit& unit) { return product(means, unit.by_category) / unit.raters; });
}

Figure gwet_error(const Ratings& ratings, const Weights& weights) {
    const RatingSums sums = sums_of(ratings);
    std::vector<double> others(sums.shares);
    for (double& share : others) share = 1 - share / sums.units;
    const double q = sums.categories;
    return linearised(ratings, sums, weights, gwet(sums, weights), [&](const Unit& unit) {
        return weights.total() / (q * (q - 1)) * product(others, unit.by_category) / unit.raters;
    });
}

Figure conger_error(const Ratings& ratings, const Weights& weights) {
    const RatingSums sums = sums_of(ratings);
    const int r = sums.coders, q = sums.categories;
    std::vector<double> made(static_cast<std::size_t>(r)), p(sums.margins);
    for (int g = 0; g < r; ++g) {
        auto& all = made[static_cast<std::size_t>(g)];
        for (int k = 0; k < q; ++k) all += sums.margins[sums.cell(g, k)];
        for (int k = 0; k < q; ++k) p[sums.cell(g, k)] = all > 0 ? p[sums.cell(g, k)] / all : 0;
    }
    // [g][l]: sum_k w_kl (r mean_k - p_gk), what the other coders' margins give for category l.
    std::vector<double> others(p.size());
    for (int g = 0; g < r; ++g) {
        for (int l = 0; l < q; ++l) {
            for (int k = 0; k < q; ++k) {
                double rest = -p[sums.cell(g, k)];
                for (int h = 0; h < r; ++h) rest += p[sums.cell(h, k)];
                others[sums.cell(g, l)] += weights.at(k, l) * rest;
            }
        }
    }
    const auto unit_chance = [&](const Unit& unit) {
        double sum = 0;
        for (int g = 0; g < r; ++g) {
            const double all = made[static_cast<std::size_t>(g)];
            if (all == 0) continue;
            const Category value = unit.row[static_cast<std::size_t>(g)];
            const double rated = value == kMissing ? 0 : 1;
            double part = value == kMissing ? 0 : others[sums.cell(g, value)];
            for (int l = 0; l < q; ++l) {
                part -= (rated - all / sums.units) * p[sums.cell(g, l)] * others[sums.cell(g, l)];
            }
            sum += sums.units / all * part;
        }
        return sum / (r * (r - 1));
    };
    return linearised(ratings, sums, weights, conger(sums, weights), unit_chance);
}

Figure krippendorff_error(const Ratings& ratings, const Weights& weights) {
    // Gwet's presentation: pa' and shares weight units by r_i / mean r; alpha' is alpha without the
    // correction for pairing a rating with itself.
    double units = 0, given = 0, agreed = 0;
    std::vector<double> shares(static_cast<std::size_t>(ratings.categories()));
    for (std::size_t i = 0; i < ratings.rows(); ++i) {
        const Unit unit(ratings.row(i), ratings.categories());
        if (unit.raters < 2) continue;
        units += ratings.count(i);
        given += ratings.count(i) * unit.raters;
        agreed += ratings.count(i) * agreeing_pairs(unit, weights) / (unit.raters - 1);
        for (std::size_t k = 0; k < shares.size(); ++k) shares[k] += ratings.count(i) * unit.by_category[k];
    }
    if (units == 0) return Lack::no_overlap;
    if (units < 2) return Lack::too_few;
    for (double& share : shares) share /= given;
    const auto means = mean_weights(weights, shares);
    const Chance chance{agreed / given, product(means, shares), Lack::none};
    const Figure alpha = chance.corrected();
    if (!alpha.defined()) return alpha.lack;
    const double mean_raters = given / units, left = 1 - chance.chance;
    double sum = 0;
    for (std::size_t i = 0; i < ratings.rows(); ++i) {
        const Unit unit(ratings.row(i), ratings.categories());
        if (unit.raters < 2) continue;
        const double size = unit.raters / mean_raters;
        const double unit_agreed =
            agreeing_pairs(unit, weights) / (unit.raters - 1) / mean_raters - chance.observed * (size - 1);
        const double unit_chance =
            product(means, unit.by_category) / mean_raters - chance.chance * (size - 1);
        const double x = (unit_agreed - chance.chance) / left -
                         2 * (1 - alpha.value) * (unit_chance - chance.chance) / left;
        sum += ratings.count(i) * squared(x - alpha.value);
    }
    return std::sqrt(sum / (units * (units - 1)));
}

Bounds normal_bounds(double value, double error, double level) {
    const double z = normal_quantile((1 + level) / 2);
    return {std::max(-1.0, value - z * error), std::min(1.0, value + z * error)};
}

Bounds t_bounds(double value, double error, double freedom, double level) {
    const double t = t_quantile((1 + level) / 2, freedom);
    return {value - t * error, std::min(1.0, value + t * error)};
}

}  // namespace analysis
