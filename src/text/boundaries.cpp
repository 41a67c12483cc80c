// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/boundaries.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "text/icu.h"
#include "text/utf8_scan.h"
#include "text/word_scan.h"

namespace text {

namespace {

enum class Kind { word, sentence, character };

/// What the break iterator sets apart, in bytes of the stretch that was read.
struct Segment {
    std::size_t begin = 0;
    std::size_t end = 0;
    /// The same without white space at its ends.
    std::size_t first = 0;
    std::size_t past = 0;
};

constexpr Position kNearest = 256;
constexpr Position kFarthest = 32'768;
/// No boundary depends on more text than this at either side of it, freaks apart.
constexpr Position kContext = 48;

std::unique_ptr<icu::BreakIterator> new_breaks(Kind kind) {
    UErrorCode status = U_ZERO_ERROR;
    const auto& root = icu::Locale::getRoot();
    std::unique_ptr<icu::BreakIterator> breaks(
        kind == Kind::sentence ? icu::BreakIterator::createSentenceInstance(root, status)
                               : icu::BreakIterator::createCharacterInstance(root, status));
    require(status);
    return breaks;
}

/// A break iterator for this thread.
icu::BreakIterator& breaks_of(Kind kind) {
    thread_local const auto sentences = new_breaks(Kind::sentence);
    thread_local const auto characters = new_breaks(Kind::character);
    return kind == Kind::sentence ? *sentences : *characters;
}

std::vector<Segment> segments_by_icu(std::string_view utf8, Kind kind) {
    UErrorCode status = U_ZERO_ERROR;
    UText source = UTEXT_INITIALIZER;
    utext_openUTF8(&source, utf8.data(), static_cast<std::int64_t>(utf8.size()), &status);
    require(status);
    icu::BreakIterator& breaks = breaks_of(kind);
    breaks.setText(&source, status);
    require(status);
    std::vector<Segment> segments;
    std::int32_t from = breaks.first();
    for (std::int32_t to = breaks.next(); to != icu::BreakIterator::DONE; from = to, to = breaks.next()) {
        const auto begin = static_cast<std::size_t>(from);
        const auto end = static_cast<std::size_t>(to);
        const auto inner = without_white_ends(utf8.substr(begin, end - begin));
        segments.push_back({begin, end, begin + inner.first, begin + inner.past});
    }
    utext_close(&source);
    return segments;
}

std::vector<Segment> segments_of(std::string_view utf8, Kind kind) {
    if (kind != Kind::word) return segments_by_icu(utf8, kind);
    std::vector<Segment> words;
    scan_words(utf8, [&](std::size_t begin, std::size_t end) { words.push_back({begin, end, begin, end}); });
    return words;
}

/// Reads around `at`, within `within`, wider and wider until `pick(segments, byte of at)` gives a span of
/// bytes that does not depend on text that was not read.
template <class Pick>
std::optional<Span> look_around(const Text& text, Position at, const Span& within, Kind kind, Pick pick) {
    for (Position reach = kNearest;; reach = std::min(reach * 4, kFarthest)) {
        const Span window{std::max(within.begin, at - reach), std::min(within.end, at + reach)};
        const std::size_t offset = text.byte_of(window.begin);
        const std::optional<std::pair<std::size_t, std::size_t>> picked =
            pick(segments_of(text.view(window), kind), text.byte_of(at) - offset);
        const bool is_last = window == within || reach == kFarthest;
        if (!picked) {
            if (is_last) return std::nullopt;
            continue;
        }
        const Span found{text.position_of(offset + picked->first), text.position_of(offset + picked->second)};
        const bool begin_is_sure = window.begin == within.begin || found.begin >= window.begin + kContext;
        const bool end_is_sure = window.end == within.end || found.end <= window.end - kContext;
        if (is_last || (begin_is_sure && end_is_sure)) return found;
    }
}

Position within_text(const Text& text, Position position) {
    return std::clamp<Position>(position, 0, text.size());
}

using Bytes = std::optional<std::pair<std::size_t, std::size_t>>;

Position next(const Text& text, Position position, Kind kind, Edge edge) {
    const Position at = within_text(text, position);
    const auto found =
        look_around(text, at, text.whole(), kind, [edge](const auto& segments, std::size_t here) {
            for (const Segment& one : segments) {
                const std::size_t place = edge == Edge::begin ? one.first : one.past;
                if (one.first < one.past && place > here) return Bytes({one.first, one.past});
            }
            return Bytes();
        });
    if (!found) return text.size();
    return edge == Edge::begin ? found->begin : found->end;
}

Position previous(const Text& text, Position position, Kind kind, Edge edge) {
    const Position at = within_text(text, position);
    const auto found =
        look_around(text, at, text.whole(), kind, [edge](const auto& segments, std::size_t here) {
            for (auto one = segments.rbegin(); one != segments.rend(); ++one) {
                const std::size_t place = edge == Edge::begin ? one->first : one->past;
                if (one->first < one->past && place < here) return Bytes({one->first, one->past});
            }
            return Bytes();
        });
    if (!found) return 0;
    return edge == Edge::begin ? found->begin : found->end;
}

/// The segment that holds the byte, else the one that ends there; without its white ends.
Bytes segment_at(const std::vector<Segment>& segments, std::size_t here) {
    const Segment* found = nullptr;
    for (const Segment& one : segments) {
        if (one.begin <= here && here <= one.end) found = &one;
    }
    if (found == nullptr || found->first == found->past) return Bytes({here, here});
    return Bytes({found->first, found->past});
}

/// Where the character begins or ends that `position` cuts in two; else the position itself.
Position whole_character(const Text& text, Position position, Edge edge) {
    const auto found = look_around(text, position, text.whole(), Kind::character,
                                   [](const auto& segments, std::size_t here) {
                                       for (const Segment& one : segments) {
                                           if (one.begin < here && here < one.end)
                                               return Bytes({one.begin, one.end});
                                       }
                                       return Bytes({here, here});
                                   });
    return edge == Edge::begin ? found->begin : found->end;
}

}  // namespace

Span word_at(const Text& text, Position position) {
    const Position at = within_text(text, position);
    return *look_around(text, at, text.whole(), Kind::word, segment_at);
}

Span sentence_at(const Text& text, Position position) {
    return sentence_at(text, position, text.whole());
}

Span sentence_at(const Text& text, Position position, const Span& within) {
    const Span whole{within_text(text, within.begin), within_text(text, within.end)};
    const Position at = std::clamp(position, whole.begin, std::max(whole.begin, whole.end));
    return *look_around(text, at, whole, Kind::sentence, segment_at);
}

Span snapped(const Text& text, const Span& span) {
    const Position begin = whole_character(text, within_text(text, span.begin), Edge::begin);
    if (span.empty()) return {begin, begin};
    return {begin, whole_character(text, within_text(text, span.end), Edge::end)};
}

Position next_word_boundary(const Text& text, Position position, Edge edge) {
    return next(text, position, Kind::word, edge);
}

Position previous_word_boundary(const Text& text, Position position, Edge edge) {
    return previous(text, position, Kind::word, edge);
}

Position next_sentence_boundary(const Text& text, Position position, Edge edge) {
    return next(text, position, Kind::sentence, edge);
}

Position previous_sentence_boundary(const Text& text, Position position, Edge edge) {
    return previous(text, position, Kind::sentence, edge);
}

bool has_right_to_left(const Text& text, const Span& span) {
    const std::string_view utf8 = text.view(span);
    for (std::size_t at = 0; at < utf8.size();) {
        // Hebrew, the first of these scripts, begins at U+0590.
        if (static_cast<unsigned char>(utf8[at]) < 0xD6) {
            ++at;
            continue;
        }
        const CodePoint c = code_point_at(utf8, at);
        const auto direction = u_charDirection(static_cast<UChar32>(c.value));
        for (const auto leftwards : {U_RIGHT_TO_LEFT, U_RIGHT_TO_LEFT_ARABIC, U_RIGHT_TO_LEFT_EMBEDDING,
                                     U_RIGHT_TO_LEFT_OVERRIDE, U_RIGHT_TO_LEFT_ISOLATE}) {
            if (direction == leftwards) return true;
        }
        at = c.end;
    }
    return false;
}

}  // namespace text
