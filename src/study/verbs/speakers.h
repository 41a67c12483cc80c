// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/source.h"
#include "study/edit.h"

namespace study::verbs {

/// Ties the labels of a source to its only participant, as far as they leave no doubt: labels known as
/// interviewer or other stay so; one label that is left is the participant's; of two, the one that asks first
/// is proposed as interviewer. `decided` are labels that somebody settled already. Returns notes that say
/// what was assumed or is left to be said.
std::vector<std::string> tie_only_participant(Edit& edit, model::SourceId source,
                                              model::ParticipantId participant,
                                              const std::vector<model::SpeakerId>& decided = {});

}  // namespace study::verbs
