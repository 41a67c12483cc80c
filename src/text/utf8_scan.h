// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace text {

/// One code point of valid UTF-8 and the byte after it.
struct CodePoint {
    char32_t value = 0;
    std::size_t end = 0;
};

/// The code point that starts at byte `at`, which must be within `utf8`.
[[nodiscard]] inline CodePoint code_point_at(std::string_view utf8, std::size_t at) {
    const auto first = static_cast<unsigned char>(utf8[at]);
    if (first < 0x80) return {first, at + 1};
    const std::size_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    char32_t value = first & (0x7FU >> length);
    const std::size_t end = std::min(at + length, utf8.size());
    for (std::size_t i = at + 1; i < end; ++i)
        value = (value << 6) | (static_cast<unsigned char>(utf8[i]) & 0x3FU);
    return {value, end};
}

/// Blanks as transcripts have them: space, tab, no-break and other Unicode spaces, and the characters
/// without width that word processors leave behind (soft hyphen, byte order mark, direction marks).
[[nodiscard]] inline bool is_blank(char32_t c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == 0xA0 || c == 0xAD || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F) || c == 0x205F || c == 0x2060 ||
           c == 0x3000 || c == 0xFEFF;
}

/// A blank or the end of a line.
[[nodiscard]] inline bool is_white(char32_t c) {
    return c == '\n' || is_blank(c);
}

/// The first byte at or after `at` that starts no blank; the end of `line` if there is none.
[[nodiscard]] inline std::size_t after_blanks(std::string_view line, std::size_t at) {
    while (at < line.size()) {
        const CodePoint c = code_point_at(line, at);
        if (!is_blank(c.value)) break;
        at = c.end;
    }
    return at;
}

/// The end of what stands between `from` and `to` when blanks at its end are left off.
[[nodiscard]] inline std::size_t before_blanks(std::string_view line, std::size_t from, std::size_t to) {
    while (to > from) {
        std::size_t start = to - 1;
        while (start > from && (static_cast<unsigned char>(line[start]) & 0xC0) == 0x80) --start;
        if (!is_blank(code_point_at(line, start).value)) break;
        to = start;
    }
    return to;
}

/// The bytes [first, past) of `utf8` without white space at either end; of white space alone the empty
/// stretch at its end.
struct Trimmed {
    std::size_t first = 0;
    std::size_t past = 0;
};
[[nodiscard]] inline Trimmed without_white_ends(std::string_view utf8) {
    Trimmed rest{0, utf8.size()};
    while (rest.first < rest.past) {
        const CodePoint c = code_point_at(utf8, rest.first);
        if (!is_white(c.value)) break;
        rest.first = c.end;
    }
    while (rest.past > rest.first) {
        std::size_t start = rest.past - 1;
        while (start > rest.first && (static_cast<unsigned char>(utf8[start]) & 0xC0) == 0x80) --start;
        if (!is_white(code_point_at(utf8, start).value)) break;
        rest.past = start;
    }
    return rest;
}

}  // namespace text
