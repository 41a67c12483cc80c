// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace exchange {

/// How a document is saved whose texts went through xml_text() and xml_attribute().
inline constexpr unsigned int kSaving = pugi::format_indent | pugi::format_no_escapes;

/// A text with what XML needs escaped, line ends included, so that a reader gets the same bytes back.
[[nodiscard]] std::string xml_text(std::string_view text);
[[nodiscard]] std::string xml_attribute(std::string_view text);
/// True for UTF-8 of which every character may stand in XML 1.0, be it escaped.
[[nodiscard]] bool can_stand_in_xml(std::string_view text);

}  // namespace exchange
