// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/agreement/figure.h"
#include "analysis/agreement/ratings.h"
#include "analysis/agreement/span_matching.h"
#include "analysis/agreement/weights.h"

namespace analysis {

/// A coefficient that is offered.
enum class Coefficient {
    percent_agreement,
    percent_agreement_unanimous,
    holsti,
    precision,
    recall,
    f1,
    jaccard,
    cohen_kappa,
    weighted_kappa_linear,
    weighted_kappa_quadratic,
    conger_kappa,
    light_kappa,
    scott_pi,
    fleiss_kappa,
    brennan_prediger,
    gwet_ac1,
    gwet_ac2_linear,
    gwet_ac2_quadratic,
    krippendorff_alpha_nominal,
    krippendorff_alpha_ordinal,
    krippendorff_alpha_interval,
    krippendorff_alpha_ratio,
    krippendorff_alpha_jaccard,
    krippendorff_alpha_masi,
    u_alpha,
    bar_u_alpha,
    cu_alpha,
    ku_alpha,
    span_exact_f1,
    span_iou90_f1,
    span_iou50_f1,
    span_any_f1,
};

/// What a coefficient is computed from.
enum class Basis {
    ratings,    ///< units that were rated, with any categories
    marks,      ///< units that were marked or not
    sets,       ///< units with all the codes of a dimension that they were given
    unitizing,  ///< stretches of text with values, which one coder's do not share
    matching,   ///< passages, one to one
};

struct CoefficientInfo {
    Coefficient coefficient;
    const char* id;      ///< in options, JSON and files
    const char* name;    ///< for people, a msgid
    const char* source;  ///< the paper that defines it
    Basis basis;
};

/// All, in the order in which they are listed.
[[nodiscard]] std::span<const CoefficientInfo> coefficients();
[[nodiscard]] const CoefficientInfo& info(Coefficient coefficient);
/// Its name in the language of the user.
[[nodiscard]] const char* shown_name(Coefficient coefficient);
/// By its id; `pabak`, `randolph_kappa`, `bennett_s` and `dice` are other names of one. Nothing for others.
[[nodiscard]] std::optional<Coefficient> coefficient_of(std::string_view id);

/// The least that it can be: 0 of shares, -1 of what is corrected for chance.
[[nodiscard]] double least_value(Coefficient coefficient);
/// What two spans must have in common for a coefficient of matching.
[[nodiscard]] SpanMatch match_of(Coefficient coefficient);

/// What the categories are to weights and distances. Made once, used for many tables.
struct Scale {
    Weights identity, linear, quadratic;
    std::vector<double> values;  ///< of the categories; empty where they are names

    /// Names, or ranks in their order.
    static Scale of_names(int categories);
    static Scale of_numbers(const std::vector<double>& values);
};

/// Of a coefficient of ratings or marks.
[[nodiscard]] Figure value_of(Coefficient coefficient, const RatingSums& sums, const Scale& scale);

/// One figure for several things that were rated, such as all codes: (mean observed - mean chance) /
/// (1 - mean chance) for kappas (De Vries et al. 2008), 1 - sum observed / sum expected disagreement for
/// alpha, and the sums of what was counted for the others. What nobody used changes nothing.
[[nodiscard]] Figure pooled_value(Coefficient coefficient, std::span<const RatingSums> things,
                                  const Scale& scale);

/// The standard error by formula, for units that are independent of each other; no_formula where there is
/// none for this coefficient.
[[nodiscard]] Figure error_of(Coefficient coefficient, const Ratings& ratings, const Scale& scale);

}  // namespace analysis
