// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/out/utf8.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace exchange {

namespace {

constexpr char32_t kReplacement = 0xFFFD;

struct Range {
    char32_t first, last;
};

// Blocks whose characters add no cell: combining marks, joiners, direction marks, variation selectors.
constexpr std::array kInvisible{
    Range{0x0300, 0x036F},   Range{0x0483, 0x0489},   Range{0x0591, 0x05BD}, Range{0x05BF, 0x05BF},
    Range{0x05C1, 0x05C2},   Range{0x05C4, 0x05C5},   Range{0x0610, 0x061A}, Range{0x064B, 0x065F},
    Range{0x0670, 0x0670},   Range{0x06D6, 0x06DC},   Range{0x06DF, 0x06E4}, Range{0x1AB0, 0x1AFF},
    Range{0x1DC0, 0x1DFF},   Range{0x200B, 0x200F},   Range{0x202A, 0x202E}, Range{0x2060, 0x2069},
    Range{0x20D0, 0x20FF},   Range{0xFE00, 0xFE0F},   Range{0xFE20, 0xFE2F}, Range{0xFEFF, 0xFEFF},
    Range{0x1F3FB, 0x1F3FF}, Range{0xE0000, 0xE01EF},
};

constexpr std::array kWide{
    Range{0x1100, 0x115F},   Range{0x2E80, 0x303E},   Range{0x3041, 0x33FF},   Range{0x3400, 0x4DBF},
    Range{0x4E00, 0xA4CF},   Range{0xA960, 0xA97F},   Range{0xAC00, 0xD7A3},   Range{0xF900, 0xFAFF},
    Range{0xFE30, 0xFE6F},   Range{0xFF00, 0xFF60},   Range{0xFFE0, 0xFFE6},   Range{0x1F300, 0x1F64F},
    Range{0x1F680, 0x1F6FF}, Range{0x1F900, 0x1F9FF}, Range{0x1FA70, 0x1FAFF}, Range{0x20000, 0x3FFFD},
};

template <class Ranges>
bool holds(const Ranges& ranges, char32_t code_point) {
    const auto after =
        std::upper_bound(std::begin(ranges), std::end(ranges), code_point,
                         [](char32_t value, const Range& range) { return value < range.first; });
    return after != std::begin(ranges) && code_point <= std::prev(after)->last;
}

/// Bytes of the character that a first byte announces; 0 for a byte that starts none.
int announced_length(unsigned char first) {
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return 2;
    if (first >= 0xE0 && first <= 0xEF) return 3;
    if (first >= 0xF0 && first <= 0xF4) return 4;
    return 0;
}

bool is_scalar(char32_t code_point, int length) {
    constexpr std::array<char32_t, 5> kSmallest{0, 0, 0x80, 0x800, 0x10000};
    return code_point >= kSmallest.at(static_cast<std::size_t>(length)) && code_point <= 0x10FFFF &&
           (code_point < 0xD800 || code_point > 0xDFFF);
}

}  // namespace

char32_t next_code_point(std::string_view utf8, std::size_t& at) {
    const auto first = static_cast<unsigned char>(utf8[at]);
    const int length = announced_length(first);
    const std::size_t start = at++;
    if (length == 1) return first;
    if (length == 0 || start + static_cast<std::size_t>(length) > utf8.size()) return kReplacement;
    char32_t code_point = first & (0xFFU >> (length + 1));
    for (int i = 1; i < length; ++i) {
        const auto byte = static_cast<unsigned char>(utf8[start + static_cast<std::size_t>(i)]);
        if ((byte & 0xC0U) != 0x80U) return kReplacement;
        code_point = (code_point << 6U) | (byte & 0x3FU);
    }
    if (!is_scalar(code_point, length)) return kReplacement;
    at = start + static_cast<std::size_t>(length);
    return code_point;
}

void append_utf8(std::string& text, char32_t code_point) {
    const auto tail = [&](unsigned shift) {
        text += static_cast<char>(0x80U | ((code_point >> shift) & 0x3FU));
    };
    if (code_point < 0x80) {
        text += static_cast<char>(code_point);
    } else if (code_point < 0x800) {
        text += static_cast<char>(0xC0U | (code_point >> 6U));
        tail(0);
    } else if (code_point < 0x10000) {
        text += static_cast<char>(0xE0U | (code_point >> 12U));
        tail(6);
        tail(0);
    } else {
        text += static_cast<char>(0xF0U | (code_point >> 18U));
        tail(12);
        tail(6);
        tail(0);
    }
}

int cell_width(char32_t code_point) {
    if (holds(kInvisible, code_point)) return 0;
    return holds(kWide, code_point) ? 2 : 1;
}

int cell_width(std::string_view utf8) {
    int width = 0;
    for (std::size_t at = 0; at < utf8.size();) width += cell_width(next_code_point(utf8, at));
    return width;
}

}  // namespace exchange
