// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "analysis/agreement/figure.h"
#include "analysis/agreement/unit_ratings.h"

namespace analysis {

/// What one coder gave a unit: values from 1, ordered; empty: nothing.
using CodeSet = std::vector<int>;

/// 1 - |A and B| / |A or B| (Jaccard 1901); undefined for two empty sets.
[[nodiscard]] Figure jaccard_distance(const CodeSet& a, const CodeSet& b);
/// 1 - J M with J as above and M = 1 for equal sets, 2/3 where one holds the other, 1/3 where they share
/// something, 0 where nothing (Passonneau 2006); undefined for two empty sets.
[[nodiscard]] Figure masi_distance(const CodeSet& a, const CodeSet& b);

/// Ratings whose categories are sets.
struct SetRatings {
    std::vector<CodeSet> sets;  ///< by category; 0 is the empty set
    ClusteredRatings ratings;
};

/// Distances between all sets, [k * q + l], for krippendorff(); of a set and itself 0.
[[nodiscard]] std::vector<double> distances_of(const std::vector<CodeSet>& sets,
                                               Figure (*distance)(const CodeSet&, const CodeSet&));

/// Gathers ratings by sets. Ratings are added to the last cluster that was begun.
class SetRatingsBuilder {
  public:
    explicit SetRatingsBuilder(std::size_t coders) : coders_(coders), sets_{{}} {}

    void begin_cluster() { ++clusters_; }
    [[nodiscard]] std::size_t clusters() const { return clusters_; }
    /// Null: the coder has not rated the unit.
    void add(std::span<const CodeSet* const> row, double count);
    /// What rate_characters() does, where spans of different values may overlap.
    void add_characters(std::span<const MarkedSpans> coders, text::Position length);
    /// What rate_units() does: each value that stands on the unit by the rule.
    void add_units(std::span<const MarkedSpans> coders, std::span<const text::Span> units, UnitRule rule);
    [[nodiscard]] SetRatings made() const;

  private:
    struct Entry {
        std::size_t cluster;
        std::vector<Category> row;
        double count;
    };
    [[nodiscard]] Category category_of(const CodeSet& set);

    std::size_t coders_, clusters_ = 0;
    std::vector<CodeSet> sets_;
    std::vector<Entry> entries_;
};

}  // namespace analysis
