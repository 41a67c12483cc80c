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

/// The table as CSV (UTF-8 with byte order mark, for Excel): a header line, then a record for each row that
/// holds figures. One column of row headings for each level, the upper ones repeated. Numbers are bare, with
/// a decimal point; what is no number says "not coded yet" or "no interview". No title, notes or n.
[[nodiscard]] std::string table_csv(const model::Table& table);
/// As a Markdown pipe table (GitHub's and pandoc's), title and notes around it; group rows are bold, rows
/// below them indented.
[[nodiscard]] std::string table_markdown(const model::Table& table);
/// For a terminal of `width` columns (at least 30; 0: as wide as it needs): aligned, wrapped in the first
/// column, East Asian width and combining marks minded; columns that do not fit go on in a next block.
/// Control characters are shown as U+FFFD, so that no label can steer the terminal.
[[nodiscard]] std::string table_text(const model::Table& table, int width);
/// For the clipboard, to be pasted as a table into Word, Excel or LibreOffice: HTML with its formatting
/// within each cell (these programs read no style sheets), title above and notes below. A cell of several
/// lines stays one cell.
[[nodiscard]] std::string table_html(const model::Table& table);
/// The same for where only text can be pasted: a line for each row, tabs between cells.
[[nodiscard]] std::string table_tabs(const model::Table& table);

}  // namespace exchange
