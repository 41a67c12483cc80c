// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/agreement/rated_table.h"

#include <algorithm>
#include <cmath>

#include "analysis/agreement/standard_error.h"

namespace analysis {

namespace {

/// For alpha a unit with one rating is no unit at all.
Ratings units_of(Coefficient coefficient, const Ratings& ratings) {
    const bool alpha = coefficient >= Coefficient::krippendorff_alpha_nominal &&
                       coefficient <= Coefficient::krippendorff_alpha_ratio;
    Ratings units(ratings.coders(), ratings.categories());
    for (std::size_t i = 0; i < ratings.rows(); ++i) {
        const auto row = ratings.row(i);
        const auto raters =
            std::count_if(row.begin(), row.end(), [](Category value) { return value != kMissing; });
        if (raters > (alpha ? 1 : 0)) units.add(row, ratings.count(i));
    }
    return units;
}

std::optional<Level> level_of(Coefficient coefficient) {
    switch (coefficient) {
        case Coefficient::krippendorff_alpha_ordinal:
            return Level::ordinal;
        case Coefficient::krippendorff_alpha_interval:
            return Level::interval;
        case Coefficient::krippendorff_alpha_ratio:
            return Level::ratio;
        default:
            return {};
    }
}

/// The figure without one unit of each row in turn.
std::vector<Figure> without_one(Coefficient coefficient, const Ratings& rows, const Scale& scale) {
    if (const auto level = level_of(coefficient)) return krippendorff_without(rows, *level, scale.values);
    std::vector<double> counts = rows.counts();
    std::vector<Figure> values;
    Ratings rest = rows;
    for (std::size_t i = 0; i < rows.rows(); ++i) {
        counts[i] -= 1;
        rest.set_counts(counts);
        counts[i] += 1;
        values.push_back(value_of(coefficient, sums_of(rest), scale));
    }
    return values;
}

/// The standard error of leaving out one unit at a time. Units with the same ratings leave the same, so that
/// it costs one evaluation for each different row.
Figure unit_jackknife(Coefficient coefficient, const Ratings& ratings, const Scale& scale) {
    const Ratings rows = joined(units_of(coefficient, ratings));
    const auto values = without_one(coefficient, rows, scale);
    double units = 0, mean = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!values[i].defined()) return Lack::too_few;
        units += rows.count(i);
        mean += rows.count(i) * values[i].value;
    }
    if (units < 2) return Lack::too_few;
    mean /= units;
    double squares = 0;
    for (std::size_t i = 0; i < values.size(); ++i)
        squares += rows.count(i) * (values[i].value - mean) * (values[i].value - mean);
    return std::sqrt((units - 1) / units * squares);
}

Interval interval_of(Coefficient coefficient, const Figure& value, const Ratings& ratings, const Scale& scale,
                     double level) {
    Interval interval;
    interval.lack = value.lack;
    if (!value.defined()) return interval;
    Figure error = error_of(coefficient, ratings, scale);
    if (error.lack == Lack::no_formula) error = unit_jackknife(coefficient, ratings, scale);
    const RatingSums sums = sums_of(ratings);
    interval.lack = error.lack;
    if (error.defined() && !(error.value > 0)) interval.lack = Lack::no_difference;
    if (error.defined() && sums.pairable < 2) interval.lack = Lack::too_few;
    if (interval.lack != Lack::none) return interval;
    const Bounds bounds = t_bounds(value.value, error.value, sums.units - 1, level);
    interval.low = std::max(least_value(coefficient), bounds.low);
    interval.high = bounds.high;
    interval.error = error.value;
    interval.missing = missing_by_error(value.value, error.value);
    return interval;
}

AgreementRow row_of(const Ratings& ratings, const Scale& scale, const std::vector<Coefficient>& coefficients,
                    double level) {
    AgreementRow row;
    const RatingSums sums = sums_of(ratings);
    row.units = sums.pairable;
    for (const Coefficient coefficient : coefficients) {
        const Basis basis = info(coefficient).basis;
        const bool of_table = basis == Basis::ratings || basis == Basis::marks;
        Figure value = of_table ? value_of(coefficient, sums, scale) : Figure(Lack::of_text);
        if (value.lack == Lack::no_overlap) value = Lack::no_common_unit;
        row.figures.push_back(
            {coefficient, value, interval_of(coefficient, value, ratings, scale, level), {}});
    }
    return row;
}

/// How many units each coder put into category 1 of two, and on how many a pair agrees.
void set_counts(AgreementRow& row, const RatingSums& sums) {
    for (int g = 0; g < sums.coders; ++g) row.marked.push_back(sums.margins[sums.cell(g, 1)]);
    for (std::size_t table = 0; table + 4 <= sums.pairs.size(); table += 4) {
        row.neither += sums.pairs[table];
        row.both += sums.pairs[table + 3];
    }
}

}  // namespace

std::vector<Coefficient> usual_coefficients(Level level, std::size_t coders) {
    using C = Coefficient;
    std::vector<Coefficient> usual{C::percent_agreement};
    if (coders > 2) usual.push_back(C::percent_agreement_unanimous);
    if (level == Level::nominal) {
        if (coders == 2) usual.insert(usual.end(), {C::cohen_kappa, C::scott_pi});
        if (coders > 2) usual.insert(usual.end(), {C::conger_kappa, C::fleiss_kappa});
        usual.insert(usual.end(), {C::brennan_prediger, C::gwet_ac1, C::krippendorff_alpha_nominal});
        return usual;
    }
    if (coders == 2) usual.insert(usual.end(), {C::weighted_kappa_linear, C::weighted_kappa_quadratic});
    usual.push_back(C::gwet_ac2_quadratic);
    usual.push_back(level == Level::ordinal    ? C::krippendorff_alpha_ordinal
                    : level == Level::interval ? C::krippendorff_alpha_interval
                                               : C::krippendorff_alpha_ratio);
    return usual;
}

std::vector<AgreementRow> agreement_of_table(const RatedTable& table,
                                             const std::vector<Coefficient>& coefficients, double level) {
    const Scale scale = table.values.empty() ? Scale::of_names(static_cast<int>(table.categories.size()))
                                             : Scale::of_numbers(table.values);
    const Ratings ratings = joined(table.ratings);
    std::vector<AgreementRow> rows{row_of(ratings, scale, coefficients, level)};
    rows.front().by = AgreementBy::all;
    if (ratings.categories() == 2) set_counts(rows.front(), sums_of(ratings));
    // Of what is measured a single number is no category.
    if (ratings.categories() <= 2 || !table.values.empty()) return rows;
    for (std::size_t k = 0; k < table.categories.size(); ++k) {
        const Ratings one = against_rest(ratings, static_cast<Category>(k));
        AgreementRow row = row_of(one, Scale::of_names(2), coefficients, level);
        row.by = AgreementBy::category;
        row.label = table.categories[k];
        set_counts(row, sums_of(one));
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace analysis
