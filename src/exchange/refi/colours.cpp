// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/refi/colours.h"

#include <fmt/format.h>

#include <charconv>

#include "base/strings.h"

namespace exchange {

namespace {

std::optional<std::string> of_digits(std::string_view digits) {
    if (digits.find_first_not_of("0123456789abcdef") != std::string_view::npos) return {};
    if (digits.size() == 6 || digits.size() == 8) return fmt::format("#{}", digits.substr(0, 6));
    if (digits.size() != 3) return {};
    return fmt::format("#{0}{0}{1}{1}{2}{2}", digits[0], digits[1], digits[2]);
}

std::optional<std::string> of_numbers(std::string_view list, std::size_t expected) {
    const auto numbers = base::split(list, ',');
    if (numbers.size() != expected) return {};
    int rgb[3] = {};
    for (std::size_t i = 0; i < 3; ++i) {
        const auto number = base::trimmed(numbers[i]);
        const char* end = number.data() + number.size();
        const auto read = std::from_chars(number.data(), end, rgb[i]);
        if (read.ec != std::errc{} || read.ptr != end || rgb[i] < 0 || rgb[i] > 255) return {};
    }
    return fmt::format("#{:02x}{:02x}{:02x}", rgb[0], rgb[1], rgb[2]);
}

}  // namespace

std::optional<std::string> colour_of(std::string_view written) {
    const auto lower = base::ascii_lower(base::trimmed(written));
    const std::string_view colour = lower;
    if (colour.starts_with('#')) return of_digits(colour.substr(1));
    if (!colour.ends_with(')')) return {};
    for (const auto& [head, count] : {std::pair<std::string_view, std::size_t>{"rgb(", 3}, {"rgba(", 4}}) {
        if (colour.starts_with(head)) {
            return of_numbers(colour.substr(head.size(), colour.size() - head.size() - 1), count);
        }
    }
    return {};
}

}  // namespace exchange
