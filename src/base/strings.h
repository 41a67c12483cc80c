// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace base {

/// Without ASCII blanks, tabs and line ends at both sides.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// The parts between the separators; an empty text has one empty part.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);

/// The parts with the separator between them.
[[nodiscard]] std::string join(const std::vector<std::string>& parts, std::string_view separator);

/// ASCII letters in lower case; other bytes as they are (names of formats, roles of columns, hex digits).
[[nodiscard]] std::string ascii_lower(std::string_view text);

/// A text as it stands in HTML and XML, also within quotes: with &amp; &lt; &gt; &quot;.
[[nodiscard]] std::string as_markup(std::string_view text);

/// UTC as ISO 8601, "2026-11-22T17:36:54Z", from seconds since 1970.
[[nodiscard]] std::string iso_time(long long seconds);

/// The seconds since 1970 of "2026-11-22T17:36:54Z", of the same without "Z" (read as UTC) or with a blank
/// for "T", and of a date alone; nothing for other text.
[[nodiscard]] std::optional<long long> parse_iso_time(std::string_view text);

}  // namespace base
