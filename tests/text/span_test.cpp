// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/span.h"

#include <rapidcheck.h>

#include <array>
#include <catch2/catch.hpp>
#include <vector>

namespace {

using text::Position;
using text::Span;

constexpr Position kLength = 40;

/// The same characters one by one: what the interval algebra has to agree with.
using Bitmap = std::array<bool, kLength>;

Bitmap bitmap(const std::vector<Span>& spans) {
    Bitmap bits{};
    for (const Span& span : spans) {
        for (Position at = span.begin; at < span.end; ++at) bits[static_cast<std::size_t>(at)] = true;
    }
    return bits;
}

/// Any spans, empty and reversed ones included, as a caller may hand them in.
std::vector<Span> random_spans() {
    const auto ends = *rc::gen::container<std::vector<std::pair<Position, Position>>>(rc::gen::pair(
        rc::gen::inRange<Position>(0, kLength + 1), rc::gen::inRange<Position>(0, kLength + 1)));
    std::vector<Span> spans;
    for (const auto& [begin, end] : ends) spans.push_back({begin, end});
    return spans;
}

bool ordered_and_apart(const std::vector<Span>& spans) {
    for (std::size_t i = 0; i < spans.size(); ++i) {
        if (spans[i].empty()) return false;
        if (i > 0 && spans[i].begin <= spans[i - 1].end) return false;
    }
    return true;
}

}  // namespace

TEST_CASE("A span holds its begin and not its end") {
    const Span span{2, 5};
    CHECK(span.length() == 3);
    CHECK_FALSE(span.contains(1));
    CHECK(span.contains(2));
    CHECK(span.contains(4));
    CHECK_FALSE(span.contains(5));
    CHECK(span.contains(Span{2, 5}));
    CHECK_FALSE(span.contains(Span{2, 6}));
    CHECK_FALSE(span.contains(Span{1, 3}));
    CHECK(Span{3, 3}.empty());
    CHECK(Span{4, 3}.empty());
}

TEST_CASE("Spans that only touch do not overlap") {
    CHECK(text::overlap({0, 3}, {3, 5}) == 0);
    CHECK(text::overlap({0, 4}, {3, 5}) == 1);
    CHECK(text::overlap({0, 9}, {3, 5}) == 2);
    CHECK(text::overlap({6, 9}, {3, 5}) == 0);
}

TEST_CASE("Spans that meet or touch are united to one") {
    CHECK(text::united({}).empty());
    CHECK(text::united({{3, 3}, {5, 4}}).empty());
    CHECK(text::united({{5, 7}, {0, 2}, {2, 4}, {6, 9}}) == std::vector<Span>{{0, 4}, {5, 9}});
    CHECK(text::united({{0, 9}, {2, 3}, {8, 9}}) == std::vector<Span>{{0, 9}});
}

TEST_CASE("united holds the characters of all spans, ordered and apart") {
    CHECK(rc::check([] {
        const auto spans = random_spans();
        const auto all = text::united(spans);
        RC_ASSERT(ordered_and_apart(all));
        RC_ASSERT(bitmap(all) == bitmap(spans));
        RC_ASSERT(text::united(all) == all);
    }));
}

TEST_CASE("intersection holds the characters that are in both") {
    CHECK(rc::check([] {
        const auto a = text::united(random_spans());
        const auto b = text::united(random_spans());
        const auto both = text::intersection(a, b);
        Bitmap expected{};
        for (std::size_t i = 0; i < expected.size(); ++i) expected[i] = bitmap(a)[i] && bitmap(b)[i];
        RC_ASSERT(bitmap(both) == expected);
        RC_ASSERT(ordered_and_apart(both));
        RC_ASSERT(text::intersection(b, a) == both);
    }));
}

TEST_CASE("total_length counts each character once") {
    CHECK(text::total_length({}) == 0);
    CHECK(rc::check([] {
        const auto spans = text::united(random_spans());
        const auto bits = bitmap(spans);
        RC_ASSERT(text::total_length(spans) == std::count(bits.begin(), bits.end(), true));
    }));
}
