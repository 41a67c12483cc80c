// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "analysis/agreement/confusion.h"
#include "analysis/agreement/disputes.h"
#include "analysis/agreement/outcomes.h"
#include "analysis/stability.h"
#include "report/listing.h"
#include "study/study.h"

namespace report {

/// A row for each dispute at these places in the list: number, source, begin, end, kind, what each coder gave
/// it (first, second), length, effect (cells of the matrix, separated by "; "), state, decision, reason,
/// quote.
[[nodiscard]] Listing disputes_listing(const study::Study& study, const model::Material& material,
                                       const analysis::AgreementSpec& spec,
                                       const analysis::Disputes& disputes,
                                       const std::vector<std::size_t>& places);

/// What rules would settle: source, begin, end, code, outcome ("12:40"), quote.
[[nodiscard]] Listing proposals_listing(const study::Study& study, const model::Material& material,
                                        const std::vector<analysis::Proposal>& proposals);

/// Each decision of the study in the order of sources and text: source, begin, end, code, decision, reason,
/// coder, time, codings (how many it was about), holds (yes, or empty where something was changed since).
[[nodiscard]] Listing settlements_listing(const model::Material& material);

/// Each cell that holds anything: dimension, first, second (names of codes, empty for nothing), characters,
/// passages.
[[nodiscard]] Listing confusion_listing(const model::Material& material,
                                        const std::vector<analysis::Confusion>& confusions);

/// Each cell of the matrix: code, column, first, second, either, both, settled, low, high, open (how many
/// disputes it hangs on), stable (yes or no).
[[nodiscard]] Listing stability_listing(const model::Material& material, const analysis::AgreementSpec& spec,
                                        const analysis::Stability& stability);
/// How many cells are the same whoever coded, and how many hang on open disputes, in sentences.
[[nodiscard]] std::vector<std::string> stability_notes(const analysis::Stability& stability);

}  // namespace report
