// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "analysis/agreement/figure.h"
#include "analysis/agreement/ratings.h"

namespace analysis {

/// How two categories of a scale differ (Krippendorff 2011, 2019).
enum class Level {
    nominal,   ///< the same or not
    ordinal,   ///< by the ratings between them
    interval,  ///< by their difference
    ratio,     ///< by their difference against their sum
};

/// Observed and expected disagreement.
struct Disagreement {
    double observed = 0, expected = 0;
    Lack lack = Lack::none;

    /// 1 - observed / expected, or no_variation where nothing but one value was given.
    [[nodiscard]] Figure alpha() const;
};

/// Krippendorff's alpha for any number of coders and missing ratings. `values` are the categories' numbers in
/// their order, needed for interval and ratio (else the order of the categories is used).
[[nodiscard]] Disagreement krippendorff(const RatingSums& sums, Level level,
                                        const std::vector<double>& values);
/// The same with squared distances of one's own, [k * q + l].
[[nodiscard]] Disagreement krippendorff(const RatingSums& sums, const std::vector<double>& distances);

/// Alpha without one unit of each row in turn, for the jackknife; `values` are needed for interval and ratio.
/// Costs: rows x coders^2, for interval and ratio once categories^2, for ordinal rows x (rows + categories).
[[nodiscard]] std::vector<Figure> krippendorff_without(const Ratings& rows, Level level,
                                                       const std::vector<double>& values);

}  // namespace analysis
