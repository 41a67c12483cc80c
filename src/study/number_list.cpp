// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/number_list.h"

#include <fmt/format.h>

#include <charconv>

#include "base/error.h"
#include "base/translate.h"

namespace study {

std::string to_list(const std::vector<std::int64_t>& numbers) {
    fmt::memory_buffer list;
    list.push_back('[');
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (i > 0) list.push_back(',');
        const fmt::format_int digits(numbers[i]);
        list.append(digits.data(), digits.data() + digits.size());
    }
    list.push_back(']');
    return fmt::to_string(list);
}

std::vector<std::int64_t> from_list(std::string_view list) {
    std::vector<std::int64_t> numbers;
    const char* at = list.data();
    const char* const end = at + list.size();
    const auto damaged = [] {
        return base::Error(base::ErrorKind::damaged, base::tr("A list of positions in the study is damaged."),
                           base::tr("Run `trialogue check` on the study, or open a backup."));
    };
    if (list.size() < 2 || list.front() != '[' || list.back() != ']') throw damaged();
    if (list.size() == 2) return numbers;
    // A number has seldom fewer than four characters with its comma.
    numbers.reserve(list.size() / 4);
    while (at != end && *at != ']') {
        ++at;
        std::int64_t number = 0;
        const auto [next, error] = std::from_chars(at, end, number);
        if (error != std::errc{} || next == end || (*next != ',' && *next != ']')) throw damaged();
        numbers.push_back(number);
        at = next;
    }
    if (at + 1 != end) throw damaged();
    return numbers;
}

}  // namespace study
