// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/guid.h"

#include <catch2/catch.hpp>

using base::Guid;

TEST_CASE("a guid is read in either case, bare or in braces, and written in one form") {
    const auto guid = Guid::parse("{0123abcd-4567-89AB-cdef-0123456789ab}");
    REQUIRE(guid);
    CHECK(guid->to_string() == "0123ABCD-4567-89AB-CDEF-0123456789AB");
    CHECK(Guid::parse(guid->to_string()) == guid);
}

TEST_CASE("what is not a guid is nothing") {
    for (const char* text :
         {"", "0123ABCD", "0123ABCD-4567-89AB-CDEF-0123456789A", "0123ABCD-4567-89AB-CDEF-0123456789AG",
          "{0123ABCD-4567-89AB-CDEF-0123456789AB", "0123ABCD-4567-89ABXCDEF-0123456789AB"}) {
        CAPTURE(text);
        CHECK_FALSE(Guid::parse(text));
    }
}

TEST_CASE("random guids differ and say that they are random") {
    const auto a = Guid::random();
    CHECK(a != Guid::random());
    CHECK(a.to_string()[14] == '4');
}
