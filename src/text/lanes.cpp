// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/lanes.h"

#include <functional>
#include <numeric>
#include <queue>
#include <utility>

namespace text {

namespace {

template <class Value>
using LeastFirst = std::priority_queue<Value, std::vector<Value>, std::greater<>>;

/// The lanes at one place of the text, as it moves from left to right.
class Lanes {
  public:
    explicit Lanes(std::size_t most) : most_(most) {}

    std::size_t take(const Span& span) {
        while (!taken_.empty() && taken_.top().first <= span.begin) {
            free_.push(taken_.top().second);
            taken_.pop();
        }
        std::size_t lane = opened_;
        if (!free_.empty()) {
            lane = free_.top();
            free_.pop();
        } else if (opened_ < most_) {
            ++opened_;
        } else {
            return most_;
        }
        taken_.emplace(span.end, lane);
        return lane;
    }

  private:
    std::size_t most_;
    std::size_t opened_ = 0;
    LeastFirst<std::pair<Position, std::size_t>> taken_;  ///< with the end of the span in it
    LeastFirst<std::size_t> free_;
};

}  // namespace

std::vector<std::size_t> lanes(const std::vector<Span>& spans, std::size_t most) {
    std::vector<std::size_t> order(spans.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        if (spans[a].begin != spans[b].begin) return spans[a].begin < spans[b].begin;
        if (spans[a].end != spans[b].end) return spans[a].end > spans[b].end;
        return a < b;
    });
    std::vector<std::size_t> result(spans.size());
    Lanes lanes(most);
    for (const std::size_t i : order) result[i] = lanes.take(spans[i]);
    return result;
}

}  // namespace text
