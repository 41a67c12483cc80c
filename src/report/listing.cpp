// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/listing.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "exchange/out/table_text.h"
#include "text/text.h"

namespace report {

namespace {

constexpr std::int64_t kNarrowest = 8, kWidest = 60;

std::optional<std::int64_t> number_in(const std::string& cell) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
    if (error != std::errc{} || end != cell.data() + cell.size()) return std::nullopt;
    return number;
}

/// In a pipe table a bar ends the cell and a line end the row.
std::string pipe_cell(const std::string& text) {
    std::string cell;
    for (const char c : text) {
        if (c == '|' || c == '\\') cell += '\\';
        if (c == '\n') {
            cell += "<br>";
        } else {
            cell += c;
        }
    }
    return cell;
}

double width_of(const Listing& listing, std::size_t column) {
    auto widest = text::count_code_points(listing.columns[column].title) + 2;
    for (const auto& row : listing.rows) widest = std::max(widest, text::count_code_points(row[column]) + 1);
    return static_cast<double>(std::clamp<std::int64_t>(widest, kNarrowest, kWidest));
}

exchange::SheetCell sheet_cell(const Listing::Column& column, const std::string& text) {
    if (column.number) {
        if (const auto number = number_in(text)) return exchange::number_cell(static_cast<double>(*number));
    }
    return exchange::text_cell(text, exchange::CellStyle::wrapped);
}

}  // namespace

std::string listing_csv(const Listing& listing) {
    std::vector<std::string> header;
    for (const auto& column : listing.columns) header.push_back(column.key);
    std::string csv = "\xEF\xBB\xBF" + exchange::csv_line(header);
    for (const auto& row : listing.rows) csv += exchange::csv_line(row);
    return csv;
}

std::string listing_markdown(const Listing& listing) {
    std::string heading = "|", rule = "|", body;
    for (const auto& column : listing.columns) {
        heading += " " + pipe_cell(column.title) + " |";
        rule += column.number ? " ---: |" : " --- |";
    }
    for (const auto& row : listing.rows) {
        body += "|";
        for (const auto& cell : row) body += " " + pipe_cell(cell) + " |";
        body += "\n";
    }
    return "# " + listing.title + "\n\n" + heading + "\n" + rule + "\n" + body;
}

nlohmann::ordered_json listing_json(const Listing& listing, const std::string& name) {
    auto entries = nlohmann::ordered_json::array();
    for (const auto& row : listing.rows) {
        auto entry = nlohmann::ordered_json::object();
        for (std::size_t i = 0; i < listing.columns.size(); ++i) {
            auto& value = entry[listing.columns[i].key];
            if (!listing.columns[i].number) {
                value = row[i];
            } else if (const auto number = number_in(row[i])) {
                value = *number;
            }
        }
        entries.push_back(std::move(entry));
    }
    return {{name, std::move(entries)}};
}

exchange::Workbook listing_workbook(const Listing& listing, std::int64_t created) {
    exchange::Sheet sheet;
    sheet.name = listing.title;
    sheet.landscape = true;
    sheet.frozen_rows = sheet.heading_rows = 1;
    sheet.filter_row = 0;
    std::vector<exchange::SheetCell> headings;
    for (std::size_t i = 0; i < listing.columns.size(); ++i) {
        headings.push_back(exchange::text_cell(listing.columns[i].title, exchange::CellStyle::heading));
        headings.back().ruled = true;
        sheet.widths.push_back(width_of(listing, i));
    }
    sheet.rows.push_back(std::move(headings));
    for (const auto& row : listing.rows) {
        std::vector<exchange::SheetCell> cells;
        for (std::size_t i = 0; i < row.size(); ++i) cells.push_back(sheet_cell(listing.columns[i], row[i]));
        sheet.rows.push_back(std::move(cells));
    }
    exchange::Workbook workbook;
    workbook.title = listing.title;
    workbook.created = created;
    workbook.sheets.push_back(std::move(sheet));
    return workbook;
}

}  // namespace report
