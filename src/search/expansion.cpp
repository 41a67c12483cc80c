// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/expansion.h"

#include <algorithm>

#include "search/words.h"
#include "text/boundaries.h"

namespace search {

namespace {

/// What is said around a hit: its turn without label and time, or its paragraph.
text::Span unit_around(const text::Text& text, const model::Source& source, const text::Span& hit) {
    const auto units = units_of(text, source.turns);
    const auto after =
        std::upper_bound(units.begin(), units.end(), hit.begin,
                         [](text::Position at, const Unit& unit) { return at < unit.body.begin; });
    if (after == units.begin()) return hit;
    const text::Span body = std::prev(after)->body;
    return body.contains(hit) ? body : hit;
}

/// Without the blanks at its ends.
text::Span trimmed(const text::Text& text, text::Span span) {
    const auto is_blank = [&](text::Position at) {
        const auto one = text.view({at, at + 1});
        return one == " " || one == "\n" || one == "\t" || one == "\u00a0";
    };
    while (!span.empty() && is_blank(span.end - 1)) --span.end;
    while (!span.empty() && is_blank(span.begin)) ++span.begin;
    return span;
}

text::Span by_words(const text::Text& text, const text::Span& unit, const text::Span& hit, int words) {
    std::vector<text::Span> places;
    each_word(text, unit, [&](const text::Span& place, std::string_view) { places.push_back(place); });
    const auto first = std::find_if(places.begin(), places.end(),
                                    [&](const text::Span& one) { return one.end > hit.begin; });
    const auto past =
        std::find_if(first, places.end(), [&](const text::Span& one) { return one.begin >= hit.end; });
    text::Span wide = hit;
    const auto before = std::min<std::ptrdiff_t>(words, first - places.begin());
    const auto behind = std::min<std::ptrdiff_t>(words, places.end() - past);
    if (first != places.end() || before > 0) wide.begin = std::min(hit.begin, (first - before)->begin);
    if (past - places.begin() + behind > 0) wide.end = std::max(hit.end, (past + behind - 1)->end);
    return wide;
}

}  // namespace

text::Span expanded(const text::Text& text, const model::Source& source, const text::Span& hit,
                    const Expansion& expansion) {
    const text::Span unit = unit_around(text, source, hit);
    switch (expansion.to) {
        case Expansion::To::hit:
            return hit;
        case Expansion::To::turn:
            return trimmed(text, unit);
        case Expansion::To::sentence: {
            const auto first = text::sentence_at(text, hit.begin, unit);
            const auto last = text::sentence_at(text, std::max(hit.begin, hit.end - 1), unit);
            return {std::min(hit.begin, first.begin), std::max(hit.end, last.end)};
        }
        case Expansion::To::word:
            return by_words(text, unit, hit, 0);
        case Expansion::To::words:
            return by_words(text, unit, hit, expansion.words);
    }
    return hit;
}

}  // namespace search
