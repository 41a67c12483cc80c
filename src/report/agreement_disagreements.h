// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "analysis/agreement/disagreements.h"
#include "model/material.h"
#include "report/listing.h"
#include "study/study.h"

namespace report {

/// The disagreements with their places and words: columns source, begin, end, turn, kind, code, coded_by,
/// not_by, other_codes (paths, separated by "; "), length and quote.
[[nodiscard]] Listing disagreements_listing(const study::Study& study, const model::Material& material,
                                            const std::vector<analysis::Observer>& coders,
                                            const std::vector<analysis::DisagreementPassage>& passages);

}  // namespace report
