// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace exchange {

/// The character, as UTF-8, that `code` (hexadecimal, as in w:sym) stands for in a font: the whole of
/// Symbol (Adobe's Symbol encoding), the signs of Wingdings that people type, any character of an ordinary
/// font. Nothing where it cannot be told.
[[nodiscard]] std::optional<std::string> symbol_character(std::string_view font, std::string_view code);

}  // namespace exchange
