// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/attribute_value.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>

#include "base/strings.h"
#include "base/translate.h"

namespace model {

namespace {

bool all_digits(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<std::string> canonical_number(std::string_view value) {
    std::string sign;
    if (value.starts_with('+') || value.starts_with('-')) {
        if (value.front() == '-') sign = "-";
        value.remove_prefix(1);
    }
    const std::size_t point = value.find_first_of(".,");
    const std::string_view whole = value.substr(0, point);
    if (!all_digits(whole)) return {};
    if (point == std::string_view::npos) return sign + std::string(whole);
    const std::string_view decimals = value.substr(point + 1);
    if (!all_digits(decimals)) return {};
    return fmt::format("{}{}.{}", sign, whole, decimals);
}

std::optional<std::string> canonical_boolean(std::string_view value) {
    const std::string word = base::ascii_lower(value);
    for (const char* yes : {"true", "yes", "ja", "waar"}) {
        if (word == yes) return "true";
    }
    for (const char* no : {"false", "no", "nee", "onwaar"}) {
        if (word == no) return "false";
    }
    return {};
}

std::optional<int> number_of(std::string_view digits) {
    int number = 0;
    if (!all_digits(digits) || digits.size() > 4) return {};
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

std::optional<std::string> canonical_date(std::string_view value) {
    const auto parts = base::split(value, '-');
    if (parts.size() != 3) return {};
    const bool iso = parts[0].size() == 4;
    const std::string_view year_part = iso ? parts[0] : parts[2];
    const std::string_view day_part = iso ? parts[2] : parts[0];
    if (year_part.size() != 4 || parts[1].size() > 2 || day_part.size() > 2) return {};
    const auto year = number_of(year_part);
    const auto month = number_of(parts[1]);
    const auto day = number_of(day_part);
    if (!year || !month || !day) return {};
    const std::chrono::year_month_day date{std::chrono::year(*year),
                                           std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok()) return {};
    return fmt::format("{:04}-{:02}-{:02}", *year, *month, *day);
}

}  // namespace

std::optional<std::string> canonical_value(std::string_view value, AttributeType type) {
    switch (type) {
        case AttributeType::text:
            return std::string(value);
        case AttributeType::number:
            return canonical_number(value);
        case AttributeType::boolean:
            return canonical_boolean(value);
        case AttributeType::date:
            return canonical_date(value);
    }
    return {};
}

const char* type_name(AttributeType type) {
    switch (type) {
        case AttributeType::number:
            return base::tr("a number");
        case AttributeType::boolean:
            return base::tr("yes or no");
        case AttributeType::date:
            return base::tr("a date (YYYY-MM-DD or dd-mm-yyyy)");
        case AttributeType::text:
            break;
    }
    return base::tr("a text");
}

}  // namespace model
