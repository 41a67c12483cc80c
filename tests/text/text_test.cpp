// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/text.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "base/error.h"

namespace {

using text::Position;
using text::Span;
using text::Text;

/// The pieces of which random texts are put together: one code point each, of one to four bytes.
const std::vector<std::string> kCharacters{"a", "é", "\n", "€", "’", "😀", "\u0301", "漢", " ", "\U0010FFFF"};

/// A random text as the list of its code points.
std::vector<std::string> random_characters() {
    const auto picks = *rc::gen::resize(1500, rc::gen::container<std::vector<std::size_t>>(
                                                  rc::gen::inRange<std::size_t>(0, kCharacters.size())));
    std::vector<std::string> characters;
    for (const std::size_t pick : picks) characters.push_back(kCharacters[pick]);
    return characters;
}

std::string joined(const std::vector<std::string>& characters, std::size_t begin, std::size_t end) {
    std::string all;
    for (std::size_t i = begin; i < end; ++i) all += characters[i];
    return all;
}

}  // namespace

TEST_CASE("An empty text has no characters and gives nothing") {
    for (const Text& text : {Text{}, Text{""}}) {
        CHECK(text.empty());
        CHECK(text.size() == 0);
        CHECK(text.whole() == Span{0, 0});
        CHECK(text.byte_of(0) == 0);
        CHECK(text.byte_of(7) == 0);
        CHECK(text.position_of(0) == 0);
        CHECK(text.position_of(3) == 0);
        CHECK(text.view({0, 5}).empty());
        CHECK(text.occurrences("a", text.whole()).empty());
    }
}

TEST_CASE("Positions count code points: an emoji is one, a letter with a combining accent is two") {
    const Text text("a😀e\u0301é€");
    CHECK(text.size() == 6);
    CHECK(text.byte_of(1) == 1);
    CHECK(text.byte_of(2) == 5);
    CHECK(text.view({1, 2}) == "😀");
    CHECK(text.view({2, 4}) == "e\u0301");
    CHECK(text.view({4, 6}) == "é€");
    CHECK(text.byte_of(6) == text.utf8().size());
}

TEST_CASE("A byte inside a character counts as its start") {
    const Text text("a😀b");
    for (const std::size_t byte : {1U, 2U, 3U, 4U}) CHECK(text.position_of(byte) == 1);
    CHECK(text.position_of(5) == 2);
    CHECK(text.position_of(6) == 3);
    CHECK(text.position_of(600) == 3);
}

TEST_CASE("Positions outside the text are moved to its nearest end") {
    const Text text("één");
    CHECK(text.byte_of(-1) == 0);
    CHECK(text.byte_of(99) == 5);
    CHECK(text.view({-5, 2}) == "éé");
    CHECK(text.view({2, 99}) == "n");
    CHECK(text.view({2, 1}).empty());
}

TEST_CASE("Every conversion agrees with the list of characters") {
    CHECK(rc::check([] {
        const auto characters = random_characters();
        const Text text(joined(characters, 0, characters.size()));
        RC_ASSERT(text.size() == static_cast<Position>(characters.size()));
        std::size_t byte = 0;
        for (std::size_t i = 0; i < characters.size(); ++i) {
            RC_ASSERT(text.byte_of(static_cast<Position>(i)) == byte);
            for (std::size_t within = 0; within < characters[i].size(); ++within) {
                RC_ASSERT(text.position_of(byte + within) == static_cast<Position>(i));
            }
            byte += characters[i].size();
        }
        const auto begin = *rc::gen::inRange<std::size_t>(0, characters.size() + 1);
        const auto end = *rc::gen::inRange<std::size_t>(begin, characters.size() + 1);
        RC_ASSERT(text.view({static_cast<Position>(begin), static_cast<Position>(end)}) ==
                  joined(characters, begin, end));
    }));
}

TEST_CASE("Text that is not UTF-8 is refused as our own fault") {
    for (const std::string bytes :
         {"\xE9t", "a\xC3", "\xED\xA0\x80", "\xC0\x80", "\xF4\x90\x80\x80", "\x80"}) {
        CAPTURE(bytes);
        try {
            const Text text(bytes);
            FAIL("taken as text");
        } catch (const base::Error& error) {
            CHECK(error.kind() == base::ErrorKind::internal);
        }
    }
}

TEST_CASE("Occurrences are found from left to right, within the span and without overlaps") {
    const Text text("één één één");
    CHECK(text.occurrences("één", text.whole()) == std::vector<Span>{{0, 3}, {4, 7}, {8, 11}});
    CHECK(text.occurrences("één", {1, 11}) == std::vector<Span>{{4, 7}, {8, 11}});
    CHECK(text.occurrences("één", {0, 10}) == std::vector<Span>{{0, 3}, {4, 7}});
    CHECK(text.occurrences("één één", text.whole()) == std::vector<Span>{{0, 7}});
    CHECK(text.occurrences("twee", text.whole()).empty());
    CHECK(text.occurrences("", text.whole()).empty());
    CHECK(Text("aaaaa").occurrences("aa", {0, 5}) == std::vector<Span>{{0, 2}, {2, 4}});
}

TEST_CASE("Ten megabytes on one line are addressed as quickly as a page") {
    std::string utf8;
    const std::string piece = "hij zei: één 😀 ";
    while (utf8.size() < 10'000'000) utf8 += piece;
    const Position pieces = static_cast<Position>(utf8.size() / piece.size());
    const Position length = text::count_code_points(piece);
    const Text text(utf8);
    REQUIRE(text.size() == pieces * length);
    // A scan from the start for each of these would take minutes.
    for (Position i = 0; i < pieces; ++i) {
        const Position at = i * length + 13;
        REQUIRE(text.view({at, at + 1}) == "😀");
        REQUIRE(text.position_of(text.byte_of(at)) == at);
    }
    CHECK(text.occurrences("😀", text.whole()).size() == static_cast<std::size_t>(pieces));
}

TEST_CASE("Code points are counted without a text") {
    CHECK(text::count_code_points("") == 0);
    CHECK(text::count_code_points("a😀é") == 3);
}

TEST_CASE("A shortened text says that something was cut and never cuts a character") {
    CHECK(text::shortened("één jaar", 8) == "één jaar");
    CHECK(text::shortened("één jaar", 4) == "één…");
    CHECK(text::shortened("😀😀😀", 2) == "😀…");
    CHECK(text::shortened("ab", 1) == "…");
    CHECK(text::shortened("", 0).empty());
    CHECK(text::shortened("abc", 3) == "abc");
}
