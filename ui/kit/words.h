// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/string.h>

#include <string>
#include <string_view>

namespace ui {

/// Our UTF-8 as wxWidgets takes it. Never give wx a narrow literal that is not ASCII: in the C locale it
/// would become an empty string.
[[nodiscard]] inline wxString wx(std::string_view utf8) {
    return wxString::FromUTF8(utf8.data(), utf8.size());
}

/// What wxWidgets gives as our UTF-8.
[[nodiscard]] inline std::string utf8(const wxString& text) {
    const auto bytes = text.utf8_str();
    return {bytes.data(), bytes.length()};
}

/// A text in which "&" stands for itself, for labels of menus and buttons.
[[nodiscard]] inline wxString without_mnemonics(wxString text) {
    text.Replace("&", "&&");
    return text;
}

}  // namespace ui
