// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "analysis/agreement/figure.h"
#include "analysis/agreement/valued_span.h"

namespace analysis {

/// What several observers made of one text; the parts without a unit are gaps.
struct Continuum {
    text::Position length = 0;
    /// [observer]: units with values from 1, ordered by begin; those of one observer may not overlap.
    std::vector<std::vector<ValuedSpan>> observers;
};

/// A coefficient over a part of the text, and how large this part is.
struct CoveredFigure {
    Figure value = Lack::no_overlap;
    Figure coverage = Lack::no_overlap;
};

/// The family of Krippendorff, Mathet, Bouvry & Widlöcher 2016 (Krippendorff 2019, 12.6).
struct Unitizing {
    Figure u = Lack::no_overlap;          ///< where and what, gaps included
    Figure relevance = Lack::no_overlap;  ///< |u: where anything is
    CoveredFigure coding;                 ///< cu: what, where both found something
    std::vector<CoveredFigure> by_value;  ///< (k)u of each value, from 1
};

/// The family is computed from lengths that add up over continua: joining texts is harmless, since gaps count
/// by the character. How many there are for so many values:
[[nodiscard]] std::size_t unitizing_columns(int values);
/// Adds the lengths of one continuum; nothing for fewer than two observers. False, and nothing added, where
/// units of an observer overlap. Costs grow with the units.
[[nodiscard]] bool add_continuum(const Continuum& continuum, int values, std::span<double> columns);
[[nodiscard]] Unitizing unitizing(std::span<const double> columns, int values);
/// The family of a dimension in which units of an observer overlap.
[[nodiscard]] Unitizing no_unitizing(Lack lack, int values);

}  // namespace analysis
