// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace text {

/// In which encoding a text probably is.
struct Guess {
    std::string encoding;  ///< a name that ICU knows
    /// True for valid UTF-8 and for the escapes of ISO-2022; false where it is an assumption.
    bool certain = false;
};

/// Judges the bytes of a text without byte order mark. Order: UTF-16 by the places of its NULs, ISO-2022 by
/// its escapes, UTF-8 (a few broken bytes among many good ones allowed), an encoding of western Europe where
/// its letters and signs stand where such letters and signs belong, then ICU's detection by statistics of
/// languages, and Windows-1252 where that is not sure of anything. Never fails.
[[nodiscard]] Guess guess_encoding(std::string_view bytes);

/// How well bytes read as Dutch and its neighbours in the best of Windows-1252, Mac Roman and IBM 850.
struct WesternReading {
    std::string encoding;
    std::int64_t beyond_ascii = 0;  ///< bytes judged
    std::int64_t usual = 0;         ///< letters and signs of Dutch, in their place
    std::int64_t wrong = 0;         ///< a capital amid small letters, a sign amid a word, no character at all
};

/// Windows-1252 unless it reads something wrong and another encoding reads better. Judges the first
/// hundred thousand bytes beyond ASCII.
[[nodiscard]] WesternReading read_as_western(std::string_view bytes);

}  // namespace text
