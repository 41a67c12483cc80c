// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "model/material.h"
#include "report/listing.h"
#include "report/sight.h"
#include "study/study.h"

namespace report {

/// The codings in the columns source, begin, end, quote, code, coder, created, turn, speaker, memo,
/// star (1 or empty), round: exchange::read_codings() reads them and verbs::import_codings() makes the same
/// codings of them. The settled layer's coder is "settled". Remarks that `sight` hides are left out.
[[nodiscard]] Listing codings_listing(const study::Study& study, const Sight& sight,
                                      const model::Material& material,
                                      const std::vector<model::CodingId>& codings);

/// Who is who in the columns file, participant, role, triad, speaker and one for each attribute with its type
/// ("age:number"): exchange::read_participants() reads them. A row for each label of a source, interviewers
/// with role "-", and a row without file for participants that are in no source.
[[nodiscard]] Listing participants_listing(const study::Study& study);

/// The codebook in reading order.
[[nodiscard]] Listing codebook_listing(const model::Codebook& codebook);

}  // namespace report
