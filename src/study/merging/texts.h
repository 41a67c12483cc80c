// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <vector>

#include "study/merging/replica.h"
#include "study/merging/same.h"
#include "study/merging/versions.h"
#include "text/text.h"

namespace study::merging {

/// What became of the sources whose texts differ.
struct TextsJoined {
    std::vector<RefusedSource> refused;
    std::vector<std::pair<std::string, text::Text>> made;  ///< hash and content of texts that were made
    std::int64_t passages_gone = 0;  ///< codings of either copy whose passage the other's corrections removed
    std::set<base::Guid> untouched;  ///< rows of refused sources: nothing of them is merged
};

/// Brings the sources of both copies to one text: the one that was corrected later, or both corrections where
/// they do not touch. Passages of both are moved along. What cannot be joined is left out.
[[nodiscard]] TextsJoined join_texts(Replica& here, Replica& there, const Same& same);

}  // namespace study::merging
