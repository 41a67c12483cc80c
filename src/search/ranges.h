// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace search {

/// Two ends of something that is in order, both included.
template <class Number>
struct Range {
    Number low{}, high{};
    [[nodiscard]] bool contains(Number number) const { return low <= number && number <= high; }
};

/// "12", "12-15", "<15", "<=15", ">15", ">=15", with decimal point or comma; nothing for other text.
[[nodiscard]] std::optional<Range<double>> numbers_in(std::string_view text);
/// "0:10:00-0:20:00", "10:30-" or "10:30" (that second), in milliseconds.
[[nodiscard]] std::optional<Range<std::int64_t>> times_in(std::string_view text);
/// "2026", "2026-03", "2026-03-01", "2026-03-01..2026-04", "2026..", in seconds since 1970, UTC.
[[nodiscard]] std::optional<Range<std::int64_t>> dates_in(std::string_view text);

}  // namespace search
