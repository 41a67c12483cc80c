// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/ranges.h"

#include <charconv>
#include <chrono>
#include <cmath>
#include <limits>
#include <string>

#include "base/strings.h"

namespace search {

namespace {

constexpr std::int64_t kEver = std::numeric_limits<std::int64_t>::max();

template <class Number>
std::optional<Number> number_in(std::string_view digits) {
    Number number{};
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return number;
}

std::optional<double> decimal_in(std::string_view digits) {
    std::string text(digits);
    if (const auto comma = text.find(','); comma != std::string::npos) text[comma] = '.';
    return number_in<double>(text);
}

/// h:mm:ss or m:ss, in milliseconds.
std::optional<std::int64_t> time_in(std::string_view text) {
    std::int64_t seconds = 0;
    const auto parts = base::split(text, ':');
    if (parts.size() < 2 || parts.size() > 3) return std::nullopt;
    for (const auto part : parts) {
        const auto number = number_in<std::int64_t>(part);
        const bool first = part.data() == text.data();
        if (!number || *number < 0 || *number >= (first ? 10'000 : 60)) return std::nullopt;
        seconds = seconds * 60 + *number;
    }
    return seconds * 1000;
}

/// A year, month or day as its first and last second.
std::optional<Range<std::int64_t>> day_in(std::string_view text) {
    using namespace std::chrono;
    const auto parts = base::split(text, '-');
    if (parts.size() > 3) return std::nullopt;
    int numbers[3] = {0, 1, 1};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto number = number_in<int>(parts[i]);
        if (!number || parts[i].size() != (i == 0 ? 4U : 2U)) return std::nullopt;
        numbers[i] = *number;
    }
    const year_month_day first{year{numbers[0]}, month{static_cast<unsigned>(numbers[1])},
                               day{static_cast<unsigned>(numbers[2])}};
    if (!first.ok()) return std::nullopt;
    const auto seconds_of = [](sys_days day) {
        return static_cast<std::int64_t>(std::chrono::seconds(day.time_since_epoch()).count());
    };
    sys_days past = sys_days(first) + days{1};
    if (parts.size() == 2) past = sys_days((first.year() / first.month() + months{1}) / 1);
    if (parts.size() == 1) past = sys_days((first.year() + years{1}) / 1 / 1);
    return Range<std::int64_t>{seconds_of(sys_days(first)), seconds_of(past) - 1};
}

}  // namespace

std::optional<Range<double>> numbers_in(std::string_view text) {
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    if (text.starts_with('<') || text.starts_with('>')) {
        const bool less = text.front() == '<';
        const bool included = text.size() > 1 && text[1] == '=';
        const auto number = decimal_in(text.substr(included ? 2 : 1));
        if (!number) return std::nullopt;
        if (less) return Range<double>{-kInfinity, included ? *number : std::nextafter(*number, -kInfinity)};
        return Range<double>{included ? *number : std::nextafter(*number, kInfinity), kInfinity};
    }
    if (const auto number = decimal_in(text)) return Range<double>{*number, *number};
    // A minus at the very begin is a sign.
    const auto dash = text.find('-', 1);
    if (text.empty() || dash == std::string_view::npos) return std::nullopt;
    const auto low = decimal_in(text.substr(0, dash)), high = decimal_in(text.substr(dash + 1));
    if (!low || !high || *low > *high) return std::nullopt;
    return Range<double>{*low, *high};
}

std::optional<Range<std::int64_t>> times_in(std::string_view text) {
    const auto dash = text.find('-');
    if (dash == std::string_view::npos) {
        const auto time = time_in(text);
        return time ? std::optional(Range<std::int64_t>{*time, *time + 999}) : std::nullopt;
    }
    const auto low = dash == 0 ? std::optional<std::int64_t>(0) : time_in(text.substr(0, dash));
    const auto high = dash + 1 == text.size() ? std::optional(kEver) : time_in(text.substr(dash + 1));
    if (text.size() == 1 || !low || !high || *low > *high) return std::nullopt;
    return Range<std::int64_t>{*low, *high == kEver ? kEver : *high + 999};
}

std::optional<Range<std::int64_t>> dates_in(std::string_view text) {
    const auto dots = text.find("..");
    if (dots == std::string_view::npos) return day_in(text);
    Range<std::int64_t> range{std::numeric_limits<std::int64_t>::min(), kEver};
    if (text.size() == 2) return std::nullopt;
    if (dots > 0) {
        const auto from = day_in(text.substr(0, dots));
        if (!from) return std::nullopt;
        range.low = from->low;
    }
    if (dots + 2 < text.size()) {
        const auto to = day_in(text.substr(dots + 2));
        if (!to || to->high < range.low) return std::nullopt;
        range.high = to->high;
    }
    return range;
}

}  // namespace search
