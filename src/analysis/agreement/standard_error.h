// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/agreement/figure.h"
#include "analysis/agreement/ratings.h"
#include "analysis/agreement/weights.h"

namespace analysis {

/// Standard errors by formula. All take units to be independent of each other, which the characters of a text
/// are not: for those resample sources.

/// Of Cohen's kappa with any weights, not under the null hypothesis (Fleiss, Cohen & Everitt 1969).
[[nodiscard]] Figure cohen_error(const RatingSums& sums, const Weights& weights, int first, int second);
/// The same if there were no agreement beyond chance: for the test kappa = 0 only.
[[nodiscard]] Figure cohen_null_error(const RatingSums& sums, const Weights& weights, int first, int second);
/// Of Fleiss' kappa under the null hypothesis, complete data (Fleiss, Nee & Landis 1979); not for intervals.
[[nodiscard]] Figure fleiss_null_error(const Ratings& ratings);

/// Gwet's linearisation (2008, 2014), units as a random sample; missing ratings allowed. Each is undefined
/// (too_few) for fewer than two units, and where the coefficient is.
[[nodiscard]] Figure percent_error(const Ratings& ratings, const Weights& weights);
[[nodiscard]] Figure brennan_prediger_error(const Ratings& ratings, const Weights& weights);
[[nodiscard]] Figure fleiss_error(const Ratings& ratings, const Weights& weights);
[[nodiscard]] Figure gwet_error(const Ratings& ratings, const Weights& weights);
[[nodiscard]] Figure conger_error(const Ratings& ratings, const Weights& weights);
/// Of Krippendorff's alpha whose squared distance is 1 - weight.
[[nodiscard]] Figure krippendorff_error(const Ratings& ratings, const Weights& weights);

struct Bounds {
    double low = 0, high = 0;
};

/// value +- z error, not beyond -1 and 1.
[[nodiscard]] Bounds normal_bounds(double value, double error, double level);
/// value +- t error with that many degrees of freedom, not beyond 1.
[[nodiscard]] Bounds t_bounds(double value, double error, double freedom, double level);

}  // namespace analysis
