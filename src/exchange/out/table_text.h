// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/table.h"

namespace exchange {

/// One field of CSV: quoted where needed; with an apostrophe before a leading `= + - @`, tab or carriage
/// return, so that no spreadsheet takes it for a formula.
[[nodiscard]] std::string csv_field(std::string_view value);
/// One record with its line end (CRLF, RFC 4180).
[[nodiscard]] std::string csv_line(const std::vector<std::string>& fields);

/// The table as CSV (UTF-8 with byte order mark, for Excel), one column of row headings for each level.
[[nodiscard]] std::string table_csv(const model::Table& table);
/// As a Markdown pipe table, title and notes around it.
[[nodiscard]] std::string table_markdown(const model::Table& table);
/// For a terminal of `width` columns: aligned, wrapped in the first column; East Asian width minded.
[[nodiscard]] std::string table_text(const model::Table& table, int width);

}  // namespace exchange
