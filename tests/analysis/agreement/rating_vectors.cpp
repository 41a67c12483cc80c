// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <numeric>

#include "analysis/agreement/kappa.h"
#include "analysis/agreement/krippendorff.h"
#include "analysis/agreement/overlap.h"
#include "analysis/agreement/standard_error.h"
#include "analysis/agreement/vectors.h"

namespace agreement_test {

namespace {

using namespace analysis;

/// Everything that is computed from one table of ratings.
class RatingFigures {
  public:
    explicit RatingFigures(const Json& vector)
        : vector_(vector),
          given_(rating_vector(vector)),
          sums_(sums_of(given_.ratings)),
          both_(rated_by_all(given_.ratings)),
          both_sums_(sums_of(both_)),
          known_coders_(!vector.value("anonymous_coders", false)) {}

    Computed all() {
        agreement();
        weighted("", Weights::identity(sums_.categories), "gwet_ac1", "cohen_kappa");
        const auto values = weight_values();
        weighted("_linear", Weights::linear(values), "gwet_ac2_linear", "weighted_kappa_linear");
        weighted("_quadratic", Weights::quadratic(values), "gwet_ac2_quadratic", "weighted_kappa_quadratic");
        if (vector_.contains("disagreement_weights")) {
            std::vector<double> weights;
            for (const Json& row : vector_["disagreement_weights"]) {
                for (const Json& one : row) weights.push_back(one);
            }
            weighted("_custom", Weights::from_disagreements(sums_.categories, weights), "gwet_ac2_custom",
                     "weighted_kappa_custom");
        }
        alphas();
        categories();
        if (sums_.categories == 2) overlaps();
        return computed_;
    }

  private:
    bool two() const { return sums_.coders == 2 && known_coders_; }
    void put(const std::string& key, const Figure& figure) { agreement_test::put(computed_, key, figure); }

    std::vector<double> weight_values() const {
        const bool numbers = given_.values.size() == static_cast<std::size_t>(sums_.categories);
        return numbers && !vector_.value("weights_by_rank", false) ? given_.values
                                                                   : positions(sums_.categories);
    }

    void agreement() {
        put("percent_agreement_pairable", pairable_agreement(sums_));
        put("percent_agreement_unanimous", unanimous_agreement(sums_));
        put("units", sums_.units);
        put("pairable_values",
            std::round(std::accumulate(sums_.coincidences.begin(), sums_.coincidences.end(), 0.0)));
        put("holsti", holsti(sums_));
        if (!known_coders_) return;
        put("light_kappa", light(sums_));
        for (int g = 0; g < sums_.coders; ++g) {
            for (int h = g + 1; h < sums_.coders; ++h) {
                put(fmt::format("cohen_kappa[{},{}]", g, h),
                    cohen(sums_, Weights::identity(sums_.categories), g, h).corrected());
            }
        }
    }

    /// A value with its error and interval by t.
    void put_with_error(const std::string& key, const Figure& value, const Figure& error, double units) {
        put(key, value);
        put(key + "_se", error);
        computed_[key + "_ci"] = {};
        if (!value.defined() || !error.defined()) return;
        const Bounds bounds = t_bounds(value.value, error.value, units - 1, 0.95);
        computed_[key + "_ci"] = {bounds.low, bounds.high};
    }

    /// The form for contingency tables: the units that both rated, and a divisor n instead of n - 1.
    void put_table_form(const std::string& key, const Figure& value, const Figure& error, double units) {
        if (sums_.coders != 2) return;
        if (!value.defined() || !error.defined()) return;
        const double smaller = error.value * std::sqrt((units - 1) / units);
        const Bounds bounds = t_bounds(value.value, smaller, units - 1, 0.95);
        put(key + "_table_se", smaller);
        computed_[key + "_table_ci"] = {bounds.low, bounds.high};
    }

    void weighted(const std::string& suffix, const Weights& weights, const std::string& ac,
                  const std::string& kappa) {
        const Ratings& ratings = given_.ratings;
        const double n = sums_.units;
        const Figure bp = brennan_prediger(sums_, weights).corrected();
        put_with_error("percent_agreement" + suffix, percent_agreement(sums_, weights),
                       percent_error(ratings, weights), n);
        put_with_error("brennan_prediger" + suffix, bp, brennan_prediger_error(ratings, weights), n);
        put_with_error("fleiss_kappa" + suffix, fleiss(sums_, weights).corrected(),
                       fleiss_error(ratings, weights), n);
        put_with_error(ac, gwet(sums_, weights).corrected(), gwet_error(ratings, weights), n);
        put_table_form("percent_agreement" + suffix, percent_agreement(both_sums_, weights),
                       percent_error(both_, weights), both_sums_.units);
        put_table_form("brennan_prediger" + suffix, brennan_prediger(both_sums_, weights).corrected(),
                       brennan_prediger_error(both_, weights), both_sums_.units);
        // The reference centres this interval on the value of all units.
        put_table_form(ac, gwet(sums_, weights).corrected(), gwet_error(both_, weights), both_sums_.units);
        put_table_form("scott_pi" + suffix, fleiss(both_sums_, weights).corrected(),
                       fleiss_error(both_, weights), both_sums_.units);
        const bool plain = suffix.empty();
        if (plain) {
            put("bennett_s", bp);
            put("randolph_kappa", bp);
            if (sums_.categories == 2) put("pabak", bp);
            put("fleiss_pe", fleiss(sums_, weights).chance);
            nulls();
        }
        if (known_coders_ && sums_.coders >= 2) {
            put_with_error("conger_kappa" + suffix, conger(sums_, weights).corrected(),
                           conger_error(ratings, weights), n);
            if (plain) put("conger_pe", conger(sums_, weights).chance);
        }
        if (sums_.coders == 2) put_scott(suffix, weights);
        if (two()) put_cohen(kappa, weights);
    }

