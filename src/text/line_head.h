// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

#include "text/timestamp.h"

namespace text {

/// What stands at the head of one line.
struct LineHead {
    bool blank = false;
    bool only_time = false;  ///< a time and nothing else
    bool has_time = false;   ///< a time before anything else
    std::size_t begin = 0;   ///< the first byte that is no blank
    std::size_t rest = 0;    ///< after the time
    Timestamp time;
};

/// Reads blanks and a time at the head of `line`, which starts at byte `offset` of the text. All positions in
/// the result are within the text.
[[nodiscard]] LineHead line_head(std::string_view line, std::size_t offset);

/// Where the speech begins behind byte `at`: after closing marks, blanks and a time in brackets.
struct Body {
    std::size_t begin = 0;
    bool alone = false;  ///< nothing follows
    bool timed = false;  ///< a time in brackets stands before it
    std::size_t time_at = 0;
    Timestamp time;
    bool quoted = false;  ///< it begins with a quotation mark
};
[[nodiscard]] Body body_after(std::string_view line, std::size_t at);

}  // namespace text
