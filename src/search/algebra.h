// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

/// What the operators of a query do with places in a text. Pure functions.
///
/// The answer to each operator is a list of the smallest stretches that fulfil it: none of them holds another
/// (minimal intervals: Clarke, Cormack & Burkowski, An algebra for structured text search, Computer Journal
/// 38(1), 1995). So a hit is a passage that fulfils the query, and no passage is counted twice.
namespace search {

/// A stretch of one source. `begin` and `end` order and measure it, in words or in characters, the same in a
/// whole query; `first` and `past` are the numbers of its words, half-open; both the same where it holds
/// none.
struct Stretch {
    std::int32_t begin = 0, end = 0;
    std::int32_t first = 0, past = 0;

    bool operator==(const Stretch&) const = default;
};

/// Ordered by begin, and so by end: none holds another.
using Stretches = std::vector<Stretch>;

/// Puts them in order and leaves out what holds another.
[[nodiscard]] Stretches minimal(Stretches stretches);

/// The smallest stretches with one of each list; a word may stand for several.
[[nodiscard]] Stretches covering(const std::vector<Stretches>& lists);

/// The places where at least one list has one.
[[nodiscard]] Stretches either(const std::vector<Stretches>& lists);

/// One of each list, apart from each other, in any order, each at most `distance` words after the one before
/// it (1: the next word). At most six lists.
[[nodiscard]] Stretches near(const std::vector<Stretches>& lists, std::int64_t distance);

/// The same in the order of the lists.
[[nodiscard]] Stretches adjacent(const std::vector<Stretches>& lists, std::int64_t distance);

}  // namespace search
