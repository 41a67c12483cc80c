// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/strings.h"

#include <catch2/catch.hpp>

TEST_CASE("time is told in UTC as ISO 8601") {
    CHECK(base::iso_time(0) == "1970-01-01T00:00:00Z");
    CHECK(base::iso_time(1795455414) == "2026-11-23T17:36:54Z");
    CHECK(base::iso_time(-1) == "1969-12-31T23:59:59Z");
}

TEST_CASE("split keeps empty parts") {
    CHECK(base::split("a,,b,", ',') == std::vector<std::string_view>{"a", "", "b", ""});
    CHECK(base::split("", ',') == std::vector<std::string_view>{""});
}

TEST_CASE("trimmed takes blanks off both sides only") {
    CHECK(base::trimmed(" \t a b \r\n") == "a b");
    CHECK(base::trimmed("  ").empty());
}

TEST_CASE("markup keeps a text from being markup") {
    CHECK(base::as_markup("<a href=\"x\">R&D</a>") == "&lt;a href=&quot;x&quot;&gt;R&amp;D&lt;/a&gt;");
}

TEST_CASE("a time is read as it is written") {
    CHECK(base::parse_iso_time("2026-11-23T17:36:54Z") == 1795455414);
    CHECK(base::parse_iso_time("2026-11-23 17:36:54") == 1795455414);
    CHECK(base::parse_iso_time("1970-01-02") == 86400);
    for (const char* text :
         {"", "2026-13-01", "2026-02-30", "23-11-2026", "2026-11-23T25:00:00Z", "2026-11-23T1x:00:00"}) {
        CAPTURE(text);
        CHECK_FALSE(base::parse_iso_time(text));
    }
}
