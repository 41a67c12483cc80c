// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/search/export.h"

#include <algorithm>
#include <charconv>

#include "base/files.h"
#include "base/strings.h"
#include "base/translate.h"
#include "exchange/out/table_parts.h"
#include "exchange/out/table_text.h"
#include "exchange/out/workbook.h"
#include "report/export_file.h"
#include "report/listing_file.h"
#include "study/history.h"
#include "text/text.h"

namespace report {

namespace {

using exchange::CellStyle;

constexpr double kLabelWidth = 44, kNumberWidth = 14, kTextWidth = 36;

/// A page of its own around a table that is made for pasting.
std::string html_page(const model::Table& table) {
    return "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>" + base::as_markup(table.title) +
           "</title></head>\n<body>\n" + exchange::table_html(table) + "</body></html>\n";
}

exchange::SheetCell sheet_cell(const model::Table& table, const model::TableCell& cell, bool group) {
    exchange::SheetCell made;
    if (cell.state == model::CellState::number) {
        made = exchange::number_cell(cell.number, CellStyle::number, table.decimals);
    } else {
        const bool text = cell.state == model::CellState::text;
        made = exchange::text_cell(exchange::cell_text(table, cell),
                                   text ? CellStyle::wrapped : CellStyle::quiet_number);
    }
    made.group = group;
    return made;
}

/// One sheet: title, headings, rows, notes.
exchange::Workbook table_workbook(const model::Table& table, std::int64_t created) {
    exchange::Sheet sheet;
    sheet.name = table.corner;
    sheet.rows.push_back({exchange::text_cell(table.title, CellStyle::title)});
    sheet.rows.emplace_back();
    std::vector<exchange::SheetCell> headings{exchange::text_cell(table.corner, CellStyle::heading)};
    sheet.widths.push_back(kLabelWidth);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const auto& column = table.columns[i];
        headings.push_back(
            exchange::text_cell(column.note.empty() ? column.label : column.label + " (" + column.note + ")",
                                CellStyle::heading));
        sheet.widths.push_back(exchange::is_text_column(table, i) ? kTextWidth : kNumberWidth);
    }
    for (auto& heading : headings) heading.ruled = true;
    sheet.rows.push_back(std::move(headings));
    sheet.frozen_rows = sheet.heading_rows = 3;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        auto label = exchange::text_cell(table.rows[row].label, CellStyle::label);
        label.indent = table.rows[row].level;
        label.group = table.rows[row].is_group;
        std::vector<exchange::SheetCell> cells{std::move(label)};
        for (std::size_t column = 0; column < table.columns.size(); ++column)
            cells.push_back(
                sheet_cell(table, exchange::cell_at(table, row, column), table.rows[row].is_group));
        sheet.rows.push_back(std::move(cells));
    }
    sheet.rows.emplace_back();
    auto notes = table.notes;
    for (auto& line : exchange::legend(table)) notes.push_back(std::move(line));
    for (const auto& note : notes) sheet.rows.push_back({exchange::text_cell(note, CellStyle::note)});
    exchange::Workbook workbook;
    workbook.title = table.title;
    workbook.created = created;
    workbook.sheets.push_back(std::move(sheet));
    return workbook;
}

/// What the sheet of a list is called; the title, which holds the query, stands on it.
std::string sheet_name(const std::string& name) {
    if (name == "hits") return base::tr("Hits");
    if (name == "words") return base::tr("Words");
    return base::tr("Counts");
}

/// A list as a sheet, below its title.
exchange::Workbook found_workbook(const Listing& listing, const std::string& name, std::int64_t created) {
    auto workbook = listing_workbook(listing, created);
    auto& sheet = workbook.sheets.front();
    sheet.name = sheet_name(name);
    std::vector<std::vector<exchange::SheetCell>> above{
        {exchange::text_cell(listing.title, CellStyle::title)}, {}};
    const int rows = static_cast<int>(above.size());
    sheet.rows.insert(sheet.rows.begin(), above.begin(), above.end());
    sheet.frozen_rows += rows;
    sheet.heading_rows += rows;
    sheet.filter_row += rows;
    return workbook;
}

}  // namespace

const std::vector<std::string>& found_endings() {
    static const std::vector<std::string> kEndings{".xlsx", ".csv", ".md", ".html", ".json"};
    return kEndings;
}

void write_found(study::Study& study, const Listing& listing, const std::string& name,
                 const std::filesystem::path& file) {
    const std::string ending = ending_of(file, found_endings());
    if (ending != ".html" && ending != ".xlsx") return write_listing(study, listing, name, file);
    refuse_to_overwrite(study, file);
    if (ending == ".html") return base::write_file(file, html_page(listing_table(listing)));
    exchange::write_xlsx(found_workbook(listing, name, study::History(study).changed_at()), file);
}

const std::vector<std::string>& table_endings() {
    static const std::vector<std::string> kEndings{".xlsx", ".csv", ".md", ".html", ".txt"};
    return kEndings;
}

void write_table(study::Study& study, const model::Table& table, const std::filesystem::path& file) {
    const std::string ending = ending_of(file, table_endings());
    refuse_to_overwrite(study, file);
    if (ending == ".csv") base::write_file(file, exchange::table_csv(table));
    if (ending == ".md") base::write_file(file, exchange::table_markdown(table));
    if (ending == ".html") base::write_file(file, html_page(table));
    if (ending == ".txt") base::write_file(file, exchange::table_text(table, 0));
    if (ending == ".xlsx")
        exchange::write_xlsx(table_workbook(table, study::History(study).changed_at()), file);
}

model::Table listing_table(const Listing& listing) {
    model::Table table;
    table.title = listing.title;
    if (listing.columns.empty()) return table;
    table.corner = listing.columns.front().title;
    for (std::size_t i = 1; i < listing.columns.size(); ++i)
        table.columns.push_back({listing.columns[i].title, 0, false, {}});
    for (const auto& row : listing.rows) {
        table.rows.push_back({row.front(), 0, false, {}});
        auto& cells = table.cells.emplace_back();
        for (std::size_t i = 1; i < row.size(); ++i) {
            model::TableCell cell;
            const auto [end, error] =
                std::from_chars(row[i].data(), row[i].data() + row[i].size(), cell.number);
            const bool number =
                listing.columns[i].number && error == std::errc{} && end == row[i].data() + row[i].size();
            cell.state = number           ? model::CellState::number
                         : row[i].empty() ? model::CellState::empty
                                          : model::CellState::text;
            cell.text = row[i];
            cells.push_back(std::move(cell));
        }
    }
    return table;
}

}  // namespace report
