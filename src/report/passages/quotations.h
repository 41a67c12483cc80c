// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "analysis/attribution.h"
#include "model/material.h"
#include "report/listing.h"
#include "study/study.h"

namespace report {

/// The quotations behind codings, code by code in the order of the codebook, each with who says it: columns
/// code, dimension, quote, attribution, participant, role, triad, one for each attribute, source, turn,
/// coder. Codings of a whole source have no words and are left out.
[[nodiscard]] Listing quotations_listing(const study::Study& study, const model::Material& material,
                                         const std::vector<model::CodingId>& codings,
                                         analysis::Attribution attribution);

/// The same for reading and for a paper: a heading for each dimension and code, and below it
/// “…” (T1-moeder, parent, T1, woman, age 45).
[[nodiscard]] std::string quotations_markdown(const Listing& quotations);

}  // namespace report
