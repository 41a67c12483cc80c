// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "search/algebra.h"
#include "search/query.h"
#include "search/stemming.h"
#include "study/study.h"
#include "text/span.h"

namespace naive {

/// A passage that fulfils a query, found by trying every combination of words.
struct Found {
    std::int64_t source = 0;
    text::Span span;
    auto operator<=>(const Found&) const = default;
};

/// Of all stretches those that hold no other one, by comparing each with each.
search::Stretches smallest(const search::Stretches& all);
/// One of each list, in every combination.
search::Stretches covering(const std::vector<search::Stretches>& lists);
search::Stretches near(const std::vector<search::Stretches>& lists, std::int64_t distance);
search::Stretches adjacent(const std::vector<search::Stretches>& lists, std::int64_t distance);

/// Every hit of a query in the transcripts of a study, in order. Knows of the fields only role, source, turn
/// and code, and neither regular expressions nor WITHIN.
std::vector<Found> hits(const study::Study& study, const search::Node& query);

}  // namespace naive
