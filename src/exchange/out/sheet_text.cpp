// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/out/sheet_text.h"

#include <algorithm>
#include <cctype>

#include "base/strings.h"
#include "base/translate.h"
#include "exchange/out/utf8.h"

namespace exchange {

namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool is_forbidden_in_xml(char32_t c) {
    return (c < 0x20 && c != U'\t' && c != U'\n') || c == 0xFFFE || c == 0xFFFF;
}

/// True where "_xHHHH_" begins at this byte, which readers of xlsx take for one character.
bool is_escape(std::string_view text, std::size_t at) {
    if (at + 7 > text.size() || text[at] != '_' || text[at + 1] != 'x' || text[at + 6] != '_') return false;
    const auto digits = text.substr(at + 2, 4);
    return std::all_of(digits.begin(), digits.end(),
                       [](char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; });
}

std::size_t units(char32_t code_point) {
    return code_point >= 0x10000 ? 2 : 1;
}

std::size_t count_characters(std::string_view utf8) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < utf8.size(); ++count) static_cast<void>(next_code_point(utf8, at));
    return count;
}

}  // namespace

std::size_t utf16_length(std::string_view utf8) {
    std::size_t length = 0;
    for (std::size_t at = 0; at < utf8.size();) length += units(next_code_point(utf8, at));
    return length;
}

std::string_view fitting_utf16(std::string_view utf8, std::size_t limit) {
    std::size_t used = 0;
    std::size_t end = 0;
    while (end < utf8.size()) {
        auto next = end;
        used += units(next_code_point(utf8, next));
        if (used > limit) break;
        end = next;
    }
    return utf8.substr(0, end);
}

std::string cell_safe_text(std::string_view utf8, std::size_t limit) {
    std::string out;
    out.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) {
        if (is_escape(utf8, at)) out += "_x005F";
        const auto code_point = next_code_point(utf8, at);
        if (code_point == U'\r') {
            if (at == utf8.size() || utf8[at] != '\n') out += '\n';
        } else {
            append_utf8(out, is_forbidden_in_xml(code_point) ? kReplacement : code_point);
        }
    }
    if (out.size() <= limit || utf16_length(out) <= limit) return out;
    const auto tail = base::say("… [{} characters]", count_characters(utf8));
    return std::string(fitting_utf16(out, limit - std::min(limit, utf16_length(tail)))) + tail;
}

std::string mended_sheet_name(std::string_view name) {
    std::string out;
    for (std::size_t at = 0; at < name.size();) {
        const auto code_point = next_code_point(name, at);
        const bool forbidden =
            code_point < 0x20 || code_point == 0x7F || is_forbidden_in_xml(code_point) ||
            (code_point < 0x80 &&
             std::string_view("[]:*?/\\").find(static_cast<char>(code_point)) != std::string_view::npos);
        append_utf8(out, forbidden ? U'-' : code_point);
    }
    const auto bare = [](std::string_view text) {
        const auto first = text.find_first_not_of(" '");
        if (first == std::string_view::npos) return std::string_view();
        return text.substr(first, text.find_last_not_of(" '") - first + 1);
    };
    // Cutting may lay an apostrophe bare, so the ends are looked at once more.
    std::string mended(bare(fitting_utf16(bare(out), kSheetNameLimit)));
    if (mended.empty()) mended = base::tr("Sheet");
    if (base::ascii_lower(mended) == "history") mended += '_';
    return mended;
}

}  // namespace exchange
