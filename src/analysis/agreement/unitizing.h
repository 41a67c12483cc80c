// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/agreement/figure.h"
#include "text/span.h"

namespace analysis {

/// A stretch of a continuum to which one observer gave a value (from 0).
struct UnitizedSpan {
    text::Span span;
    int value = 0;
};

/// What several observers made of one text; the parts without a unit are gaps.
struct Continuum {
    text::Position length = 0;
    /// [observer]: units in any order; those of one observer may not overlap.
    std::vector<std::vector<UnitizedSpan>> observers;
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
    std::vector<CoveredFigure> by_value;  ///< (k)u of each value
};

/// Of all continua one after the other, each with the same observers. Costs grow with the units. Every figure
/// is Lack::overlapping where units of one observer overlap.
[[nodiscard]] Unitizing unitizing(const std::vector<Continuum>& continua, int values);

}  // namespace analysis
