// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace text {

/// The outcome of decode() and normalised(): a text as Text takes it, and what had to be done for it.
struct Decoded {
    std::string utf8;
    /// The encoding's usual name: "UTF-8", "windows-1252", "UTF-16LE", "macintosh".
    std::string encoding;
    /// True where nothing in the file says so: no mark at its head, not UTF-8, not asked for.
    bool assumed = false;
    std::int64_t line_ends = 0;  ///< CRLF and lone CR that became LF
    std::int64_t nul = 0;        ///< NUL characters left out
    std::int64_t replaced = 0;   ///< bytes that are no character in this encoding and became U+FFFD
    /// The text looks like UTF-8 read as Windows-1252 ("Ã©"): a person may want to repair the file.
    bool looks_mangled = false;
};

/// Bytes of a text file as UTF-8 with LF line ends, no byte order mark and no NUL; all other characters
/// stay as found. A byte order mark decides (one of UTF-16 before single bytes is left out), then `encoding`
/// (any name ICU knows), then valid UTF-8, then ICU's detection with Windows-1252 preferred among the
/// single-byte encodings of western Europe.
/// Throws Error(bad_input) for an unknown `encoding` and for content that is no text.
[[nodiscard]] Decoded decode(std::string_view bytes, const std::optional<std::string>& encoding = {});

/// The same for text that is UTF-8 already (from a .docx, say): line ends, byte order mark, NUL, invalid
/// bytes.
[[nodiscard]] Decoded normalised(std::string_view utf8);

}  // namespace text
