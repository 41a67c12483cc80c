// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace analysis {

/// The place of a value in the declared categories, from 0.
using Category = std::int16_t;
/// The coder did not rate the unit.
inline constexpr Category kMissing = -1;

/// Units x coders: rows of ratings, each with how many units have them. A contingency table, a run of
/// characters and a single unit are all rows.
class Ratings {
  public:
    Ratings() = default;
    Ratings(int coders, int categories) : coders_(coders), categories_(categories) {}

    /// Adds `count` units on which the coders gave `row` (as many as coders; each a declared category or
    /// kMissing). Counts are exact up to 2^53 in all.
    void add(std::span<const Category> row, double count = 1);

    [[nodiscard]] int coders() const { return coders_; }
    /// How many categories are declared, used or not.
    [[nodiscard]] int categories() const { return categories_; }
    [[nodiscard]] std::size_t rows() const { return counts_.size(); }
    [[nodiscard]] std::span<const Category> row(std::size_t i) const {
        return {cells_.data() + i * static_cast<std::size_t>(coders_), static_cast<std::size_t>(coders_)};
    }
    [[nodiscard]] double count(std::size_t i) const { return counts_[i]; }
    [[nodiscard]] const std::vector<double>& counts() const { return counts_; }
    void add_to(std::size_t i, double count) { counts_[i] += count; }
    /// Other counts for the same rows, as resampling draws them; as many as rows.
    void set_counts(std::span<const double> counts) { counts_.assign(counts.begin(), counts.end()); }

  private:
    int coders_ = 0, categories_ = 0;
    std::vector<Category> cells_;
    std::vector<double> counts_;
};

/// The same units with equal rows joined, in an order that depends on the rows only.
[[nodiscard]] Ratings joined(const Ratings& ratings);

/// The ratings of these coders alone, in that order.
[[nodiscard]] Ratings of_coders(const Ratings& ratings, std::span<const int> coders);

/// The units that all coders rated.
[[nodiscard]] Ratings rated_by_all(const Ratings& ratings);

/// One category against all others: two categories, of which 1 is `category`.
[[nodiscard]] Ratings against_rest(const Ratings& ratings, Category category);

/// Where the pair of coders first < second stands among all pairs.
[[nodiscard]] inline std::size_t pair_place(int first, int second, int coders) {
    return static_cast<std::size_t>(first * (2 * coders - first - 1) / 2 + second - first - 1);
}

/// What coefficients are computed from: sums over units, so that those of several clusters can be added and
/// subtracted. r_i is how many coders rated unit i, r_ik how many of them gave it category k.
struct RatingSums {
    int coders = 0, categories = 0;
    double units = 0;            ///< rated at least once
    double pairable = 0;         ///< rated at least twice
    double unanimous = 0;        ///< of these, with one value
    std::vector<double> shares;  ///< [k]: sum of r_ik / r_i over units
    std::vector<double>
        agreement;  ///< [k][l]: sum over pairable units of r_ik (r_il - [k=l]) / (r_i (r_i - 1))
    std::vector<double> coincidences;  ///< [k][l]: the same / (r_i - 1); Krippendorff's o_kl
    std::vector<double> margins;       ///< [coder][k]: ratings
    std::vector<double> pairs;         ///< [pair][k][l]: units to which the first gave k and the second l

    /// Empty sums of this shape; keeps the memory that is there.
    void reset(int coder_count, int category_count);
    /// Adds `count` units with this row.
    void add(std::span<const Category> row, double count);

    [[nodiscard]] std::size_t cell(int k, int l) const {
        return static_cast<std::size_t>(k * categories + l);
    }
    /// The contingency table of two coders, [k][l].
    [[nodiscard]] std::span<const double> table(int first, int second) const;
};

[[nodiscard]] RatingSums sums_of(const Ratings& ratings);

}  // namespace analysis
