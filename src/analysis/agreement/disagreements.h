// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "analysis/agreement/agreement.h"

namespace analysis {

enum class DisagreementKind {
    boundary,    ///< both found the passage; one drew it further
    missed,      ///< the other coded nothing there
    other_code,  ///< the other gave it another code of the dimension
    extra,       ///< the other coded it, but with nothing of this dimension
};

/// Characters that carry a code by one of two coders.
struct DisagreementPassage {
    model::SourceId source;
    model::CodeId code;
    text::Span span;
    DisagreementKind kind = DisagreementKind::missed;
    std::size_t coded_by = 0, not_by = 0;  ///< places of the coders in the spec
    std::vector<model::CodeId>
        other_codes;  ///< what the other gave the passage, in the order of the codebook
};

/// Every disagreement of each pair of coders on the sources that both marked as coded, the longest first; of
/// the spec coders, codes and trimming count. Throws what agreement() throws.
[[nodiscard]] std::vector<DisagreementPassage> disagreements(const model::Material& material,
                                                             const AgreementSpec& spec,
                                                             const TextUnits& units = {});

}  // namespace analysis
