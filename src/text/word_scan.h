// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

namespace text {

/// Calls `found` with the bytes [begin, end) of each word of valid UTF-8, in order: the segments between
/// the word boundaries of UAX #29 as ICU's root locale sets them that hold a letter or a digit.
/// Latin, Greek and Cyrillic with the usual punctuation are read by a scanner of our own, which is several
/// times faster than ICU's; a line goes to ICU from the first character that the scanner leaves to it.
void scan_words(std::string_view utf8, const std::function<void(std::size_t begin, std::size_t end)>& found);

/// The same by ICU alone: what the scanner is tested against.
void scan_words_with_icu(std::string_view utf8,
                         const std::function<void(std::size_t begin, std::size_t end)>& found);

}  // namespace text
