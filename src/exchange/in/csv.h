// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace exchange {

/// One record of a CSV file with its place in the file, for error messages.
struct CsvRow {
    std::size_t line = 0;  ///< of its first field, from 1
    std::vector<std::string> fields;
};

/// A CSV file with a header line.
struct CsvTable {
    std::string file;  ///< its name, for messages
    std::vector<std::string> header;
    std::vector<CsvRow> rows;

    /// The column of that name (ASCII case does not matter), or nothing.
    [[nodiscard]] std::optional<std::size_t> column(std::string_view name) const;
};

/// Reads CSV as people and spreadsheets write it (RFC 4180 and its relatives): UTF-8 with or without byte
/// order mark, UTF-16 or Windows-1252; separated by comma, semicolon or tab, whichever the header line
/// holds; LF, CRLF or CR; quoted fields with line ends; blank lines skipped; short rows filled with empty
/// fields. An apostrophe before `= + - @`, tab or carriage return at the head of a field, which
/// csv_field() puts there, is taken off. Throws Error(bad_input) with file and line: an open quote, a row
/// with more fields than the header, a header with an empty or repeated name.
[[nodiscard]] CsvTable read_csv(const std::filesystem::path& path);
[[nodiscard]] CsvTable parse_csv(std::string_view bytes, const std::string& file_name);

}  // namespace exchange
