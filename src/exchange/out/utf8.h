// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace exchange {

/// Reads the code point at byte `at`, which must be inside the text, and moves `at` behind it. A byte that
/// starts no valid character (Unicode 15, table 3-7) counts as U+FFFD and is passed alone.
[[nodiscard]] char32_t next_code_point(std::string_view utf8, std::size_t& at);

/// Appends one code point.
void append_utf8(std::string& text, char32_t code_point);

/// How many cells of a terminal a code point takes: 0 for combining marks and other invisible ones, 2 for
/// East Asian wide and full-width ones and emoji (UAX #11 by block), otherwise 1.
[[nodiscard]] int cell_width(char32_t code_point);
/// The sum over a text without line ends.
[[nodiscard]] int cell_width(std::string_view utf8);

}  // namespace exchange
