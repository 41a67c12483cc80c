// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/agreement/figure.h"
#include "analysis/agreement/ratings.h"
#include "analysis/agreement/weights.h"

namespace analysis {

/// What was observed and what chance would give; most coefficients are (observed - chance) / (1 - chance).
struct Chance {
    double observed = 0;
    double chance = 0;
    Lack lack = Lack::none;  ///< why there is neither

    /// (observed - chance) / (1 - chance), or no_variation (unused is said by who knows what a code is)
    /// where chance leaves nothing.
    [[nodiscard]] Figure corrected() const;
};

/// The mean over pairable units of the share of pairs of coders that agree.
[[nodiscard]] Figure percent_agreement(const RatingSums& sums, const Weights& weights);
/// The same with units weighted by their number of ratings (Krippendorff's 1 - D_o).
[[nodiscard]] Figure pairable_agreement(const RatingSums& sums);
/// The share of pairable units with one value.
[[nodiscard]] Figure unanimous_agreement(const RatingSums& sums);
/// 2 M / (N1 + N2): M agreed decisions, N_g decisions made by g; the mean over pairs (Holsti 1969).
[[nodiscard]] Figure holsti(const RatingSums& sums);

/// Chance is T_w / q^2 over the declared categories: Bennett's S, Brennan & Prediger 1981, PABAK for two
/// categories, Randolph's free-marginal kappa for more coders.
[[nodiscard]] Chance brennan_prediger(const RatingSums& sums, const Weights& weights);
/// Chance from the margins that two coders share over what both rated (Scott 1955).
[[nodiscard]] Chance scott(const RatingSums& sums, const Weights& weights, int first, int second);
/// The same for any number of coders, over all units rated at least once (Fleiss 1971).
[[nodiscard]] Chance fleiss(const RatingSums& sums, const Weights& weights);
/// Chance from each coder's own margins over what both rated (Cohen 1960, 1968). Two coders by their places.
[[nodiscard]] Chance cohen(const RatingSums& sums, const Weights& weights, int first, int second);
/// The most that Cohen's kappa could be with these margins.
[[nodiscard]] Figure cohen_maximum(const RatingSums& sums, int first, int second);
/// Cohen's chance for any number of coders (Conger 1980; Hubert's for complete data).
[[nodiscard]] Chance conger(const RatingSums& sums, const Weights& weights);
/// The mean of Cohen's kappas over pairs of coders; undefined where one of them is (Light 1971).
[[nodiscard]] Figure light(const RatingSums& sums);
/// Chance T_w / (q (q - 1)) sum p_k (1 - p_k): Gwet's AC1 (2008), AC2 with weights.
[[nodiscard]] Chance gwet(const RatingSums& sums, const Weights& weights);

}  // namespace analysis
