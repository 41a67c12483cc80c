// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "analysis/agreement/disputes.h"
#include "model/material.h"
#include "report/listing.h"
#include "study/study.h"

namespace report {

/// The disagreements with their places and words: columns source, begin, end, turn, kind, code, coded_by,
/// not_by, other_codes (paths, separated by "; "), length and quote.
[[nodiscard]] Listing disagreements_listing(const study::Study& study, const model::Material& material,
                                            const std::vector<analysis::Observer>& coders,
                                            const std::vector<analysis::DisagreementPassage>& passages);

/// Those of two coders, dispute by dispute at these places; with the further columns number (of the dispute),
/// changes (cells of the matrix), effect (which) and state.
[[nodiscard]] Listing disagreements_listing(const study::Study& study, const model::Material& material,
                                            const analysis::AgreementSpec& spec,
                                            const analysis::Disputes& disputes,
                                            const std::vector<std::size_t>& places);

}  // namespace report
