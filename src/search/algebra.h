// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
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

/// Some of such a list, as they follow each other.
using Some = std::span<const Stretch>;

/// Puts them in order and leaves out what holds another.
[[nodiscard]] Stretches minimal(Stretches stretches);

/// The operators. Each adds what it finds to `found`, in order; of one list it is that list. The room that
/// they need is kept from one call to the next: a search calls them for every turn.
class Algebra {
  public:
    /// The smallest stretches with one of each list; a word may stand for several.
    void covering(std::span<const Some> lists, Stretches& found);

    /// The places where at least one list has one.
    void either(std::span<const Some> lists, Stretches& found);

    /// One of each list, apart from each other, in any order, each at most `distance` words after the one
    /// before it (1: the next word). At most six lists.
    void near(std::span<const Some> lists, std::int64_t distance, Stretches& found);

    /// The same in the order of the lists.
    void adjacent(std::span<const Some> lists, std::int64_t distance, Stretches& found);

  private:
    /// A stretch of one of the lists.
    struct Event {
        Stretch at;
        std::size_t list = 0;
    };

    void near_of_two(Some first, Some second, std::int64_t distance, Stretches& found);
    void collect_events(std::span<const Some> lists);

    std::vector<Event> events_;
    std::vector<std::int32_t> best_;  ///< of near()
    std::vector<std::size_t> at_;     ///< of covering()
    Stretches chains_, longer_;       ///< of adjacent()
};

}  // namespace search
