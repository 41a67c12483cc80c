// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/algebra.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include <rapidcheck.h>

#include "search/naive.h"

using search::Stretch;
using search::Stretches;

namespace {

/// Up to `most` words or short stretches of words among 24, as an operand gives them: smallest.
Stretches some_stretches(int most) {
    Stretches all;
    const int count = *rc::gen::inRange(0, most + 1);
    for (int i = 0; i < count; ++i) {
        const std::int32_t begin = *rc::gen::inRange(0, 24);
        const std::int32_t end = begin + *rc::gen::weightedElement<int>({{6, 1}, {2, 2}, {1, 4}});
        all.push_back({begin, end, begin, end});
    }
    return naive::smallest(all);
}

std::vector<Stretches> some_lists(int most_lists, int most) {
    std::vector<Stretches> lists;
    const int count = *rc::gen::inRange(1, most_lists + 1);
    for (int i = 0; i < count; ++i) lists.push_back(some_stretches(most));
    return lists;
}

Stretch word(std::int32_t at) {
    return {at, at + 1, at, at + 1};
}

/// What an operator adds to what was found before, which stays as it is.
template <class Operator, class... More>
Stretches added(Operator work, const std::vector<Stretches>& lists, More... more) {
    static search::Algebra algebra;  // its room is used again and again
    const std::vector<search::Some> views(lists.begin(), lists.end());
    Stretches found{word(7), word(3)};
    (algebra.*work)(views, more..., found);
    REQUIRE(found.size() >= 2);
    CHECK(Stretches(found.begin(), found.begin() + 2) == Stretches{word(7), word(3)});
    return {found.begin() + 2, found.end()};
}

Stretches covering(const std::vector<Stretches>& lists) {
    return added(&search::Algebra::covering, lists);
}
Stretches either(const std::vector<Stretches>& lists) {
    return added(&search::Algebra::either, lists);
}
Stretches near(const std::vector<Stretches>& lists, std::int64_t distance) {
    return added(&search::Algebra::near, lists, distance);
}
Stretches adjacent(const std::vector<Stretches>& lists, std::int64_t distance) {
    return added(&search::Algebra::adjacent, lists, distance);
}

}  // namespace

TEST_CASE("the smallest stretches are those that hold no other") {
    CHECK(search::minimal({{0, 5, 0, 5}, {1, 2, 1, 2}, {4, 6, 4, 6}, {1, 2, 1, 2}}) ==
          Stretches{{1, 2, 1, 2}, {4, 6, 4, 6}});
    rc::prop("as by comparing each with each", [] {
        Stretches all;
        for (int i = *rc::gen::inRange(0, 12); i > 0; --i) {
            const std::int32_t begin = *rc::gen::inRange(0, 12), end = begin + *rc::gen::inRange(1, 8);
            all.push_back({begin, end, begin, end});
        }
        RC_ASSERT(search::minimal(all) == naive::smallest(all));
    });
}

TEST_CASE("all of: the smallest stretches with one of each") {
    CHECK(covering({{word(0), word(9)}, {word(2)}}) == Stretches{{0, 3, 0, 3}, {2, 10, 2, 10}});
    CHECK(covering({{word(0)}, {}}).empty());
    rc::prop("as by trying every choice", [] {
        const auto lists = some_lists(4, 5);
        RC_ASSERT(covering(lists) == naive::covering(lists));
    });
}

TEST_CASE("near: one of each, apart from each other, in any order") {
    CHECK(near({{word(5)}, {word(0), word(8)}}, 3) == Stretches{{5, 9, 5, 9}});
    CHECK(near({{word(5)}, {word(5)}}, 3).empty());
    CHECK(near({{word(0)}, {word(5)}}, 4).empty());
    rc::prop("as by trying every choice", [] {
        const auto lists = some_lists(4, 5);
        const auto distance = *rc::gen::inRange<std::int64_t>(1, 12);
        RC_ASSERT(near(lists, distance) == naive::near(lists, distance));
    });
}

TEST_CASE("adjacent: one of each, in this order") {
    CHECK(adjacent({{word(5)}, {word(0), word(6)}}, 1) == Stretches{{5, 7, 5, 7}});
    // The chain that ends first does not reach the last word, a longer one does.
    CHECK(adjacent({{word(0)}, {word(1), word(3)}, {word(6)}}, 3) == Stretches{{0, 7, 0, 7}});
    rc::prop("as by trying every choice", [] {
        const auto lists = some_lists(4, 5);
        const auto distance = *rc::gen::inRange<std::int64_t>(1, 12);
        RC_ASSERT(adjacent(lists, distance) == naive::adjacent(lists, distance));
    });
}

TEST_CASE("the places of any of several lists are the smallest of them") {
    rc::prop("as by comparing each with each", [] {
        const auto lists = some_lists(4, 5);
        Stretches all;
        for (const auto& list : lists) all.insert(all.end(), list.begin(), list.end());
        RC_ASSERT(either(lists) == naive::smallest(all));
    });
}
