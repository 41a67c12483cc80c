// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/pattern.h"

#include <catch2/catch.hpp>

#include "base/error.h"

using text::Span;

namespace {

std::vector<Span> matches(const std::string& expression, const std::string& utf8) {
    return text::Pattern(expression).matches(utf8);
}

}  // namespace

TEST_CASE("a regular expression gives the places of its matches in code points") {
    CHECK(matches("a+", "baa😀a") == std::vector<Span>{{1, 3}, {4, 5}});
    CHECK(matches("😀", "é😀e\u0301😀") == std::vector<Span>{{1, 2}, {4, 5}});
    CHECK(matches("JIM", "jim Jim") == std::vector<Span>{{0, 3}, {4, 7}});
    CHECK(matches("(?-i)JIM", "jim JIM") == std::vector<Span>{{4, 7}});
    CHECK(matches("^b", "a\nb") == std::vector<Span>{{2, 3}});
    CHECK(matches("\\p{Hebrew}+", "a שלום b") == std::vector<Span>{{2, 6}});
    CHECK(matches("x*", "ab").empty());
    CHECK(matches("a", "").empty());
}

TEST_CASE("a regular expression that is none says where") {
    for (const auto* expression : {"(a", "a)", "[a", "a{2", "*", "\\p{Nothing}", "(?<=a*)b"}) {
        INFO(expression);
        CHECK_THROWS_AS(text::Pattern(expression), base::Error);
    }
}

TEST_CASE("an expression that would run for ever is given up") {
    const std::string text(5000, 'a');
    const auto begin = std::chrono::steady_clock::now();
    for (const auto* expression : {"(a*)*b", "(a|aa)+$b", "(a+)+\\d", "((a?){50}){50}b"}) {
        INFO(expression);
        text::Pattern pattern(expression, std::chrono::milliseconds(1000));
        CHECK_THROWS_AS(static_cast<void>(pattern.matches(text)), base::Error);
    }
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(10));
}

TEST_CASE("many small texts share one budget of time") {
    text::Pattern pattern("(a|a?)+b", std::chrono::milliseconds(50));
    const std::string text(18, 'a');
    const auto run = [&] {
        for (int i = 0; i < 100'000; ++i) static_cast<void>(pattern.matches(text));
    };
    CHECK_THROWS_AS(run(), base::Error);
}
