// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/edit_list.h"

#include <dtl/dtl.hpp>
#include <string_view>

namespace text {

namespace {

using Pieces = std::vector<std::string_view>;

/// A run of pieces that was replaced, in bytes.
struct ByteRange {
    std::size_t from_begin = 0, from_end = 0, to_begin = 0, to_end = 0;
};

/// With more pieces than this on a side a changed range is replaced as a whole: the search is quadratic.
constexpr std::size_t kMostPieces = 20'000;

Pieces lines_of(std::string_view text) {
    Pieces lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size() - 1) + 1;
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return lines;
}

bool is_word_byte(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= 'a' && byte <= 'z');
}

/// Words, and every other character alone.
Pieces words_of(std::string_view text) {
    Pieces words;
    while (!text.empty()) {
        std::size_t end = 1;
        if (is_word_byte(text.front())) {
            while (end < text.size() && is_word_byte(text[end])) ++end;
        }
        words.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return words;
}

/// The ranges in which two sequences of pieces differ; `from_at` and `to_at` are the bytes where they begin.
std::vector<ByteRange> changed(const Pieces& from, const Pieces& to, std::size_t from_at, std::size_t to_at) {
    std::vector<ByteRange> ranges;
    dtl::Diff<std::string_view, Pieces> diff(from, to);
    diff.onHuge();
    diff.compose();
    bool open = false;
    for (const auto& [piece, info] : diff.getSes().getSequence()) {
        if (info.type == dtl::SES_COMMON) {
            open = false;
            from_at += piece.size();
            to_at += piece.size();
            continue;
        }
        if (!open) ranges.push_back({from_at, from_at, to_at, to_at});
        open = true;
        if (info.type == dtl::SES_DELETE) {
            ranges.back().from_end = from_at += piece.size();
        } else {
            ranges.back().to_end = to_at += piece.size();
        }
    }
    return ranges;
}

std::vector<ByteRange> refined(const ByteRange& range, std::string_view from, std::string_view to) {
    const Pieces before = words_of(from.substr(range.from_begin, range.from_end - range.from_begin));
    const Pieces after = words_of(to.substr(range.to_begin, range.to_end - range.to_begin));
    if (before.size() > kMostPieces || after.size() > kMostPieces) return {range};
    return changed(before, after, range.from_begin, range.to_begin);
}

std::vector<ByteRange> changed_lines(std::string_view from, std::string_view to) {
    const Pieces before = lines_of(from);
    const Pieces after = lines_of(to);
    // What is the same at both ends is most of an interview; it need not be searched.
    std::size_t head = 0;
    std::size_t head_bytes = 0;
    while (head < std::min(before.size(), after.size()) && before[head] == after[head]) {
        head_bytes += before[head++].size();
    }
    std::size_t tail = 0;
    std::size_t tail_bytes = 0;
    while (tail < std::min(before.size(), after.size()) - head &&
           before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) {
        tail_bytes += before[before.size() - 1 - tail++].size();
    }
    const auto middle = [&](const Pieces& lines) {
        return Pieces(lines.begin() + static_cast<std::ptrdiff_t>(head),
                      lines.end() - static_cast<std::ptrdiff_t>(tail));
    };
    const Pieces from_middle = middle(before);
    const Pieces to_middle = middle(after);
    if (from_middle.size() > kMostPieces || to_middle.size() > kMostPieces) {
        return {{head_bytes, from.size() - tail_bytes, head_bytes, to.size() - tail_bytes}};
    }
    return changed(from_middle, to_middle, head_bytes, head_bytes);
}

/// A place within replaced characters, as far into the replacement.
Position carried(Position position, const EditList& edits) {
    Position shift = 0;
    for (const auto& edit : edits) {
        if (position <= edit.from.begin) break;
        if (position < edit.from.end) {
            return edit.from.begin + shift + std::min(position - edit.from.begin, edit.length);
        }
        shift += edit.length - edit.from.length();
    }
    return position + shift;
}

}  // namespace

EditList difference(const Text& from, const Text& to) {
    EditList edits;
    for (const ByteRange& lines : changed_lines(from.utf8(), to.utf8())) {
        for (const ByteRange& words : refined(lines, from.utf8(), to.utf8())) {
            const Span old{from.position_of(words.from_begin), from.position_of(words.from_end)};
            const Position length = to.position_of(words.to_end) - to.position_of(words.to_begin);
            edits.push_back({old, length});
        }
    }
    return edits;
}

std::optional<Span> moved(const Span& span, const EditList& edits) {
    Span there{carried(span.begin, edits), carried(span.end, edits)};
    // Characters put in just before a passage do not belong to it.
    for (const auto& edit : edits) {
        if (edit.from.begin == span.begin && edit.from.empty()) there.begin += edit.length;
    }
    if (there.empty()) return std::nullopt;
    return there;
}

}  // namespace text
