// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "base/progress.h"
#include "search/search.h"

/// Hits in the order of what stands around them, and how that is read.
namespace search {

/// The line around a passage of a text, without its hit: line ends are blanks, `context` characters each
/// side.
[[nodiscard]] Line line_in(const text::Text& text, const text::Span& span, text::Position context);

/// The places of hits in that order; equal ones stay as they are. Hits of one source stand together as a
/// rule: its text is read once then. Needs no Search, so that it can be done beside one. Throws
/// Error(cancelled).
[[nodiscard]] std::vector<std::size_t> sorted(const study::Study& study, const Contents& contents,
                                              const std::vector<HitPlace>& hits, Order order,
                                              const base::Progress& progress = {});

}  // namespace search
