// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "analysis/agreement/agreement.h"

namespace analysis {

/// A stretch of text that every coder marked with a code throughout, or nowhere: so many equal units.
struct RatedRun {
    model::SourceId source;
    model::CodeId code;
    text::Span span;
    std::vector<std::optional<bool>> marked;  ///< [coder]; nothing: that coder did not code the source
};

/// The characters of every source that at least two coders marked as coded, code by code in the order of the
/// codebook, as runs: from these any program computes the figures by character anew. Of the spec coders,
/// codes and trimming count. Throws what agreement() throws.
[[nodiscard]] std::vector<RatedRun> rated_runs(const model::Material& material, const AgreementSpec& spec,
                                               const TextUnits& units = {});

}  // namespace analysis
