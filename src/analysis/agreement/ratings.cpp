// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/agreement/ratings.h"

#include <algorithm>
#include <map>

namespace analysis {

namespace {

/// Above this many different rows they are sorted instead of counted in an array.
constexpr std::size_t kMostNumberedRows = 1 << 16;

/// How many different rows there can be; 0 where they are too many to number.
std::size_t possible_rows(const Ratings& ratings) {
    std::size_t possible = 1;
    for (int g = 0; g < ratings.coders(); ++g) {
        possible *= static_cast<std::size_t>(ratings.categories()) + 1;
        if (possible > kMostNumberedRows) return 0;
    }
    return possible;
}

/// Each row is a number in base q + 1, which is its place in an array of counts.
Ratings joined_by_number(const Ratings& ratings, std::size_t possible) {
    const auto base = static_cast<std::size_t>(ratings.categories()) + 1;
    std::vector<double> counts(possible, 0);
    for (std::size_t i = 0; i < ratings.rows(); ++i) {
        std::size_t number = 0;
        for (const Category value : ratings.row(i))
            number = number * base + static_cast<std::size_t>(value + 1);
        counts[number] += ratings.count(i);
    }
    Ratings result(ratings.coders(), ratings.categories());
    std::vector<Category> row(static_cast<std::size_t>(ratings.coders()));
    for (std::size_t number = 0; number < possible; ++number) {
        if (counts[number] == 0) continue;
        std::size_t rest = number;
        for (auto value = row.rbegin(); value != row.rend(); ++value) {
            *value = static_cast<Category>(static_cast<int>(rest % base) - 1);
            rest /= base;
        }
        result.add(row, counts[number]);
    }
    return result;
}

}  // namespace

void Ratings::add(std::span<const Category> row, double count) {
    cells_.insert(cells_.end(), row.begin(), row.end());
    counts_.push_back(count);
}

Ratings joined(const Ratings& ratings) {
    if (const std::size_t possible = possible_rows(ratings)) return joined_by_number(ratings, possible);
    std::map<std::vector<Category>, double> counts;
    std::vector<Category> key;
    for (std::size_t i = 0; i < ratings.rows(); ++i) {
        const auto row = ratings.row(i);
        key.assign(row.begin(), row.end());
        counts[key] += ratings.count(i);
    }
    Ratings result(ratings.coders(), ratings.categories());
    for (const auto& [row, count] : counts) result.add(row, count);
    return result;
}

Ratings of_coders(const Ratings& ratings, std::span<const int> coders) {
    Ratings result(static_cast<int>(coders.size()), ratings.categories());
    std::vector<Category> row(coders.size());
    for (std::size_t i = 0; i < ratings.rows(); ++i) {
        for (std::size_t g = 0; g < coders.size(); ++g) {
            row[g] = ratings.row(i)[static_cast<std::size_t>(coders[g])];
        }
        result.add(row, ratings.count(i));
    }
    return joined(result);
}

Ratings rated_by_all(const Ratings& ratings) {
    Ratings result(ratings.coders(), ratings.categories());
    for (std::size_t i = 0; i < ratings.rows(); ++i) {
        const auto row = ratings.row(i);
        if (std::find(row.begin(), row.end(), kMissing) == row.end()) result.add(row, ratings.count(i));
    }
    return result;
}

Ratings against_rest(const Ratings& ratings, Category category) {
    Ratings result(ratings.coders(), 2);
    std::vector<Category> row(static_cast<std::size_t>(ratings.coders()));
    for (std::size_t i = 0; i < ratings.rows(); ++i) {
        std::transform(ratings.row(i).begin(), ratings.row(i).end(), row.begin(), [&](Category value) {
            return value == kMissing ? kMissing : static_cast<Category>(value == category);
        });
        result.add(row, ratings.count(i));
    }
    return joined(result);
}

void RatingSums::reset(int coder_count, int category_count) {
    coders = coder_count;
    categories = category_count;
    units = pairable = unanimous = 0;
    const auto q = static_cast<std::size_t>(categories);
    const auto m = static_cast<std::size_t>(coders);
    shares.assign(q, 0);
    agreement.assign(q * q, 0);
    coincidences.assign(q * q, 0);
    margins.assign(m * q, 0);
    pairs.assign(m == 0 ? 0 : m * (m - 1) / 2 * q * q, 0);
}

void RatingSums::add(std::span<const Category> row, double count) {
    const int raters = static_cast<int>(
        std::count_if(row.begin(), row.end(), [](Category value) { return value != kMissing; }));
    if (raters == 0) return;
    units += count;
    for (int g = 0; g < coders; ++g) {
        const Category value = row[static_cast<std::size_t>(g)];
        if (value == kMissing) continue;
        margins[cell(g, value)] += count;
        shares[static_cast<std::size_t>(value)] += count / raters;
    }
    if (raters < 2) return;
    pairable += count;
    bool same = true;
    const double coincident = count / (raters - 1);
    for (int g = 0; g < coders; ++g) {
        const Category first = row[static_cast<std::size_t>(g)];
        if (first == kMissing) continue;
        for (int h = g + 1; h < coders; ++h) {
            const Category second = row[static_cast<std::size_t>(h)];
            if (second == kMissing) continue;
            same = same && first == second;
            const auto table = pair_place(g, h, coders) * agreement.size();
            pairs[table + cell(first, second)] += count;
            for (const auto place : {cell(first, second), cell(second, first)}) {
                coincidences[place] += coincident;
                agreement[place] += coincident / raters;
            }
        }
    }
    if (same) unanimous += count;
}

std::span<const double> RatingSums::table(int first, int second) const {
    return {pairs.data() + pair_place(first, second, coders) * agreement.size(), agreement.size()};
}

RatingSums sums_of(const Ratings& ratings) {
    const Ratings rows = ratings.rows() > 64 ? joined(ratings) : ratings;
    RatingSums sums;
    sums.reset(ratings.coders(), ratings.categories());
    for (std::size_t i = 0; i < rows.rows(); ++i) sums.add(rows.row(i), rows.count(i));
    return sums;
}

}  // namespace analysis
