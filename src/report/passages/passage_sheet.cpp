// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/passages/passage_sheet.h"

#include <utility>

#include "base/translate.h"

namespace report {

namespace {

using exchange::CellAlign;
using exchange::CellStyle;
using exchange::number_cell;
using exchange::SheetCell;
using exchange::text_cell;

struct Column {
    const char* name;
    double width;
    bool is_number = false;
    int indent = 0;
};

std::vector<Column> columns() {
    return {{base::tr("Row"), 26},         {base::tr("Column"), 14},
            {base::tr("Participant"), 14}, {base::tr("Role"), 12},
            {base::tr("Triad"), 10},       {base::tr("Source"), 16},
            {base::tr("Turn"), 7, true},   {base::tr("Begin"), 8, true},
            {base::tr("End"), 8, true},    {base::tr("Quotation"), 70, false, 1},
            {base::tr("Code"), 26},        {base::tr("Coder"), 12},
            {base::tr("Coded on"), 16}};
}

SheetCell position_cell(bool known, std::int64_t position) {
    auto cell = text_cell("");
    if (known) cell = number_cell(static_cast<double>(position), CellStyle::plain);
    cell.align = CellAlign::right;
    return cell;
}

std::vector<SheetCell> passage_row(const std::string& row, const std::string& column,
                                   const Passage& passage) {
    const auto words = [](const std::string& text) { return text_cell(text, CellStyle::wrapped); };
    const bool placed = !passage.whole_source;
    auto quotation = words(placed ? passage.quotation : std::string(base::tr("(the whole source)")));
    quotation.indent = 1;  // away from the numbers before it
    auto created = text_cell("");
    if (passage.created != 0) created = number_cell(static_cast<double>(passage.created), CellStyle::date);
    return {words(row),
            words(column),
            words(passage.participant),
            words(passage.role),
            words(passage.triad),
            words(passage.source),
            position_cell(passage.turn > 0, passage.turn),
            position_cell(placed, passage.begin),
            position_cell(placed, passage.end),
            quotation,
            words(passage.code_path),
            words(passage.coder),
            created};
}

}  // namespace

PassageSheet::PassageSheet(PassageOf passage_of) : passage_of_(std::move(passage_of)) {
    sheet_.name = base::tr("Passages");
    sheet_.landscape = true;
    sheet_.frozen_rows = 1;
    sheet_.frozen_columns = 2;
    sheet_.heading_rows = 1;
    sheet_.filter_row = 0;
    std::vector<SheetCell> heads;
    for (const auto& column : columns()) {
        auto head = text_cell(column.name, CellStyle::heading);
        head.ruled = true;
        if (column.is_number) head.align = CellAlign::right;
        head.indent = column.indent;
        heads.push_back(head);
        sheet_.widths.push_back(column.width);
    }
    sheet_.rows.push_back(std::move(heads));
}

std::string PassageSheet::add_block(const std::string& row, const std::string& column,
                                    const std::vector<model::CodingId>& codings) {
    if (codings.empty()) return {};
    const auto first = static_cast<int>(sheet_.rows.size());
    for (const auto coding : codings) sheet_.rows.push_back(passage_row(row, column, passage_of_(coding)));
    // A rule ends the block.
    for (auto& cell : sheet_.rows.back()) cell.ruled = true;
    const auto last = static_cast<int>(sheet_.rows.size()) - 1;
    return exchange::internal_link(sheet_.name, {first, 0, last, static_cast<int>(sheet_.widths.size()) - 1});
}

}  // namespace report
