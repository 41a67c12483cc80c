// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "text/span.h"

namespace analysis {

/// A stretch of text with the value that a coder gave it, from 1; what has no value is 0. Where a code is on
/// or off the value is 1.
struct ValuedSpan {
    text::Span span;
    int value = 1;

    bool operator==(const ValuedSpan&) const = default;
};

/// The spans of each value united, ordered by their begin; empty ones are left out.
[[nodiscard]] std::vector<ValuedSpan> united(std::vector<ValuedSpan> spans);

/// True where no two overlap; ordered by their begin.
[[nodiscard]] bool are_disjoint(const std::vector<ValuedSpan>& spans);

/// What of the spans lies in these places (ordered, disjoint), as if only they were the text: positions count
/// the characters of the places. Ordered by begin, as the spans are.
[[nodiscard]] std::vector<ValuedSpan> projected(const std::vector<ValuedSpan>& spans,
                                                const std::vector<text::Span>& places);

}  // namespace analysis
