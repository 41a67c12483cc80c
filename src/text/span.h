// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <vector>

namespace text {

/// A place between two characters: the number of Unicode code points before it, over a text with LF line
/// ends and no byte order mark (the unit of REFI-QDA).
using Position = std::int64_t;

/// The characters from `begin` up to, not including, `end`.
struct Span {
    Position begin = 0;
    Position end = 0;

    [[nodiscard]] Position length() const { return end - begin; }
    [[nodiscard]] bool empty() const { return end <= begin; }
    [[nodiscard]] bool contains(Position position) const { return begin <= position && position < end; }
    [[nodiscard]] bool contains(const Span& other) const { return begin <= other.begin && other.end <= end; }

    auto operator<=>(const Span&) const = default;
};

/// How many characters both hold; 0 where they do not meet.
[[nodiscard]] inline Position overlap(const Span& a, const Span& b) {
    return std::max<Position>(0, std::min(a.end, b.end) - std::max(a.begin, b.begin));
}

/// The same characters as ordered spans that neither meet nor touch; empty ones are left out.
[[nodiscard]] std::vector<Span> united(std::vector<Span> spans);

/// The characters that are in both; each argument ordered and disjoint, as from united().
[[nodiscard]] std::vector<Span> intersection(const std::vector<Span>& a, const std::vector<Span>& b);

/// How many characters the spans hold together; ordered and disjoint.
[[nodiscard]] Position total_length(const std::vector<Span>& spans);

}  // namespace text
