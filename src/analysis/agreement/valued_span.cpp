// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/agreement/valued_span.h"

#include <algorithm>

namespace analysis {

std::vector<ValuedSpan> united(std::vector<ValuedSpan> spans) {
    std::erase_if(spans, [](const ValuedSpan& one) { return one.span.empty(); });
    std::sort(spans.begin(), spans.end(), [](const ValuedSpan& a, const ValuedSpan& b) {
        return a.value != b.value ? a.value < b.value : a.span < b.span;
    });
    std::size_t kept = 0;
    for (std::size_t i = 1; i < spans.size(); ++i) {
        if (spans[i].value == spans[kept].value && spans[i].span.begin <= spans[kept].span.end) {
            spans[kept].span.end = std::max(spans[kept].span.end, spans[i].span.end);
        } else {
            spans[++kept] = spans[i];
        }
    }
    if (!spans.empty()) spans.resize(kept + 1);
    // Of one value they are in order already.
    if (spans.empty() || spans.front().value == spans.back().value) return spans;
    std::stable_sort(spans.begin(), spans.end(),
                     [](const ValuedSpan& a, const ValuedSpan& b) { return a.span.begin < b.span.begin; });
    return spans;
}

bool are_disjoint(const std::vector<ValuedSpan>& spans) {
    return std::adjacent_find(spans.begin(), spans.end(), [](const ValuedSpan& a, const ValuedSpan& b) {
               return b.span.begin < a.span.end;
           }) == spans.end();
}

std::vector<ValuedSpan> projected(const std::vector<ValuedSpan>& spans,
                                  const std::vector<text::Span>& places) {
    // Where each place begins when only they are counted, and what they count together.
    std::vector<text::Position> begins;
    text::Position length = 0;
    for (const auto& place : places) {
        begins.push_back(length);
        length += place.length();
    }
    const auto before = [&](text::Position position) {
        const auto behind = std::partition_point(
            places.begin(), places.end(), [&](const text::Span& place) { return place.begin <= position; });
        if (behind == places.begin()) return text::Position{0};
        const auto i = static_cast<std::size_t>(behind - places.begin()) - 1;
        return begins[i] + std::min(position - places[i].begin, places[i].length());
    };
    std::vector<ValuedSpan> result;
    for (const ValuedSpan& one : spans) {
        const text::Span inside{before(one.span.begin), before(one.span.end)};
        if (!inside.empty()) result.push_back({inside, one.value});
    }
    // Spans that were apart touch where what lay between them is no place.
    return united(std::move(result));
}

}  // namespace analysis
