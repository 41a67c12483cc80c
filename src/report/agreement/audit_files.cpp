// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "base/strings.h"
#include "base/translate.h"
#include "exchange/out/workbook.h"
#include "report/agreement/audit.h"
#include "report/agreement/audit_data.h"
#include "report/agreement/figure_text.h"
#include "report/export_file.h"

namespace report {

namespace {

using base::tr;
using exchange::CellStyle;

constexpr const char* kStyle = R"(
body { font: 10.5pt/1.45 "DejaVu Sans", "Segoe UI", sans-serif; color: #1d2126; max-width: 62em; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 1.6em; margin: 0 0 .8em; }
h2 { font-size: 1.2em; margin: 1.8em 0 .5em; border-bottom: 1px solid #b9bcc0; padding-bottom: .2em; break-after: avoid; }
h3 { font-size: 1em; margin: 1.2em 0 .4em; break-after: avoid; }
p { margin: .3em 0; break-after: avoid; }
table { border-collapse: collapse; margin: .5em 0 1em; font-size: .86em; }
th, td { text-align: left; vertical-align: top; padding: .22em .6em; border-bottom: 1px solid #d9d9d3; }
td:first-child:not(.n) { min-width: 11em; }
.g td { font-weight: bold; padding-top: .7em; break-after: avoid; }
.i td:first-child { padding-left: 1.4em; }
th { border-bottom: 1px solid #5d646d; vertical-align: bottom; }
.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.t { white-space: nowrap; }
.c { padding-left: 0; white-space: nowrap; font-variant-numeric: tabular-nums; color: #5d646d; }
thead { display: table-header-group; }
tr, svg { break-inside: avoid; }
#signatures td { height: 2.6em; vertical-align: bottom; min-width: 18em; }
svg { max-width: 100%; height: auto; }
@page { size: A4 landscape; margin: 14mm; }
@media print { body { max-width: none; margin: 0; padding: 0; font-size: 9pt; } }
)";

/// A column whose cells are all numbers, or marks instead of them.
bool is_number_column(const AuditTable& table, std::size_t column) {
    bool any = false;
    for (const auto& row : table.rows) {
        if (row[column].value)
            any = true;
        else if (row[column].text != "–" && !row[column].text.empty())
            return false;
    }
    return any;
}

std::string group_of(const AuditTable& table, std::size_t row) {
    return table.groups.empty() ? std::string() : table.groups[row];
}

/// "2026-11-22T17:36:54Z": is not to be broken at its hyphens.
bool is_time(const std::string& text) {
    return text.size() == 20 && text.back() == 'Z' && base::parse_iso_time(text);
}

void write_cell(std::string& html, const AuditCell& cell, bool number, bool intervals) {
    html += number ? "<td class=\"n\"" : is_time(cell.text) ? "<td class=\"t\"" : "<td";
    const auto data = [&](const char* name, double value) {
        html += fmt::format(" data-{}=\"{:.12g}\"", name, value);
    };
    if (cell.value) data("value", *cell.value);
    if (cell.interval) {
        data("low", cell.interval->front());
        data("high", cell.interval->back());
    }
    html += ">" + base::as_markup(cell.text) + "</td>";
    if (!intervals) return;
    // In a column of its own, so that figures stand below each other.
    html += "<td class=\"c\">";
    if (cell.interval)
        html += "[" + coefficient_text(cell.interval->front(), 3) + ", " +
                coefficient_text(cell.interval->back(), 3) + "]";
    html += "</td>";
}

void write_heading(std::string& html, const AuditTable& table, const std::vector<bool>& numbers) {
    html += "<thead><tr>";
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        html += table.columns[i].intervals ? "<th colspan=\"2\">" : numbers[i] ? "<th class=\"n\">" : "<th>";
        html += base::as_markup(table.columns[i].title) + "</th>";
    }
    html += "</tr></thead>\n";
}

void write_table(std::string& html, const AuditTable& table) {
    if (!table.title.empty()) html += "<h3>" + base::as_markup(table.title) + "</h3>\n";
    html += "<table id=\"" + base::as_markup(table.id) + "\">\n";
    std::vector<bool> numbers;
    std::size_t width = 0;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        numbers.push_back(is_number_column(table, i));
        width += table.columns[i].intervals ? 2 : 1;
    }
    write_heading(html, table, numbers);
    html += "<tbody>\n";
    std::string group;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        if (group_of(table, row) != group) {
            group = group_of(table, row);
            if (!group.empty())
                html += fmt::format("<tr class=\"g\"><td colspan=\"{}\">{}</td></tr>\n", width,
                                    base::as_markup(group));
        }
        html += group.empty() ? "<tr>" : "<tr class=\"i\">";
        for (std::size_t i = 0; i < table.rows[row].size(); ++i)
            write_cell(html, table.rows[row][i], numbers[i], table.columns[i].intervals);
        html += "</tr>\n";
    }
    html += "</tbody></table>\n";
}

/// A number as a workbook holds it: with the digits that are read.
exchange::SheetCell number_of(double value, const std::string& text) {
    const bool whole = text.find('.') == std::string::npos;
    return exchange::number_cell(value, CellStyle::number, whole ? 0 : 3);
}

/// Intervals have columns of their own, and groups too, so that a workbook can be sorted.
void add_table(exchange::Sheet& sheet, const AuditTable& table) {
    if (!table.title.empty()) sheet.rows.push_back({exchange::text_cell(table.title, CellStyle::label)});
    auto& heading = sheet.rows.emplace_back();
    const auto add_heading = [&](const std::string& title) {
        heading.push_back(exchange::text_cell(title, CellStyle::heading));
        heading.back().ruled = true;
    };
    for (const auto& column : table.columns) {
        add_heading(column.title);
        if (column.intervals) add_heading(tr("Low"));
        if (column.intervals) add_heading(tr("High"));
    }
    if (!table.groups.empty()) add_heading(tr("Dimension"));
    while (sheet.widths.size() < heading.size()) sheet.widths.push_back(16);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        auto& cells = sheet.rows.emplace_back();
        for (std::size_t i = 0; i < table.rows[row].size(); ++i) {
            const AuditCell& cell = table.rows[row][i];
            cells.push_back(cell.value ? number_of(*cell.value, cell.text) : exchange::text_cell(cell.text));
            for (std::size_t end = 0; table.columns[i].intervals && end < 2; ++end)
                cells.push_back(cell.interval ? number_of((*cell.interval)[end], cell.text)
                                              : exchange::text_cell("–"));
        }
        if (!table.groups.empty()) cells.push_back(exchange::text_cell(table.groups[row]));
    }
}

exchange::Sheet sheet_of(const AuditSection& section) {
    exchange::Sheet sheet;
    sheet.name = section.title;
    sheet.landscape = true;
    sheet.widths.assign(1, 46);
    sheet.rows.push_back({exchange::text_cell(section.title, CellStyle::title)});
    for (const auto& paragraph : section.paragraphs)
        sheet.rows.push_back({exchange::text_cell(paragraph, CellStyle::note)});
    for (const auto& table : section.tables) {
        sheet.rows.emplace_back();
        add_table(sheet, table);
    }
    return sheet;
}

}  // namespace

std::string audit_html(const Audit& audit) {
    std::string html = "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n<title>" +
                       base::as_markup(audit.title) + "</title>\n<style>" + kStyle +
                       "</style>\n</head>\n<body>\n<h1>" + base::as_markup(audit.title) + "</h1>\n";
    for (const auto& section : audit.sections) {
        html += "<h2>" + base::as_markup(section.title) + "</h2>\n";
        for (const auto& paragraph : section.paragraphs)
            html += "<p>" + base::as_markup(paragraph) + "</p>\n";
        for (const auto& table : section.tables) write_table(html, table);
        if (section.drawing.empty()) continue;
        // Within a page a drawing has no declaration of its own.
        const auto begin = section.drawing.find("<svg");
        html += section.drawing.substr(begin == std::string::npos ? 0 : begin) + "\n";
    }
    return html + "</body>\n</html>\n";
}

const std::vector<std::string>& audit_endings() {
    static const std::vector<std::string> kEndings{".html", ".xlsx", ".csv", ".json"};
    return kEndings;
}

void write_audit(study::Study& study, const model::Material& material, const analysis::AgreementSpec& spec,
                 const std::filesystem::path& file) {
    const std::string ending = ending_of(file, audit_endings());
    refuse_to_overwrite(study, file);
    if (ending == ".csv") {
        base::write_file(file, audit_units_csv(study, material, spec));
        return;
    }
    if (ending == ".json") {
        base::write_file(file, audit_data_json(study, material, spec));
        return;
    }
    const Audit made = audit(study, material, spec);
    if (ending == ".html") {
        base::write_file(file, audit_html(made));
        return;
    }
    exchange::Workbook workbook;
    workbook.title = made.title;
    workbook.created = made.changed_at;
    for (const auto& section : made.sections) workbook.sheets.push_back(sheet_of(section));
    exchange::write_xlsx(workbook, file);
}

}  // namespace report
