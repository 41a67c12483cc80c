// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/agreement/figure.h"
#include "analysis/agreement/ratings.h"

namespace analysis {

/// How much of what one coder marked the other marked too. Of more than two coders, summed over pairs.
struct Overlap {
    double first = 0;   ///< marked by the first of a pair
    double second = 0;  ///< marked by the second
    double both = 0;
    double neither = 0;

    /// Of what the second marked, the share that the first marked too (the first is the reference).
    [[nodiscard]] Figure precision() const;
    /// Of what the first marked, the share that the second marked too.
    [[nodiscard]] Figure recall() const;
    /// 2 both / (first + second): Dice, positive specific agreement.
    [[nodiscard]] Figure f1() const;
    [[nodiscard]] Figure jaccard() const;
    /// 2 neither / (2 neither + marked by one): negative specific agreement.
    [[nodiscard]] Figure negative() const;
};

/// Of ratings with two categories, of which 1 is "marked".
[[nodiscard]] Overlap overlap_of(const RatingSums& sums);

}  // namespace analysis
