// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/out/text_lines.h"

#include <algorithm>

#include "base/strings.h"
#include "exchange/out/utf8.h"

namespace exchange {

namespace {

bool is_control(char32_t code_point) {
    return code_point < 0x20 || (code_point >= 0x7F && code_point <= 0x9F);
}

/// Byte after as many characters from `begin` as `width` cells hold, at least one.
std::size_t fitting(std::string_view word, std::size_t begin, int width) {
    std::size_t end = begin;
    int used = 0;
    while (end < word.size()) {
        auto next = end;
        const int cells = cell_width(next_code_point(word, next));
        if (end > begin && used + cells > width) break;
        used += cells;
        end = next;
    }
    return end;
}

void wrap_line(const std::string& line, int width, int hang, std::vector<std::string>& lines) {
    std::string current;
    int used = 0;
    int limit = width;
    const auto finish = [&] {
        const bool goes_on = limit < width;
        lines.push_back((goes_on ? std::string(static_cast<std::size_t>(hang), ' ') : "") + current);
        current.clear();
        used = 0;
        limit = width - hang;
    };
    for (const auto word : base::split(line, ' ')) {
        if (word.empty()) continue;
        if (used > 0 && used + 1 + cell_width(word) > limit) finish();
        if (used > 0) {
            current += ' ';
            ++used;
        }
        auto rest = word;
        while (cell_width(rest) > limit) {
            const auto end = fitting(rest, 0, limit);
            if (end == rest.size()) break;
            current = rest.substr(0, end);
            rest.remove_prefix(end);
            finish();
        }
        current += rest;
        used += cell_width(rest);
    }
    finish();
}

}  // namespace

std::string printable(std::string_view line) {
    std::string out;
    for (std::size_t at = 0; at < line.size();) {
        const auto code_point = next_code_point(line, at);
        if (code_point == U'\r' && at == line.size()) continue;
        if (code_point == U'\t') {
            out += ' ';
        } else {
            append_utf8(out, is_control(code_point) ? char32_t{0xFFFD} : code_point);
        }
    }
    return out;
}

std::vector<std::string> wrapped(std::string_view text, int width, int hang) {
    std::vector<std::string> lines;
    // No hang where it would leave no room for words.
    const int indent = width > 4 * hang ? hang : 0;
    for (const auto line : base::split(text, '\n'))
        wrap_line(printable(line), std::max(1, width), indent, lines);
    return lines;
}

int widest(const std::vector<std::string>& lines) {
    int width = 0;
    for (const auto& line : lines) width = std::max(width, cell_width(line));
    return width;
}

int widest_word(std::string_view text) {
    int width = 0;
    for (const auto line : base::split(text, '\n')) {
        for (const auto word : base::split(line, ' ')) width = std::max(width, cell_width(word));
    }
    return width;
}

std::string left_aligned(const std::string& line, int width) {
    return line + std::string(static_cast<std::size_t>(std::max(0, width - cell_width(line))), ' ');
}

std::string right_aligned(const std::string& line, int width) {
    return std::string(static_cast<std::size_t>(std::max(0, width - cell_width(line))), ' ') + line;
}

}  // namespace exchange
