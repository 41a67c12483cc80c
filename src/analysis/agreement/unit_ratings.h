// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <span>
#include <vector>

#include "analysis/agreement/ratings.h"
#include "analysis/agreement/valued_span.h"
#include "text/span.h"

namespace analysis {

/// When a unit longer than a character carries a code.
enum class UnitRule {
    any,       ///< the code stands on a part of it
    majority,  ///< on more than half of its characters
};

/// What one coder marked in one source: ordered and disjoint, as from united(). Null: the coder has not coded
/// the source.
using MarkedSpans = const std::vector<ValuedSpan>*;

/// Ratings of one thing by clusters, with a column of counts for each different row: what resampling takes.
class ClusteredRatings {
  public:
    ClusteredRatings(int coders, int categories);

    /// Ratings are added to the last cluster that was begun.
    void begin_cluster() { ++clusters_; }
    void add(std::span<const Category> row, double count);

    [[nodiscard]] std::size_t clusters() const { return clusters_; }
    /// The different rows with their counts over all clusters.
    [[nodiscard]] const Ratings& rows() const { return rows_; }
    /// Writes the counts of the cluster by rows; adds to what is there.
    void add_counts(std::size_t cluster, std::span<double> counts) const;

  private:
    struct Entry {
        std::size_t cluster, row;
        double count;
    };
    [[nodiscard]] std::size_t row_place(std::span<const Category> row);

    Ratings rows_;
    std::size_t clusters_ = 0;
    std::map<std::vector<Category>, std::size_t> places_;  ///< of rows, once there are many
    std::vector<Entry> entries_;                           ///< ordered by cluster
};

/// Gets a row of values (0 for none, or kMissing), by coders, and how many units have it.
using RowSink = std::function<void(std::span<const Category>, double)>;

/// Every character of a source of that length is a unit. Costs grow with the spans. Returns the number of
/// runs.
std::size_t rate_characters(std::span<const MarkedSpans> coders, text::Position length, const RowSink& sink);

/// Each of these spans of text (ordered, disjoint) is a unit. Its value is the one on most of its characters,
/// the first of those that are equal. Costs grow with units and spans.
void rate_units(std::span<const MarkedSpans> coders, std::span<const text::Span> units, UnitRule rule,
                const RowSink& sink);

}  // namespace analysis
