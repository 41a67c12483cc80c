// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/span.h"

namespace text {

std::vector<Span> united(std::vector<Span> spans) {
    std::erase_if(spans, [](const Span& span) { return span.empty(); });
    std::sort(spans.begin(), spans.end());
    std::size_t kept = 0;
    for (std::size_t i = 1; i < spans.size(); ++i) {
        if (spans[i].begin <= spans[kept].end) {
            spans[kept].end = std::max(spans[kept].end, spans[i].end);
        } else {
            spans[++kept] = spans[i];
        }
    }
    if (!spans.empty()) spans.resize(kept + 1);
    return spans;
}

std::vector<Span> intersection(const std::vector<Span>& a, const std::vector<Span>& b) {
    std::vector<Span> both;
    auto left = a.begin();
    auto right = b.begin();
    while (left != a.end() && right != b.end()) {
        const Span common{std::max(left->begin, right->begin), std::min(left->end, right->end)};
        if (!common.empty()) both.push_back(common);
        if (left->end < right->end) {
            ++left;
        } else {
            ++right;
        }
    }
    return both;
}

Position total_length(const std::vector<Span>& spans) {
    Position total = 0;
    for (const Span& span : spans) total += span.length();
    return total;
}

}  // namespace text
