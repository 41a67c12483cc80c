// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace exchange {

/// What Excel takes, in UTF-16 units.
inline constexpr std::size_t kCellTextLimit = 32'767;
inline constexpr std::size_t kSheetNameLimit = 31;

/// How many UTF-16 units the text takes, by which Excel counts characters.
[[nodiscard]] std::size_t utf16_length(std::string_view utf8);

/// As many whole characters from the start as fit in `units` UTF-16 units.
[[nodiscard]] std::string_view fitting_utf16(std::string_view utf8, std::size_t units);

/// The text as a cell can hold it: LF line ends; U+FFFD for what XML forbids and for invalid bytes; a
/// literal "_x0041_" escaped, which Excel would read as a character; at most `limit` UTF-16 units, with
/// "… [n characters]" at the end of what was cut (n code points before the cut).
[[nodiscard]] std::string cell_safe_text(std::string_view utf8, std::size_t limit = kCellTextLimit);

/// A name that Excel accepts for a sheet: without []:*?/\ and control characters, no apostrophe or blank at
/// its ends, not "History", not empty, at most 31 UTF-16 units.
[[nodiscard]] std::string mended_sheet_name(std::string_view name);

}  // namespace exchange
