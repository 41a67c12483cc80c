// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "model/material.h"

namespace analysis {

/// Whose words a coding is about, where it meets turns of several participants.
enum class Attribution {
    most,  ///< the participant whose turns it overlaps most; on a tie the first of them in the text
    each,  ///< every participant whose turns it overlaps
};

/// The participants to whom a coding belongs; none: it is unattributed. Only participants' turns count, so
/// a question within the passage changes nothing. In a source with one participant it is that participant,
/// also where the passage is the interviewer's. A joint speaker's turn counts for each of its
/// participants. A coding of the whole source belongs to all participants of the source.
[[nodiscard]] std::vector<model::ParticipantId> attributed(const model::CountedSource& source,
                                                           const model::CountedCoding& coding,
                                                           Attribution rule);

}  // namespace analysis
