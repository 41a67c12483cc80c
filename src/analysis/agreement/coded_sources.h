// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "analysis/agreement/agreement.h"
#include "analysis/agreement/observed.h"
#include "analysis/agreement/valued_span.h"
#include "analysis/numbered.h"

namespace analysis {

/// What the coders marked with one code in one source; by coder.
struct CodeMarks {
    Index code = 0;
    std::vector<std::vector<ValuedSpan>> spans;     ///< united
    std::vector<std::vector<text::Span>> passages;  ///< as they were drawn; for coefficients of matching
};

/// A source that at least two coders marked as coded.
struct CodedSource {
    Index source = 0;
    std::size_t cluster = 0;
    std::vector<bool> coded;       ///< [coder]
    std::vector<CodeMarks> marks;  ///< of the codes that anybody used, in the order of the codebook

    /// Null where nobody used the code.
    [[nodiscard]] const CodeMarks* of(Index code) const;
};

/// All that the coders of a spec did on the sources that can be compared.
struct CodedSources {
    std::vector<CodedSource> sources;  ///< ordered by cluster
    std::vector<MissingCoders> missing;
    std::size_t clusters = 0;
    std::size_t passages = 0, empty_passages = 0;
};

[[nodiscard]] CodedSources coded_sources(const Numbered& numbered, const AgreementSpec& spec,
                                         const TextUnits& units);

}  // namespace analysis
