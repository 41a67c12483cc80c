// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "study/merging/joint.h"
#include "study/merging/normal.h"
#include "study/merging/texts.h"

namespace study::merging {

/// What a rule decided in a merge, a sentence each: what both changed, what was deleted and what stays
/// nevertheless, names that two things had, passages that are gone.
[[nodiscard]] std::vector<std::string> remarks(const Joint& joint, const Settled& settled,
                                               const TextsJoined& texts);

}  // namespace study::merging
