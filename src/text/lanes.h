// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "text/span.h"

namespace text {

/// The lane of each span, from 0, so that spans in one lane never overlap: in the order of their begins (of
/// two that begin together the longer first) each gets the lowest lane that is free there. A span for which
/// none of `most` lanes is free gets `most`. Greedy interval colouring: no fewer lanes would do. O(n log n).
[[nodiscard]] std::vector<std::size_t> lanes(const std::vector<Span>& spans, std::size_t most);

}  // namespace text
