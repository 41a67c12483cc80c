// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "analysis/agreement/agreement.h"
#include "analysis/agreement/krippendorff.h"

namespace analysis {

/// A table of ratings from anywhere: units by coders.
struct RatedTable {
    std::vector<std::string> coders;
    std::vector<std::string> categories;  ///< declared or found, in their order
    std::vector<double> values;           ///< of the categories, for interval and ratio; else empty
    Ratings ratings;
};

/// The figures of the whole table, then of each category against the others where there are more than two.
/// Intervals take the units to be independent: by formula, and where there is none by leaving out one unit at
/// a time.
[[nodiscard]] std::vector<AgreementRow> agreement_of_table(const RatedTable& table,
                                                           const std::vector<Coefficient>& coefficients,
                                                           double level);

/// What is usual for a level and a number of coders.
[[nodiscard]] std::vector<Coefficient> usual_coefficients(Level level, std::size_t coders);

}  // namespace analysis
