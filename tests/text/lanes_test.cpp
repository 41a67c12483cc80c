// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/lanes.h"

#include <rapidcheck.h>
#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include <chrono>
#include <map>

using text::lanes;
using text::Span;

namespace {

using Numbers = std::vector<std::size_t>;

std::vector<Span> some_spans(const std::vector<std::pair<int, int>>& places) {
    std::vector<Span> spans;
    for (const auto& [begin, length] : places) spans.push_back({begin, begin + length});
    return spans;
}

/// How many of the spans hold the fullest character.
std::size_t deepest(const std::vector<Span>& spans) {
    std::map<text::Position, int> steps;
    for (const auto& span : spans) {
        ++steps[span.begin];
        --steps[span.end];
    }
    int depth = 0, most = 0;
    for (const auto& [position, step] : steps) most = std::max(most, depth += step);
    return static_cast<std::size_t>(most);
}

}  // namespace

TEST_CASE("spans get the lowest lane that is free, whatever their order") {
    CHECK(lanes({}, 3).empty());
    CHECK(lanes({{0, 5}, {5, 9}, {9, 12}}, 3) == Numbers{0, 0, 0});
    CHECK(lanes({{0, 5}, {2, 9}, {5, 7}, {6, 8}}, 5) == Numbers{0, 1, 0, 2});
    CHECK(lanes({{6, 8}, {5, 7}, {2, 9}, {0, 5}}, 5) == Numbers{2, 0, 1, 0});
    // The longer of two that begin together stands nearest to the text.
    CHECK(lanes({{0, 3}, {0, 30}, {4, 6}}, 5) == Numbers{1, 0, 1});
    CHECK(lanes({{0, 3}, {0, 3}}, 5) == Numbers{0, 1});
}

TEST_CASE("a span without a free lane is told by the number of lanes and takes no place") {
    CHECK(lanes({{0, 9}, {1, 4}, {2, 6}, {4, 8}}, 2) == Numbers{0, 1, 2, 1});
    CHECK(lanes({{0, 9}, {1, 4}}, 0) == Numbers{0, 0});
}

TEST_CASE("spans in one lane never overlap, and no lane more is used than the fullest place needs") {
    rc::prop("lanes of random spans", [] {
        const auto spans = some_spans(*rc::gen::container<std::vector<std::pair<int, int>>>(
            rc::gen::pair(rc::gen::inRange(0, 60), rc::gen::inRange(1, 25))));
        const std::size_t most = *rc::gen::inRange<std::size_t>(1, 12);
        const auto found = lanes(spans, most);
        RC_ASSERT(found.size() == spans.size());
        for (std::size_t i = 0; i < spans.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                RC_ASSERT(found[i] != found[j] || found[i] == most || text::overlap(spans[i], spans[j]) == 0);
            }
        }
        const auto depth = deepest(spans);
        for (const auto lane : found) RC_ASSERT(lane < depth || lane == most);
        if (depth <= most) RC_ASSERT(std::find(found.begin(), found.end(), most) == found.end());
    });
}

TEST_CASE("a hundred thousand spans are laid out while a key is pressed") {
    std::vector<Span> spans;
    for (std::int64_t i = 0; i < 100'000; ++i) {
        const std::int64_t begin = (i * 7919) % 1'000'000;
        spans.push_back({begin, begin + 20 + (i * 31) % 400});
    }
    const auto start = std::chrono::steady_clock::now();
    const auto found = lanes(spans, 8);
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    CHECK(found.size() == spans.size());
    // 15 ms were measured; a quadratic layout takes minutes.
    CHECK(took.count() < 300);
    WARN("100,000 spans: " << took.count() << " ms");
}
