// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/agreement/agreement.h"

namespace analysis {

/// A source that the coders have finished, and when the last of them had. Sources of equal `order` were
/// finished together.
struct FinishedSource {
    model::SourceId source;
    std::int64_t at = 0;     ///< seconds since 1970
    std::int64_t order = 0;  ///< grows with time
};

/// One stretch of the work: the sources that were finished in it, and how far the coders agreed.
struct TrendStep {
    std::vector<model::SourceId> sources;
    std::int64_t from = 0, to = 0;  ///< when the first and the last of them was finished
    AgreementFigure here;           ///< on these sources
    AgreementFigure so_far;         ///< on these and all before
};

/// How agreement of all codes together went while the coders finished one source after the other: in at most
/// `steps` steps of nearly as many sources, by the first coefficient of the spec. Sources that were finished
/// together are in one step. Throws what agreement() throws.
[[nodiscard]] std::vector<TrendStep> trend(const model::Material& material, const AgreementSpec& spec,
                                           std::vector<FinishedSource> finished, std::size_t steps,
                                           const TextUnits& units = {});

}  // namespace analysis
