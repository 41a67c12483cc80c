// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/agreement/figure.h"
#include "analysis/agreement/ratings.h"

namespace agreement_test {

using Json = nlohmann::json;

/// What was computed, by the keys of tests/data/agreement/vectors.json: a number or an interval; empty where
/// it is undefined.
using Computed = std::map<std::string, std::vector<double>>;

/// tests/data/agreement/vectors.json.
const Json& vectors();

/// A vector of kind "ratings" as the table that the coefficients take.
struct RatingVector {
    analysis::Ratings ratings;
    std::vector<std::string> names;  ///< of the categories
    std::vector<double> values;      ///< of the categories where they are numbers
};
RatingVector rating_vector(const Json& vector);

Computed computed_from_ratings(const Json& vector);
Computed computed_from_spans(const Json& vector);
Computed computed_from_sets(const Json& vector);

void put(Computed& computed, const std::string& key, const analysis::Figure& figure);

/// True for keys that Trialogue does not offer; docs/agreement.md lists them.
bool is_not_offered(const std::string& key);

}  // namespace agreement_test
