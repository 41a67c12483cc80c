// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/timestamp.h"

#include <catch2/catch.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "text/turns.h"

namespace {

/// Milliseconds of the time at the head of `line` and how much of it is the time.
std::optional<std::pair<std::int64_t, std::size_t>> read(std::string_view line) {
    const auto time = text::marked_time(line, 0);
    if (!time) return {};
    return std::pair(time->milliseconds, time->end);
}

std::vector<std::int64_t> times_of(const std::string& utf8) {
    std::vector<std::int64_t> times;
    for (const auto& time : text::detect_turns(text::Text(utf8)).times) times.push_back(time.milliseconds);
    return times;
}

using Times = std::vector<std::int64_t>;

}  // namespace

TEST_CASE("times are read in the ways that transcribers and programs write them") {
    const std::vector<std::pair<std::string, std::int64_t>> times{
        {"[00:10]", 10'000},
        {"00:19", 19'000},
        {"[00:00:02]", 2'000},
        {"00:00:07", 7'000},
        {"0:00:00.0", 0},
        {"0:03:14.3", 194'300},
        {"00.10.06", 606'000},
        {"(14.52)", 892'000},
        {"(7.35)", 455'000},
        {"*0:0", 0},
        {"*18:00", 1'080'000},
        {"94:40", 5'680'000},
        {"1h09m31s", 4'171'000},
        {"12m45s", 765'000},
        {"1h 12m 45s", 4'365'000},
        {"0:00", 0},
        {"1:02:03", 3'723'000},
        {"\\[01:46\\]", 106'000},
        {"00:00:14,730", 14'730},
        {"00:43.810", 43'810},
        {"(1.02.35)", 3'755'000},
        {"<00:10>", 10'000},
        {"[ 00:10 ]", 10'000},
        {"00:00:14.5", 14'500},
        {"00:43.810 --> 00:47.850", 43'810},
        {"[00:43.810 --> 00:47.850]", 43'810},
        {"0:10 - 0:20", 10'000},
    };
    for (const auto& [written, milliseconds] : times) {
        INFO(written);
        CHECK(read(written) == std::pair(milliseconds, written.size()));
    }
}

TEST_CASE("what is no time is not read as one") {
    for (const std::string written :
         {"",        "7",   "7:",    "7:3",        "1:60", "1:02:60",     "1:75:00", "12:345",
          "1234:00", "1.5", "1.500", "15.02.2014", "[10]", "[00:10",      "(00:10]", "12:30a",
          "3m",      "5h",  "1:2:3", "*",          "[]",   "00:10:20:30", "h09m",    "[jaar 19:90]"}) {
        INFO(written);
        CHECK_FALSE(read(written));
    }
}

TEST_CASE("times alone on a line and in square brackets are found wherever they stand") {
    CHECK(times_of("00:00:07\nTekst.\n\n(14.52)\n\nEn [00:15:10] verder.\n") ==
          Times{7'000, 892'000, 910'000});
    CHECK(times_of("I: Hallo. \x15"
                   "100_2500\x15\nR: Dag. •2500_4000•\n") == Times{2'500, 4'000});
}

TEST_CASE("a time behind a label is found once, in brackets or not") {
    CHECK(times_of("I (00:03): Een.\nR [00:05]: Twee.\nI: (00:08) Drie.\nR: \\[00:09\\] Vier.\n") ==
          Times{3'000, 5'000, 8'000, 9'000});
    CHECK(times_of("Lotte Vos  0:00\nHoi.\nMark Wit  0:10\nDag.\nLotte Vos  1:02\nZo.\n") ==
          Times{0, 10'000, 62'000});
}

TEST_CASE("a time in parentheses counts only where the times rise") {
    CHECK(times_of("[00:10] Begin.\nDat is (onverstaanbaar, 00.14) zo.\nVoor (00.12) euro.\n") ==
          Times{10'000, 14'000});
    CHECK(times_of("Het kost (14.52) per uur, om (11:30) en [rond 3:00].\n") == Times{});
}

TEST_CASE("a time of day at the head of a sentence is no time stamp") {
    CHECK(times_of("11:30 uur begon het.\n") == Times{});
    CHECK(times_of("00:03 I: Een.\n11:30 uur was het.\n00:05 R: Twee.\n00:07 I: Drie.\n00:09 R: Vier.\n") ==
          Times{3'000, 5'000, 7'000, 9'000});
}
