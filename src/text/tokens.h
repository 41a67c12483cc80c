// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"
#include "text/text.h"

namespace text {

/// The words of a text (Unicode UAX #29 word boundaries, segments with a letter or a digit), in order.
[[nodiscard]] std::vector<Span> words(const Text& text);

/// How many words() there are, without keeping them.
[[nodiscard]] std::int64_t count_words(const Text& text);

/// The form by which two names or words are compared: Unicode case folding and without accents (NFD without
/// combining marks). For looking up, never for storing.
[[nodiscard]] std::string folded(std::string_view utf8);

/// Orders names as a Dutch reader expects (CLDR root collation with numbers by value: "T2" before "T10").
[[nodiscard]] bool name_less(std::string_view a, std::string_view b);

}  // namespace text
