// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/agreement/coefficient.h"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "analysis/agreement/kappa.h"
#include "analysis/agreement/krippendorff.h"
#include "analysis/agreement/overlap.h"
#include "analysis/agreement/standard_error.h"
#include "base/translate.h"

namespace analysis {

namespace {

using C = Coefficient;

using base::msg;

constexpr const char* kKrippendorff = "Krippendorff 2011, 2019";

constexpr const char* kUnitizing = "Krippendorff, Mathet, Bouvry & Widlöcher 2016";
constexpr const char* kMatching = "Hripcsak & Rothschild 2005; one-to-one matching";

constexpr std::array kCoefficients{
    CoefficientInfo{C::percent_agreement, "percent_agreement", msg("Percent agreement"), "Fleiss 1971",
                    Basis::ratings},
    CoefficientInfo{C::percent_agreement_unanimous, "percent_agreement_unanimous", msg("Unanimous agreement"),
                    "Gamer et al., irr", Basis::ratings},
    CoefficientInfo{C::holsti, "holsti", msg("Holsti's CR"), "Holsti 1969", Basis::ratings},
    CoefficientInfo{C::precision, "precision", msg("Precision"), "Hripcsak & Rothschild 2005", Basis::marks},
    CoefficientInfo{C::recall, "recall", msg("Recall"), "Hripcsak & Rothschild 2005", Basis::marks},
    CoefficientInfo{C::f1, "f1", "F1", "Dice 1945; Hripcsak & Rothschild 2005", Basis::marks},
    CoefficientInfo{C::jaccard, "jaccard", "Jaccard", "Jaccard 1901", Basis::marks},
    CoefficientInfo{C::cohen_kappa, "cohen_kappa", msg("Cohen's κ"), "Cohen 1960", Basis::ratings},
    CoefficientInfo{C::weighted_kappa_linear, "weighted_kappa_linear", msg("Weighted κ, linear"),
                    "Cohen 1968; Cicchetti & Allison 1971", Basis::ratings},
    CoefficientInfo{C::weighted_kappa_quadratic, "weighted_kappa_quadratic", msg("Weighted κ, quadratic"),
                    "Cohen 1968; Fleiss & Cohen 1973", Basis::ratings},
    CoefficientInfo{C::conger_kappa, "conger_kappa", msg("Conger's κ"), "Conger 1980", Basis::ratings},
    CoefficientInfo{C::light_kappa, "light_kappa", msg("Light's κ"), "Light 1971", Basis::ratings},
    CoefficientInfo{C::scott_pi, "scott_pi", msg("Scott's π"), "Scott 1955", Basis::ratings},
    CoefficientInfo{C::fleiss_kappa, "fleiss_kappa", "Fleiss' κ", "Fleiss 1971", Basis::ratings},
    CoefficientInfo{C::brennan_prediger, "brennan_prediger", "Brennan–Prediger", "Brennan & Prediger 1981",
                    Basis::ratings},
    CoefficientInfo{C::gwet_ac1, "gwet_ac1", msg("Gwet's AC1"), "Gwet 2008", Basis::ratings},
    CoefficientInfo{C::gwet_ac2_linear, "gwet_ac2_linear", msg("Gwet's AC2, linear"), "Gwet 2014",
                    Basis::ratings},
    CoefficientInfo{C::gwet_ac2_quadratic, "gwet_ac2_quadratic", msg("Gwet's AC2, quadratic"), "Gwet 2014",
                    Basis::ratings},
    CoefficientInfo{C::krippendorff_alpha_nominal, "krippendorff_alpha_nominal", msg("Krippendorff's α"),
                    kKrippendorff, Basis::ratings},
    CoefficientInfo{C::krippendorff_alpha_ordinal, "krippendorff_alpha_ordinal",
                    msg("Krippendorff's α, ordinal"), kKrippendorff, Basis::ratings},
    CoefficientInfo{C::krippendorff_alpha_interval, "krippendorff_alpha_interval",
                    msg("Krippendorff's α, interval"), kKrippendorff, Basis::ratings},
    CoefficientInfo{C::krippendorff_alpha_ratio, "krippendorff_alpha_ratio", msg("Krippendorff's α, ratio"),
                    kKrippendorff, Basis::ratings},
    CoefficientInfo{C::krippendorff_alpha_jaccard, "krippendorff_alpha_jaccard",
                    msg("Krippendorff's α of sets, Jaccard"), "Krippendorff 2011; Jaccard 1901", Basis::sets},
    CoefficientInfo{C::krippendorff_alpha_masi, "krippendorff_alpha_masi",
                    msg("Krippendorff's α of sets, MASI"), "Krippendorff 2011; Passonneau 2006", Basis::sets},
    CoefficientInfo{C::u_alpha, "u_alpha", "u-α", kUnitizing, Basis::unitizing},
    CoefficientInfo{C::bar_u_alpha, "bar_u_alpha", "|u-α", kUnitizing, Basis::unitizing},
    CoefficientInfo{C::cu_alpha, "cu_alpha", "cu-α", kUnitizing, Basis::unitizing},
    CoefficientInfo{C::ku_alpha, "ku_alpha", "(k)u-α", kUnitizing, Basis::unitizing},
    CoefficientInfo{C::span_exact_f1, "span_exact_f1", msg("F1 of passages, same bounds"), kMatching,
                    Basis::matching},
    CoefficientInfo{C::span_iou90_f1, "span_iou90_f1", msg("F1 of passages, IoU ≥ .9"), kMatching,
                    Basis::matching},
    CoefficientInfo{C::span_iou50_f1, "span_iou50_f1", msg("F1 of passages, IoU ≥ .5"), kMatching,
                    Basis::matching},
    CoefficientInfo{C::span_any_f1, "span_any_f1", msg("F1 of passages, any overlap"), kMatching,
                    Basis::matching},
};

constexpr std::array kOtherNames{
    std::pair{"pabak", C::brennan_prediger},
    std::pair{"bennett_s", C::brennan_prediger},
    std::pair{"randolph_kappa", C::brennan_prediger},
    std::pair{"dice", C::f1},
    std::pair{"krippendorff_alpha", C::krippendorff_alpha_nominal},
};

Lack must_be_two_coders(const RatingSums& sums) {
    return sums.coders == 2 ? Lack::none : Lack::two_coders;
}

/// The chance-corrected ones; nothing for others.
std::optional<Chance> chance_of(Coefficient coefficient, const RatingSums& sums, const Scale& scale) {
    const auto of_two = [&](const auto& formula, const Weights& weights) -> Chance {
        if (const Lack lack = must_be_two_coders(sums); lack != Lack::none) return {0, 0, lack};
        return formula(sums, weights, 0, 1);
    };
    switch (coefficient) {
        case C::cohen_kappa:
            return of_two(cohen, scale.identity);
        case C::weighted_kappa_linear:
            return of_two(cohen, scale.linear);
        case C::weighted_kappa_quadratic:
            return of_two(cohen, scale.quadratic);
        case C::scott_pi:
            return of_two(scott, scale.identity);
        case C::conger_kappa:
            return conger(sums, scale.identity);
        case C::fleiss_kappa:
            return fleiss(sums, scale.identity);
        case C::brennan_prediger:
            return brennan_prediger(sums, scale.identity);
        case C::gwet_ac1:
            return gwet(sums, scale.identity);
        case C::gwet_ac2_linear:
            return gwet(sums, scale.linear);
        case C::gwet_ac2_quadratic:
            return gwet(sums, scale.quadratic);
        default:
            return {};
    }
}

std::optional<Level> level_of(Coefficient coefficient) {
    switch (coefficient) {
        case C::krippendorff_alpha_nominal:
            return Level::nominal;
        case C::krippendorff_alpha_ordinal:
            return Level::ordinal;
        case C::krippendorff_alpha_interval:
            return Level::interval;
        case C::krippendorff_alpha_ratio:
            return Level::ratio;
        default:
            return {};
    }
}

Figure of_overlap(Coefficient coefficient, const RatingSums& sums) {
    if (sums.categories != 2) return Lack::two_values;
    if (sums.pairable == 0) return Lack::no_overlap;
    const Overlap overlap = overlap_of(sums);
    switch (coefficient) {
        case C::precision:
            return sums.coders == 2 ? overlap.precision() : Lack::two_coders;
        case C::recall:
            return sums.coders == 2 ? overlap.recall() : Lack::two_coders;
        case C::f1:
            return overlap.f1();
        default:
            return overlap.jaccard();
    }
}

/// The sums of several things of the same shape.
RatingSums added(std::span<const RatingSums> things) {
    RatingSums sum = things.front();
    const auto add = [](std::vector<double>& to, const std::vector<double>& from) {
        std::transform(to.begin(), to.end(), from.begin(), to.begin(), std::plus<>());
    };
    for (const RatingSums& one : things.subspan(1)) {
        sum.units += one.units;
        sum.pairable += one.pairable;
        sum.unanimous += one.unanimous;
        add(sum.shares, one.shares);
        add(sum.agreement, one.agreement);
        add(sum.coincidences, one.coincidences);
        add(sum.margins, one.margins);
        add(sum.pairs, one.pairs);
    }
    return sum;
}

/// Of codes: category 0 is not to have it.
bool nobody_used(const RatingSums& sums) {
    return std::all_of(sums.shares.begin() + 1, sums.shares.end(), [](double share) { return share == 0; });
}

Figure pooled_alpha(Level level, std::span<const RatingSums> things, const Scale& scale) {
    Disagreement sum{0, 0, Lack::no_overlap};
    for (const RatingSums& thing : things) {
        const Disagreement one = krippendorff(thing, level, scale.values);
        if (one.lack != Lack::none) continue;
        sum.lack = Lack::none;
        sum.observed += one.observed;
        sum.expected += one.expected;
    }
    return sum.alpha();
}

}  // namespace

std::span<const CoefficientInfo> coefficients() {
    return kCoefficients;
}

const CoefficientInfo& info(Coefficient coefficient) {
    return kCoefficients[static_cast<std::size_t>(coefficient)];
}

const char* shown_name(Coefficient coefficient) {
    return base::tr(info(coefficient).name);
}

std::optional<Coefficient> coefficient_of(std::string_view id) {
    for (const auto& one : kCoefficients) {
        if (id == one.id) return one.coefficient;
    }
    for (const auto& [name, coefficient] : kOtherNames) {
        if (id == name) return coefficient;
    }
    return std::nullopt;
}

double least_value(Coefficient coefficient) {
    const bool share = info(coefficient).basis == Basis::matching ||
                       info(coefficient).basis == Basis::marks || coefficient == C::percent_agreement ||
                       coefficient == C::holsti || coefficient == C::percent_agreement_unanimous;
    return share ? 0 : -1;
}

SpanMatch match_of(Coefficient coefficient) {
    switch (coefficient) {
        case C::span_iou90_f1:
            return {0.9};
        case C::span_iou50_f1:
            return {0.5};
        case C::span_any_f1:
            return {0};
        default:
            return {1};
    }
}

Scale Scale::of_names(int categories) {
    const auto ranks = positions(categories);
    return {Weights::identity(categories), Weights::linear(ranks), Weights::quadratic(ranks), {}};
}

Scale Scale::of_numbers(const std::vector<double>& values) {
    return {Weights::identity(static_cast<int>(values.size())), Weights::linear(values),
            Weights::quadratic(values), values};
}

Figure value_of(Coefficient coefficient, const RatingSums& sums, const Scale& scale) {
    if (const auto chance = chance_of(coefficient, sums, scale)) return chance->corrected();
    if (const auto level = level_of(coefficient)) return krippendorff(sums, *level, scale.values).alpha();
    switch (coefficient) {
        case C::percent_agreement:
            return percent_agreement(sums, scale.identity);
        case C::percent_agreement_unanimous:
            return unanimous_agreement(sums);
        case C::holsti:
            return holsti(sums);
        case C::light_kappa:
            return light(sums);
        default:
            return of_overlap(coefficient, sums);
    }
}

Figure pooled_value(Coefficient coefficient, std::span<const RatingSums> things, const Scale& scale) {
    if (things.empty()) return Lack::no_overlap;
    if (const auto level = level_of(coefficient)) return pooled_alpha(*level, things, scale);
    if (!chance_of(coefficient, things.front(), scale)) {
        // Light's kappa is itself a mean that has to leave out what is undefined.
        if (coefficient == C::light_kappa && things.size() > 1)
            return pooled_value(C::conger_kappa, things, scale);
        return value_of(coefficient, added(things), scale);
    }
    Chance mean;
    double defined = 0;
    Lack lack = Lack::unused;
    for (const RatingSums& thing : things) {
        // To coefficients whose chance does not rise with what is rare it would be perfect agreement.
        if (nobody_used(thing)) continue;
        const Chance one = *chance_of(coefficient, thing, scale);
        if (one.lack != Lack::none) {
            lack = one.lack;
            continue;
        }
        mean.observed += one.observed;
        mean.chance += one.chance;
        defined += 1;
    }
    if (defined == 0) return lack;
    mean.observed /= defined;
    mean.chance /= defined;
    return mean.corrected();
}

Figure error_of(Coefficient coefficient, const Ratings& ratings, const Scale& scale) {
    const auto of_cohen = [&](const Weights& weights) -> Figure {
        if (ratings.coders() != 2) return Lack::two_coders;
        return cohen_error(sums_of(ratings), weights, 0, 1);
    };
    switch (coefficient) {
        case C::percent_agreement:
            return percent_error(ratings, scale.identity);
        case C::cohen_kappa:
            return of_cohen(scale.identity);
        case C::weighted_kappa_linear:
            return of_cohen(scale.linear);
        case C::weighted_kappa_quadratic:
            return of_cohen(scale.quadratic);
        case C::conger_kappa:
            return conger_error(ratings, scale.identity);
        case C::scott_pi:
            return fleiss_error(rated_by_all(ratings), scale.identity);
        case C::fleiss_kappa:
            return fleiss_error(ratings, scale.identity);
        case C::brennan_prediger:
            return brennan_prediger_error(ratings, scale.identity);
        case C::gwet_ac1:
            return gwet_error(ratings, scale.identity);
        case C::gwet_ac2_linear:
            return gwet_error(ratings, scale.linear);
        case C::gwet_ac2_quadratic:
            return gwet_error(ratings, scale.quadratic);
        case C::krippendorff_alpha_nominal:
            return krippendorff_error(ratings, scale.identity);
        default:
            return Lack::no_formula;
    }
}

}  // namespace analysis
