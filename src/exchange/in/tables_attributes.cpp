// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/in/tables_attributes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

#include "base/strings.h"

namespace exchange {

namespace {

using model::AttributeType;

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

/// A number is not what begins with a zero that means something.
bool is_plain_number(std::string_view value) {
    if (value.starts_with('+') || value.starts_with('-')) value.remove_prefix(1);
    return value.size() < 2 || value[0] != '0' || value[1] < '0' || value[1] > '9';
}

struct TypeName {
    std::string_view name;
    AttributeType type;
};

constexpr std::array kTypeNames{
    TypeName{"text", AttributeType::text},       TypeName{"tekst", AttributeType::text},
    TypeName{"number", AttributeType::number},   TypeName{"getal", AttributeType::number},
    TypeName{"boolean", AttributeType::boolean}, TypeName{"ja/nee", AttributeType::boolean},
    TypeName{"date", AttributeType::date},       TypeName{"datum", AttributeType::date},
};

}  // namespace

AttributeHeader parse_attribute_header(std::string_view header) {
    const std::size_t colon = header.rfind(':');
    if (colon == std::string_view::npos) return {std::string(header), {}};
    const std::string_view name = base::trimmed(header.substr(0, colon));
    const std::string said = base::ascii_lower(base::trimmed(header.substr(colon + 1)));
    const auto known = std::find_if(kTypeNames.begin(), kTypeNames.end(),
                                    [&](const TypeName& candidate) { return candidate.name == said; });
    if (name.empty() || known == kTypeNames.end()) return {std::string(header), {}};
    return {std::string(name), known->type};
}

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

AttributeType inferred_type(const std::vector<std::string>& values) {
    const auto all = [&](AttributeType type) {
        return std::all_of(values.begin(), values.end(), [&](const std::string& value) {
            if (value.empty()) return true;
            return canonical_value(value, type) && (type != AttributeType::number || is_plain_number(value));
        });
    };
    const bool any =
        std::any_of(values.begin(), values.end(), [](const std::string& value) { return !value.empty(); });
    if (!any) return AttributeType::text;
    for (const AttributeType type : {AttributeType::number, AttributeType::boolean, AttributeType::date}) {
        if (all(type)) return type;
    }
    return AttributeType::text;
}

}  // namespace exchange
