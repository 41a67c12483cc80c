// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "text/label.h"
#include "text/label_table.h"
#include "text/turns.h"

namespace text {

/// Where the formatting of the file says that labels stand: bytes of the text, in its order.
struct HintedLabel {
    std::size_t begin = 0;
    std::size_t end = 0;
};

[[nodiscard]] std::vector<HintedLabel> hinted_labels(const Text& text, const std::vector<LabelHint>& hints);

/// Marks the candidates of one line, from `first` on, that a hint names, and appends one for a hint that no
/// candidate has. `line` starts at byte `offset`.
void mark_hinted(std::string_view line, std::size_t offset, const LineHead& head, const HintedLabel& hint,
                 std::size_t first, std::vector<LabelCandidate>& candidates);

/// Takes the mark from candidates whose hint is no evidence: a bold heading that no speech follows, the title
/// at the head, a bold field ("Datum:"), bold words of a sentence.
void weigh_hints(std::vector<LabelCandidate>& candidates, const LabelTable& labels);

}  // namespace text
