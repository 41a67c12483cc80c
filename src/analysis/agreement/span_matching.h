// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/agreement/figure.h"
#include "text/span.h"

namespace analysis {

/// When two spans are the same find.
struct SpanMatch {
    /// From 0 to 1: what both hold against what either holds (IoU). 1 asks for the same bounds; 0 for one
    /// common character.
    double least_overlap = 1;
};

/// How many spans of two coders have a partner, one to one.
struct SpanMatching {
    std::int64_t first = 0, second = 0, matched = 0;

    /// 2 matched / (first + second).
    [[nodiscard]] Figure f1() const;
    SpanMatching& operator+=(const SpanMatching& other);
};

/// The largest one-to-one matching of the spans that two coders gave one code in one source, in any order.
/// The same span twice is one find; others stay apart also where they touch or overlap, since each was drawn.
[[nodiscard]] SpanMatching match_spans(std::vector<text::Span> first, std::vector<text::Span> second,
                                       SpanMatch rule);

}  // namespace analysis
