// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "text/label.h"
#include "text/label_table.h"

namespace text {

/// Which labels of a text are speakers, and in which form they stand.
struct LabelChoice {
    LabelForm form = LabelForm::colon;
    std::size_t turns = 0;         ///< candidates in this form whose label is a speaker; 0: no speakers found
    std::vector<bool> is_speaker;  ///< by index in the LabelTable
};

/// Weighs every form of label in the text and returns the one in which most lines are labelled by words that
/// recur and take turns as speakers do. `lines` is the number of lines that hold something.
[[nodiscard]] LabelChoice choose_labels(const std::vector<LabelCandidate>& candidates,
                                        const LabelTable& labels, std::size_t lines);

}  // namespace text
