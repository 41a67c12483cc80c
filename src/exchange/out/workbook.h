// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace exchange {

/// How a cell looks. A closed list, so that every export of Trialogue looks alike.
enum class CellStyle {
    plain,
    wrapped,
    heading,
    group,
    number,
    percent,
    quiet_number,
    title,
    note,
    label,
    link_number,
    date,
};

/// One cell: a number, or a text that is written as text whatever it begins with (never a formula).
struct SheetCell {
    std::string text;
    double number = 0;
    bool is_number = false;
    CellStyle style = CellStyle::plain;
    std::string link;  ///< "internal:'Passages'!A5" or empty
    int decimals = 0;  ///< of a number
};

/// Rows and columns from 0, both ends included.
struct MergedRange {
    int first_row = 0, first_column = 0, last_row = 0, last_column = 0;
};

struct Sheet {
    std::string name;  ///< at most 31 characters, without []:*?/\ ; the writer mends what breaks the rule
    std::vector<std::vector<SheetCell>> rows;
    std::vector<MergedRange> merged;
    std::vector<double> widths;  ///< of the columns, in characters
    int frozen_rows = 0, frozen_columns = 0;
    int filter_row = -1;  ///< the heading row of an autofilter, or none
    bool landscape = false;
};

struct Workbook {
    std::string title, author;
    std::int64_t created = 0;  ///< seconds since 1970, UTC; written as the file's date, so that bytes repeat
    std::vector<Sheet> sheets;
};

/// Writes .xlsx by temp-and-rename. The same workbook gives the same bytes. Texts over Excel's 32,767
/// characters are cut with "… [n characters]"; links beyond 65,530 a sheet are left out; rows beyond
/// 1,048,576 go on in a next sheet of the same name with a number. Throws Error(io).
void write_xlsx(const Workbook& workbook, const std::filesystem::path& path);

}  // namespace exchange
