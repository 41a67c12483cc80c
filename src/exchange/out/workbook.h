// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace exchange {

/// How a cell looks. A closed list, so that every export of Trialogue looks alike. A cell with a link takes
/// the accent colour whatever its style.
enum class CellStyle {
    plain,         ///< a text on one line
    wrapped,       ///< a text of several lines, at the top of its row
    title,         ///< of the sheet
    note,          ///< small print
    heading,       ///< of a column
    heading_note,  ///< below a heading: "n = 6"
    label,         ///< of a row
    number,        ///< with `decimals`; a zero is quiet
    percent,       ///< the number is a part of 1
    quiet_number,  ///< a mark instead of a number
    date,          ///< the number is seconds since 1970, UTC
};

enum class CellAlign { by_style, left, centre, right };

/// One cell: a number, or a text that is written as text whatever it begins with (never a formula).
struct SheetCell {
    std::string text;
    double number = 0;
    bool is_number = false;
    CellStyle style = CellStyle::plain;
    std::string link;  ///< as internal_link() makes it, or empty
    int decimals = 0;  ///< of a number
    int indent = 0;    ///< of a label
    CellAlign align = CellAlign::by_style;
    bool group = false;       ///< in a row that heads others: bold on a light tint
    bool ruled = false;       ///< with the rule that closes the headings below it
    bool open_below = false;  ///< without the hairline below it: the next row goes on with it
};

[[nodiscard]] SheetCell text_cell(std::string text, CellStyle style = CellStyle::plain);
[[nodiscard]] SheetCell number_cell(double number, CellStyle style = CellStyle::number, int decimals = 0);

/// Rows and columns from 0, both ends included.
struct MergedRange {
    int first_row = 0, first_column = 0, last_row = 0, last_column = 0;
};

/// "internal:'Passages'!A5:C9": a link to cells of the sheet of that (unmended) name.
[[nodiscard]] std::string internal_link(std::string_view sheet, const MergedRange& target);

struct Sheet {
    std::string name;  ///< at most 31 characters, without []:*?/\ ; the writer mends what breaks the rule
    std::vector<std::vector<SheetCell>> rows;
    std::vector<MergedRange> merged;  ///< that do not overlap
    std::vector<double> widths;       ///< of the columns, in characters
    int frozen_rows = 0, frozen_columns = 0;
    int filter_row = -1;   ///< the heading row of an autofilter, or none
    int heading_rows = 0;  ///< the first rows that are repeated on each printed page
    bool landscape = false;
};

struct Workbook {
    std::string title, author;
    std::int64_t created = 0;  ///< seconds since 1970, UTC; written as the file's date, so that bytes repeat
    std::vector<Sheet> sheets;
};

/// Writes .xlsx by temp-and-rename. The same workbook gives the same bytes. Texts over Excel's 32,767
/// characters are cut with "… [n characters]"; links beyond 65,530 a sheet are left out, as are links to
/// what is not there; rows beyond 1,048,576 go on in a next sheet of the same name with a number, below the
/// frozen rows once more. Throws Error(io) that names the file, and leaves an older file as it was.
void write_xlsx(const Workbook& workbook, const std::filesystem::path& path);

}  // namespace exchange
