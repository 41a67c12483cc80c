// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "analysis/agreement/agreement.h"

namespace analysis {

/// A stretch of text.
struct TextPlace {
    model::SourceId source;
    text::Span span;
};

/// What the first coder gave some words, and what the second gave the same words.
struct ConfusionCell {
    model::CodeId first;   ///< nobody: the first coded nothing of the dimension there
    model::CodeId second;  ///< likewise
    text::Position characters = 0;
    std::vector<TextPlace> places;  ///< unbroken stretches of text, in the order of sources
};

/// Codes against codes of one dimension.
struct Confusion {
    model::CodeId dimension;
    std::vector<model::CodeId> codes;  ///< that either used, in the order of the codebook
    std::vector<ConfusionCell> cells;  ///< that hold anything, by first and second in that order, nobody last

    /// Null where it holds nothing.
    [[nodiscard]] const ConfusionCell* at(model::CodeId first, model::CodeId second) const;
};

/// Code by code, for each dimension that one of the two coders used, on the sources that both marked as
/// coded. At each character what both gave counts where it agrees; what is left on one side is crossed with
/// what is left on the other, and with nobody where nothing is left there. So a cell off the diagonal is what
/// the two took for each other, and codes that both gave to the same words are never taken for each other.
/// Of the spec coders and trimming count. Throws what agreement() throws, and Error(bad_input) for other than
/// two coders.
[[nodiscard]] std::vector<Confusion> confusions(const model::Material& material, const AgreementSpec& spec,
                                                const TextUnits& units = {});

}  // namespace analysis
