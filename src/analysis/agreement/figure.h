// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>
#include <string>

namespace analysis {

/// Why a coefficient has no value. Tools differ here (1, NaN, an error, 0), so no number is invented.
enum class Lack {
    none,            ///< there is a value
    no_overlap,      ///< no unit was rated by two coders
    no_common_unit,  ///< the same of a table of ratings
    unused,          ///< nobody used the code
    nowhere,         ///< it was used, but no unit has it by the rule
    everywhere,      ///< all that was rated carries the code
    no_variation,    ///< all that was rated has the same value
    one_category,    ///< only one category is declared
    two_coders,      ///< it is defined for two coders only
    two_values,      ///< it is defined for two categories only
    no_positive,     ///< its denominator counts what nobody (or one of two) marked
    of_text,         ///< it is of passages of text
    by_dimension,    ///< it is about the codes of a dimension together
    by_code,         ///< it is about one code
    no_numbers,      ///< it needs categories that are numbers
    overlapping,     ///< spans of one coder overlap where each place may have one value
    no_formula,      ///< a standard error: there is none by formula
    too_few,         ///< an interval or a standard error needs more units or clusters
    no_difference,   ///< an interval: no disagreement was seen, so that resampling sees none either
    no_interval,     ///< resampling gave no interval: too many replicates without a value
};

/// A number, or the reason why there is none.
struct Figure {
    double value = std::numeric_limits<double>::quiet_NaN();
    Lack lack = Lack::none;

    // Implicit, so that a formula can return what it computed or why it could not.
    Figure(double number) : value(number) {}  // NOLINT
    Figure(Lack reason) : lack(reason) {}     // NOLINT

    [[nodiscard]] bool defined() const { return lack == Lack::none; }
};

/// The name of the reason in JSON: "no_overlap"; empty for none.
[[nodiscard]] std::string id_of(Lack lack);
/// The reason in a sentence for people; empty for none.
[[nodiscard]] std::string sentence_of(Lack lack);

}  // namespace analysis
