// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace text {

/// A time as it is written in a line.
struct Timestamp {
    std::int64_t milliseconds = 0;
    std::size_t end = 0;   ///< the byte after it, with its brackets
    bool dotted = false;   ///< only dots between its two numbers: 14.52 may be an amount
    bool hours = false;    ///< three parts, or with letters: no time of day and no score
    bool wrapped = false;  ///< in brackets, or after an asterisk: written by a transcriber
};

/// The time that starts at byte `at`, without brackets: 1:02:03, 00:10.5, 0:00:00.0, 00.10.06, 94:40,
/// 1h09m31s, 00:00:14,730. Two parts are minutes (which may exceed 60) and seconds.
[[nodiscard]] std::optional<Timestamp> plain_time(std::string_view line, std::size_t at);

/// The time that starts at byte `at`, with what transcribers put around it: [00:10], (14.52), \[01:46\],
/// <00:10>, *0:0, and a range "00:43.810 --> 00:47.850" or "0:10 - 0:20", of which the first is returned.
[[nodiscard]] std::optional<Timestamp> marked_time(std::string_view line, std::size_t at);

/// A time found in the text, before it is known whether the times rise.
struct FoundTime {
    std::size_t byte = 0;
    std::int64_t milliseconds = 0;
    bool certain = false;  ///< otherwise kept only where it does not go back behind the time before
    /// The label candidate it belongs to: it is a time only if that becomes a turn. -1: none.
    std::int64_t candidate = -1;
};

/// Appends the times within a line from byte `from` on: in brackets, alone or after a remark
/// ("(onverstaanbaar, 00.14)"), and CHAT's media bullets, whose second number is the time at that place.
/// `line` starts at byte `offset` of the text.
void find_inner_times(std::string_view line, std::size_t from, std::size_t offset,
                      std::vector<FoundTime>& times);

}  // namespace text
