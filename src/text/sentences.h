// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "text/span.h"
#include "text/text.h"

namespace text {

/// The sentences of a text (Unicode UAX #29 sentence boundaries; a line end ends a sentence too), in order,
/// without the white space between them.
[[nodiscard]] std::vector<Span> sentences(const Text& text);

}  // namespace text
