// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/agreement/rated_runs.h"
#include "base/files.h"
#include "base/strings.h"
#include "base/translate.h"
#include "exchange/out/table_text.h"
#include "exchange/out/workbook.h"
#include "report/agreement_texts.h"
#include "report/audit.h"
#include "report/dispute_words.h"
#include "report/export_file.h"

namespace report {

namespace {

using exchange::CellStyle;

constexpr const char* kStyle = R"(
body { font: 10.5pt/1.45 "DejaVu Sans", "Segoe UI", sans-serif; color: #1d2126; max-width: 62em; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 1.6em; margin: 0 0 .8em; }
h2 { font-size: 1.2em; margin: 1.8em 0 .5em; border-bottom: 1px solid #b9bcc0; padding-bottom: .2em; break-after: avoid; }
h3 { font-size: 1em; margin: 1.2em 0 .4em; break-after: avoid; }
p { margin: .3em 0; }
table { border-collapse: collapse; margin: .5em 0 1em; font-size: .86em; }
th, td { text-align: left; vertical-align: top; padding: .22em .6em; border-bottom: 1px solid #d9d9d3; }
td:first-child { min-width: 15em; }
th { border-bottom: 1px solid #5d646d; vertical-align: bottom; }
.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
thead { display: table-header-group; }
tr, svg { break-inside: avoid; }
svg { max-width: 100%; height: auto; }
@page { size: A4 landscape; margin: 14mm; }
@media print { body { max-width: none; margin: 0; padding: 0; font-size: 9pt; } }
)";

std::string escaped(std::string_view words) {
    std::string safe;
    for (const char c : words) {
        switch (c) {
            case '&':
                safe += "&amp;";
                break;
            case '<':
                safe += "&lt;";
                break;
            case '>':
                safe += "&gt;";
                break;
            case '"':
                safe += "&quot;";
                break;
            default:
                safe += c;
        }
    }
    return safe;
}

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

void write_table(std::string& html, const AuditTable& table) {
    if (!table.title.empty()) html += "<h3>" + escaped(table.title) + "</h3>\n";
    html += "<table id=\"" + escaped(table.id) + "\">\n<thead><tr>";
    std::vector<bool> numbers;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        numbers.push_back(is_number_column(table, i));
        html += std::string(numbers[i] ? "<th class=\"n\">" : "<th>") + escaped(table.columns[i]) + "</th>";
    }
    html += "</tr></thead>\n<tbody>\n";
    for (const auto& row : table.rows) {
        html += "<tr>";
        for (std::size_t i = 0; i < row.size(); ++i) {
            html += numbers[i] ? "<td class=\"n\"" : "<td";
            if (row[i].value) html += fmt::format(" data-value=\"{:.12g}\"", *row[i].value);
            html += ">" + escaped(row[i].text) + "</td>";
        }
        html += "</tr>\n";
    }
    html += "</tbody></table>\n";
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
        if (!table.title.empty()) sheet.rows.push_back({exchange::text_cell(table.title, CellStyle::label)});
        auto& heading = sheet.rows.emplace_back();
        for (const auto& column : table.columns) {
            heading.push_back(exchange::text_cell(column, CellStyle::heading));
            heading.back().ruled = true;
            if (heading.size() > sheet.widths.size()) sheet.widths.push_back(16);
        }
        for (const auto& row : table.rows) {
            auto& cells = sheet.rows.emplace_back();
            for (const auto& cell : row) {
                if (!cell.value) {
                    cells.push_back(exchange::text_cell(cell.text));
                    continue;
                }
                const bool whole = cell.text.find('.') == std::string::npos;
                cells.push_back(exchange::number_cell(*cell.value, CellStyle::number, whole ? 0 : 3));
            }
        }
    }
    return sheet;
}

}  // namespace

std::string audit_html(const Audit& audit) {
    std::string html = "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n<title>" +
                       escaped(audit.title) + "</title>\n<style>" + kStyle +
                       "</style>\n</head>\n<body>\n<h1>" + escaped(audit.title) + "</h1>\n";
    for (const auto& section : audit.sections) {
        html += "<h2>" + escaped(section.title) + "</h2>\n";
        for (const auto& paragraph : section.paragraphs) html += "<p>" + escaped(paragraph) + "</p>\n";
        for (const auto& table : section.tables) write_table(html, table);
        if (section.drawing.empty()) continue;
        // Within a page a drawing has no declaration of its own.
        const auto begin = section.drawing.find("<svg");
        html += section.drawing.substr(begin == std::string::npos ? 0 : begin) + "\n";
    }
    return html + "</body>\n</html>\n";
}

std::string audit_units_csv(const study::Study& study, const model::Material& material,
                            const analysis::AgreementSpec& spec) {
    const AgreementTexts texts(study);
    const auto runs = analysis::rated_runs(material, spec, [&](model::SourceId source, analysis::Unit unit) {
        return texts.units(source, unit);
    });
    std::vector<std::string> header{"code", "source", "begin", "end", "count"};
    for (const auto& name : observer_names(material, spec)) header.push_back(name);
    std::string csv = "\xEF\xBB\xBF" + exchange::csv_line(header);
    for (const auto& run : runs) {
        std::vector<std::string> fields{exchange::csv_field(material.codebook.path(run.code)),
                                        exchange::csv_field(name_in(material.sources, run.source)),
                                        std::to_string(run.span.begin), std::to_string(run.span.end),
                                        std::to_string(run.span.length())};
        for (const auto& marked : run.marked) fields.emplace_back(!marked ? "" : *marked ? "1" : "0");
        csv += base::join(fields, ",") + "\r\n";
    }
    return csv;
}

const std::vector<std::string>& audit_endings() {
    static const std::vector<std::string> kEndings{".html", ".xlsx", ".csv"};
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
