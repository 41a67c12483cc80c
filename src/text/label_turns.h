// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "text/label.h"
#include "text/label_choice.h"
#include "text/label_table.h"

namespace text {

/// For each candidate that is a turn its index in `candidates` and the label of its speaker.
struct ChosenTurn {
    std::size_t candidate = 0;
    std::uint32_t label = 0;
};

/// Applies the choice with tolerant punctuation: speakers that are known from one form are recognised after a
/// wrong mark too; "Lotte (lacht)" and "Lotte Vos (LV)" are joined with the speakers "Lotte" and "LV";
/// "X en Y" is a speaker of its own where X and Y are speakers. At most one turn starts on a line.
[[nodiscard]] std::vector<ChosenTurn> apply_labels(const std::vector<LabelCandidate>& candidates,
                                                   const LabelTable& labels, const LabelChoice& choice,
                                                   std::size_t lines);

}  // namespace text
