// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/agreement/kappa.h"

#include <algorithm>

namespace analysis {

namespace {

/// Nearer to 1 than this is rounding: the rarest code of 10^9 characters leaves 2e-9.
constexpr double kNothingLeft = 1e-13;

double weighted(const std::vector<double>& table, const Weights& weights) {
    double sum = 0;
    for (int k = 0; k < weights.categories(); ++k) {
        for (int l = 0; l < weights.categories(); ++l) {
            sum += weights.at(k, l) * table[static_cast<std::size_t>(k * weights.categories() + l)];
        }
    }
    return sum;
}

double observed(const RatingSums& sums, const Weights& weights) {
    return weighted(sums.agreement, weights) / sums.pairable;
}

/// Ratings that a coder gave in all.
double decisions(const RatingSums& sums, int coder) {
    double number = 0;
    for (int k = 0; k < sums.categories; ++k) number += sums.margins[sums.cell(coder, k)];
    return number;
}

/// The margins of a table of two coders; the first's are rows.
struct Margins {
    std::vector<double> rows, columns;
    double total = 0;
};

Margins margins_of(std::span<const double> table, int categories) {
    const auto q = static_cast<std::size_t>(categories);
    Margins margins{std::vector<double>(q), std::vector<double>(q)};
    for (std::size_t k = 0; k < q; ++k) {
        for (std::size_t l = 0; l < q; ++l) {
            margins.rows[k] += table[k * q + l];
            margins.columns[l] += table[k * q + l];
            margins.total += table[k * q + l];
        }
    }
    return margins;
}

Lack nothing_in_common(const RatingSums& sums) {
    return sums.pairable > 0 ? Lack::none : Lack::no_overlap;
}

/// What is either marked or not, as codes are, in closed form: cells are [first][second], weights 0 and 1.
Chance cohen_of_two(std::span<const double> cells) {
    const double total = cells[0] + cells[1] + cells[2] + cells[3];
    if (total == 0) return {0, 0, Lack::no_overlap};
    const double first = cells[2] + cells[3], second = cells[1] + cells[3];
    return {(cells[0] + cells[3]) / total,
            (first * second + (total - first) * (total - second)) / (total * total), Lack::none};
}

}  // namespace

Figure Chance::corrected() const {
    if (lack != Lack::none) return lack;
    if (1 - chance < kNothingLeft) return Lack::no_variation;
    return (observed - chance) / (1 - chance);
}

Figure percent_agreement(const RatingSums& sums, const Weights& weights) {
    if (sums.pairable == 0) return Lack::no_overlap;
    return observed(sums, weights);
}

Figure pairable_agreement(const RatingSums& sums) {
    double agreed = 0, all = 0;
    for (int k = 0; k < sums.categories; ++k) {
        agreed += sums.coincidences[sums.cell(k, k)];
        for (int l = 0; l < sums.categories; ++l) all += sums.coincidences[sums.cell(k, l)];
    }
    if (all == 0) return Lack::no_overlap;
    return agreed / all;
}

Figure unanimous_agreement(const RatingSums& sums) {
    if (sums.pairable == 0) return Lack::no_overlap;
    return sums.unanimous / sums.pairable;
}

Figure holsti(const RatingSums& sums) {
    double sum = 0;
    int pairs = 0;
    for (int g = 0; g < sums.coders; ++g) {
        for (int h = g + 1; h < sums.coders; ++h) {
            const double made = decisions(sums, g) + decisions(sums, h);
            if (made == 0) continue;
            const auto table = sums.table(g, h);
            for (int k = 0; k < sums.categories; ++k) sum += 2 * table[sums.cell(k, k)] / made;
            ++pairs;
        }
    }
    if (pairs == 0) return Lack::no_overlap;
    return sum / pairs;
}

Chance brennan_prediger(const RatingSums& sums, const Weights& weights) {
    if (const Lack lack = nothing_in_common(sums); lack != Lack::none) return {0, 0, lack};
    if (sums.categories < 2) return {0, 0, Lack::one_category};
    return {observed(sums, weights), weights.total() / (sums.categories * sums.categories), Lack::none};
}

Chance scott(const RatingSums& sums, const Weights& weights, int first, int second) {
    Chance result = cohen(sums, weights, first, second);
    if (result.lack != Lack::none) return result;
    const Margins margins = margins_of(sums.table(first, second), sums.categories);
    result.chance = 0;
    for (std::size_t k = 0; k < margins.rows.size(); ++k) {
        for (std::size_t l = 0; l < margins.rows.size(); ++l) {
            result.chance += weights.at(static_cast<int>(k), static_cast<int>(l)) *
                             (margins.rows[k] + margins.columns[k]) * (margins.rows[l] + margins.columns[l]);
        }
    }
    result.chance /= 4 * margins.total * margins.total;
    return result;
}

Chance fleiss(const RatingSums& sums, const Weights& weights) {
    if (const Lack lack = nothing_in_common(sums); lack != Lack::none) return {0, 0, lack};
    double chance = 0;
    for (int k = 0; k < sums.categories; ++k) {
        for (int l = 0; l < sums.categories; ++l) {
            chance += weights.at(k, l) * sums.shares[static_cast<std::size_t>(k)] *
                      sums.shares[static_cast<std::size_t>(l)];
        }
    }
    return {observed(sums, weights), chance / (sums.units * sums.units), Lack::none};
}

Chance cohen(const RatingSums& sums, const Weights& weights, int first, int second) {
    const auto table = sums.table(first, second);
    if (sums.categories == 2 && weights.at(0, 1) == 0 && weights.at(1, 0) == 0) return cohen_of_two(table);
    const Margins margins = margins_of(table, sums.categories);
    if (margins.total == 0) return {0, 0, Lack::no_overlap};
    Chance result;
    for (int k = 0; k < sums.categories; ++k) {
        for (int l = 0; l < sums.categories; ++l) {
            result.observed += weights.at(k, l) * table[sums.cell(k, l)];
            result.chance += weights.at(k, l) * margins.rows[static_cast<std::size_t>(k)] *
                             margins.columns[static_cast<std::size_t>(l)];
        }
    }
    result.observed /= margins.total;
    result.chance /= margins.total * margins.total;
    return result;
}

Figure cohen_maximum(const RatingSums& sums, int first, int second) {
    const Margins margins = margins_of(sums.table(first, second), sums.categories);
    Chance most = cohen(sums, Weights::identity(sums.categories), first, second);
    most.observed = 0;
    for (std::size_t k = 0; k < margins.rows.size(); ++k) {
        most.observed += std::min(margins.rows[k], margins.columns[k]) / margins.total;
    }
    return most.corrected();
}

Chance conger(const RatingSums& sums, const Weights& weights) {
    if (const Lack lack = nothing_in_common(sums); lack != Lack::none) return {0, 0, lack};
    const int r = sums.coders;
    // p_g: the shares of the categories in what coder g rated.
    std::vector<double> p(sums.margins);
    for (int g = 0; g < r; ++g) {
        const double made = decisions(sums, g);
        for (int k = 0; k < sums.categories; ++k)
            p[sums.cell(g, k)] = made > 0 ? p[sums.cell(g, k)] / made : 0;
    }
    double chance = 0;
    for (int k = 0; k < sums.categories; ++k) {
        for (int l = 0; l < sums.categories; ++l) {
            double products = 0, mean_k = 0, mean_l = 0;
            for (int g = 0; g < r; ++g) {
                products += p[sums.cell(g, k)] * p[sums.cell(g, l)];
                mean_k += p[sums.cell(g, k)] / r;
                mean_l += p[sums.cell(g, l)] / r;
            }
            const double covariance = (products - r * mean_k * mean_l) / (r - 1);
            chance += weights.at(k, l) * (mean_k * mean_l - covariance / r);
        }
    }
    return {observed(sums, weights), chance, Lack::none};
}

Figure light(const RatingSums& sums) {
    const Weights weights = Weights::identity(sums.categories);
    double sum = 0;
    int pairs = 0;
    for (int g = 0; g < sums.coders; ++g) {
        for (int h = g + 1; h < sums.coders; ++h) {
            const Figure kappa = cohen(sums, weights, g, h).corrected();
            if (!kappa.defined()) return kappa.lack;
            sum += kappa.value;
            ++pairs;
        }
    }
    if (pairs == 0) return Lack::no_overlap;
    return sum / pairs;
}

Chance gwet(const RatingSums& sums, const Weights& weights) {
    if (const Lack lack = nothing_in_common(sums); lack != Lack::none) return {0, 0, lack};
    const int q = sums.categories;
    if (q < 2) return {0, 0, Lack::one_category};
    double spread = 0;
    for (const double share : sums.shares) spread += share / sums.units * (1 - share / sums.units);
    return {observed(sums, weights), weights.total() / (q * (q - 1)) * spread, Lack::none};
}

}  // namespace analysis
