// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include "search/algebra.h"
#include "search/plan.h"
#include "search/words.h"

namespace search {

/// A stretch that fulfils the query, and in which unit it lies.
struct Match {
    std::size_t unit = 0;
    Stretch at;

    bool operator==(const Match&) const = default;
};

/// What one text gives to a query: its units, and where each term of the plan stands in it.
struct Matter {
    const std::vector<Unit>* units = nullptr;
    /// For each term of the plan, ordered, minimal, each within one unit.
    std::vector<Stretches> terms;
    /// Whether a condition of the plan holds for a stretch of a unit.
    std::function<bool(int condition, std::size_t unit, const Stretch& at)> holds;
    /// Coded passages within a unit, for steps that are of_passages.
    std::function<Stretches(std::size_t unit)> passages;
};

/// Every stretch of the text that fulfils the plan, from left to right; each lies within one unit.
[[nodiscard]] std::vector<Match> matches(const Plan& plan, const Matter& matter);

/// A unit as a whole, in the measure of the plan.
[[nodiscard]] Stretch whole(const Unit& unit, bool by_character);

}  // namespace search