    void put_scott(const std::string& suffix, const Weights& weights) {
        put("scott_pi" + suffix, scott(sums_, weights, 0, 1).corrected());
        if (suffix.empty()) put("scott_pe", scott(sums_, weights, 0, 1).chance);
    }

    void put_cohen(const std::string& key, const Weights& weights) {
        const Chance chance = cohen(sums_, weights, 0, 1);
        const Figure kappa = chance.corrected(), error = cohen_error(sums_, weights, 0, 1),
                     null_error = cohen_null_error(sums_, weights, 0, 1);
        put(key, kappa);
        put(key + "_se", error);
        put(key + "_se0", null_error);
        put(key + "_z0", kappa.defined() && null_error.value > 0 ? Figure(kappa.value / null_error.value)
                                                                 : Figure(Lack::too_few));
        computed_[key + "_ci"] = {};
        computed_[key + "_ci_t"] = {};
        if (kappa.defined()) {
            const Bounds bounds = normal_bounds(kappa.value, error.value, 0.95);
            computed_[key + "_ci"] = {bounds.low, bounds.high};
        }
        if (kappa.defined() && sums_.pairable > 1) {
            const Bounds bounds = t_bounds(kappa.value, error.value, sums_.pairable - 1, 0.95);
            computed_[key + "_ci_t"] = {bounds.low, bounds.high};
        }
        if (key == "cohen_kappa") {
            put("cohen_pe", chance.chance);
            put("cohen_kappa_max", cohen_maximum(sums_, 0, 1));
        }
    }

    void nulls() {
        const Figure error = fleiss_null_error(given_.ratings);
        put("fleiss_kappa_se0", error);
        const Figure kappa = fleiss(sums_, Weights::identity(sums_.categories)).corrected();
        put("fleiss_kappa_z0",
            kappa.defined() && error.defined() ? Figure(kappa.value / error.value) : Figure(Lack::too_few));
    }

    void put_alpha(const std::string& name, const Disagreement& disagreement) {
        put("krippendorff_alpha_" + name, disagreement.alpha());
        put("alpha_do_" + name, disagreement.observed);
        put("alpha_de_" + name, disagreement.expected);
    }

    void alphas() {
        put_alpha("nominal", krippendorff(sums_, Level::nominal, {}));
        put_alpha("ordinal", krippendorff(sums_, Level::ordinal, {}));
        if (given_.values.size() == static_cast<std::size_t>(sums_.categories)) {
            put_alpha("interval", krippendorff(sums_, Level::interval, given_.values));
            put_alpha("ratio", krippendorff(sums_, Level::ratio, given_.values));
        }
        if (vector_.contains("distance_matrix")) {
            std::vector<double> distances;
            for (const Json& row : vector_["distance_matrix"]) {
                for (const Json& one : row) distances.push_back(one);
            }
            put_alpha("custom", krippendorff(sums_, distances));
        }
        weighted_alpha("nominal", Weights::identity(sums_.categories));
        weighted_alpha("weights_linear", Weights::linear(weight_values()));
        weighted_alpha("weights_quadratic", Weights::quadratic(weight_values()));
        if (vector_.contains("disagreement_weights")) {
            std::vector<double> weights;
            for (const Json& row : vector_["disagreement_weights"]) {
                for (const Json& one : row) weights.push_back(one);
            }
            weighted_alpha("weights_custom", Weights::from_disagreements(sums_.categories, weights));
        }
    }

    void weighted_alpha(const std::string& name, const Weights& weights) {
        std::vector<double> distances;
        for (int k = 0; k < sums_.categories; ++k) {
            for (int l = 0; l < sums_.categories; ++l) distances.push_back(1 - weights.at(k, l));
        }
        const std::string key = "krippendorff_alpha_" + name;
        // Degrees of freedom are all units less one; the variance is over the pairable ones.
        const Figure error = krippendorff_error(given_.ratings, weights);
        const Figure alpha = krippendorff(sums_, distances).alpha();
        put_with_error(key, alpha, error, sums_.units);
        put_table_form(key, alpha, krippendorff_error(both_, weights), both_sums_.units);
    }

    void categories() {
        for (Category k = 0; k < sums_.categories; ++k) {
            const RatingSums one = sums_of(against_rest(given_.ratings, k));
            const std::string name = "[" + given_.names[static_cast<std::size_t>(k)] + "]";
            put("fleiss_kappa_category" + name, fleiss(one, Weights::identity(2)).corrected());
            put("krippendorff_alpha_category" + name, krippendorff(one, Level::nominal, {}).alpha());
            if (two()) put("cohen_kappa_category" + name, cohen(one, Weights::identity(2), 0, 1).corrected());
        }
    }

    void overlaps() {
        const Overlap overlap = overlap_of(sums_);
        put("precision", overlap.precision());
        put("recall", overlap.recall());
        put("f1", overlap.f1());
        put("jaccard", overlap.jaccard());
        put("specific_agreement_negative", overlap.negative());
    }

    const Json& vector_;
    RatingVector given_;
    RatingSums sums_;
    Ratings both_;
    RatingSums both_sums_;
    bool known_coders_;
    Computed computed_;
};

}  // namespace

Computed computed_from_ratings(const Json& vector) {
    return RatingFigures(vector).all();
}

}  // namespace agreement_test
