// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace exchange {

/// The text in lines of at most `width` terminal cells (at least 1): broken at blanks, within a word only
/// where it is longer than a line; its own line ends kept. Control characters become U+FFFD. An empty text
/// has one empty line. What goes on from the line before is indented by `hang` blanks.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, int width, int hang = 0);

/// One line as it stands, fit to be shown: tabs as blanks, other control characters as U+FFFD.
[[nodiscard]] std::string printable(std::string_view line);

/// The widest of the lines, and the widest word of a text, in terminal cells.
[[nodiscard]] int widest(const std::vector<std::string>& lines);
[[nodiscard]] int widest_word(std::string_view text);

/// Filled with blanks to `width` cells; longer ones as they are.
[[nodiscard]] std::string left_aligned(const std::string& line, int width);
[[nodiscard]] std::string right_aligned(const std::string& line, int width);

}  // namespace exchange
