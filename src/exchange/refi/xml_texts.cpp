// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/refi/xml_texts.h"

#include <fmt/format.h>

#include "base/error.h"
#include "text/text.h"

namespace exchange {

namespace {

/// `in_attribute`: also what would end the value or become a blank in it.
std::string escaped(std::string_view text, bool in_attribute) {
    std::string result;
    for (const char c : text) {
        if (c == '<') {
            result += "&lt;";
        } else if (c == '>') {
            result += "&gt;";
        } else if (c == '&') {
            result += "&amp;";
        } else if (c == '\r' || (in_attribute && (c == '"' || c == '\n' || c == '\t'))) {
            result += fmt::format("&#{};", static_cast<int>(c));
        } else {
            result += c;
        }
    }
    return result;
}

bool is_utf8(std::string_view text) {
    try {
        const text::Text checked{std::string(text)};
        return true;
    } catch (const base::Error&) {
        return false;
    }
}

}  // namespace

std::string xml_text(std::string_view text) {
    return escaped(text, false);
}

std::string xml_attribute(std::string_view text) {
    return escaped(text, true);
}

bool can_stand_in_xml(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') return false;
        const auto three = text.substr(i, 3);
        if (three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF") return false;
    }
    return is_utf8(text);
}

}  // namespace exchange
