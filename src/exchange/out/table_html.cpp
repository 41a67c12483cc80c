// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/strings.h"
#include "exchange/csv_guard.h"
#include "exchange/out/table_parts.h"
#include "exchange/out/table_text.h"

namespace exchange {

namespace {

constexpr std::string_view kFont =
    "font-family:Calibri,Carlito,Arial,sans-serif;font-size:10pt;color:#1d2126;";
constexpr std::string_view kRule = "border-bottom:1px solid #808080;";
constexpr std::string_view kHairline = "border-bottom:1px solid #d9d9d3;";
constexpr std::string_view kGroup = "font-weight:bold;background-color:#eeeeea;";

/// Excel takes a cell that begins with "=" for a formula unless it is said to be a text.
constexpr std::string_view kAsText = "mso-number-format:'\\@'";

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : base::as_markup(text)) {
        // Excel would begin a new row at a plain line break.
        if (c == '\n') {
            out += "<br style=\"mso-data-placement:same-cell\">";
        } else if (c != '\r') {
            out += c;
        }
    }
    return out;
}

struct HtmlCell {
    std::string_view tag = "td";
    std::string text;   ///< HTML
    std::string style;  ///< beside what all cells have
    bool number = false;
};

std::string html(const HtmlCell& cell) {
    return fmt::format("<{0} style=\"{1}padding:2px 8px;text-align:{2};vertical-align:top;{3}\">{4}</{0}>",
                       cell.tag, kFont, cell.number ? "right" : "left;" + std::string(kAsText), cell.style,
                       cell.text);
}

std::string heading_row(const model::Table& table) {
    const std::string style = "font-weight:bold;vertical-align:bottom;" + std::string(kRule);
    std::string row = html({"th", escaped(table.corner), style, false});
    const auto paths = heading_paths(table.columns);
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        std::string text = escaped(base::join(paths[column], " / "));
        if (!table.columns[column].note.empty()) {
            text +=
                "<br style=\"mso-data-placement:same-cell\"><span "
                "style=\"font-weight:normal;color:#5d646d\">" +
                escaped(table.columns[column].note) + "</span>";
        }
        row += html({"th", text, style, !is_text_column(table, column)});
    }
    return "<tr>" + row + "</tr>\n";
}

std::string body_row(const model::Table& table, std::size_t row) {
    const auto& heading = table.rows[row];
    const std::string look = std::string(heading.is_group ? kGroup : "") + std::string(kHairline);
    std::string label = escaped(heading.label);
    if (!heading.note.empty()) {
        label += " <span style=\"color:#5d646d\">" + escaped(heading.note) + "</span>";
    }
    std::string cells =
        html({"td", label, look + fmt::format("padding-left:{}px;", 8 + 16 * heading.level), false});
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        const auto& cell = cell_at(table, row, column);
        cells += html({"td", escaped(cell_text(table, cell)), look, cell.state != model::CellState::text});
    }
    return "<tr>" + cells + "</tr>\n";
}

std::string paragraph(const std::string& text, std::string_view style) {
    return fmt::format("<p style=\"{}{}\">{}</p>\n", kFont, style, escaped(text));
}

/// One field between tabs: what would part it into several becomes a blank.
std::string tab_field(const std::string& text) {
    std::string field = looks_like_formula(text) ? "'" : "";
    for (const char c : text) {
        if (c == '\n') {
            field += "; ";
        } else {
            field += c == '\t' || c == '\r' ? ' ' : c;
        }
    }
    return field;
}

}  // namespace

std::string table_html(const model::Table& table) {
    std::string out = "<html><head><meta charset=\"utf-8\"></head><body>\n";
    if (!table.title.empty()) out += paragraph(table.title, "font-weight:bold;");
    out += "<table style=\"border-collapse:collapse\">\n" + heading_row(table);
    for (std::size_t row = 0; row < table.rows.size(); ++row) out += body_row(table, row);
    out += "</table>\n";
    auto notes = legend(table);
    notes.insert(notes.end(), table.notes.begin(), table.notes.end());
    for (const auto& note : notes) out += paragraph(note, "font-size:9pt;color:#5d646d;margin:0;");
    return out + "</body></html>\n";
}

std::string table_tabs(const model::Table& table) {
    std::vector<std::string> fields{tab_field(table.corner)};
    for (const auto& path : heading_paths(table.columns))
        fields.push_back(tab_field(base::join(path, " / ")));
    std::string out = base::join(fields, "\t") + "\n";
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        fields = {tab_field(table.rows[row].label)};
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            const auto& cell = cell_at(table, row, column);
            const auto text = cell_text(table, cell);
            fields.push_back(cell.state == model::CellState::number ? text : tab_field(text));
        }
        out += base::join(fields, "\t") + "\n";
    }
    return out;
}

}  // namespace exchange
