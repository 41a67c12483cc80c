// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace exchange {

/// True where a spreadsheet might take a field for a formula, or where its leading apostrophes end before
/// such a field. The writer puts one apostrophe before these fields and the reader takes one off, so that
/// every text comes back as it was.
[[nodiscard]] inline bool looks_like_formula(std::string_view field) {
    const auto first = field.find_first_not_of('\'');
    return first != std::string_view::npos &&
           std::string_view("=+-@\t\r\n").find(field[first]) != std::string_view::npos;
}

}  // namespace exchange
