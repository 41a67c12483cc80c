// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/out/table_text.h"

#include "base/strings.h"
#include "exchange/out/table_parts.h"

namespace exchange {

namespace {

/// A text that Markdown shows as it is; line ends become `<br>`.
std::string escaped(std::string_view text) {
    constexpr std::string_view kSpecial = "\\`*_[]<>|#~$&";
    std::string out;
    for (const char c : base::trimmed(text)) {
        if (c == '\n') {
            out += "<br>";
        } else if (c != '\r') {
            if (kSpecial.find(c) != std::string_view::npos) out += '\\';
            out += c;
        }
    }
    return out;
}

std::string bold(const std::string& escaped_text) {
    return escaped_text.empty() ? escaped_text : "**" + escaped_text + "**";
}

std::string with_note(std::string label, const std::string& note) {
    if (note.empty()) return label;
    return label += (label.empty() ? "" : "<br>") + escaped(note);
}

std::string line(const std::vector<std::string>& cells) {
    return "| " + base::join(cells, " | ") + " |\n";
}

std::string row_label(const model::Heading& heading) {
    std::string label;
    // Entities, because blanks at the head of a cell are dropped.
    for (int level = 0; level < heading.level; ++level) label += "&emsp;";
    const auto name = escaped(heading.label);
    return with_note(label + (heading.is_group ? bold(name) : name), heading.note);
}

}  // namespace

std::string table_markdown(const model::Table& table) {
    std::string out;
    if (!table.title.empty()) out += bold(escaped(table.title)) + "\n\n";

    std::vector<std::string> heads{escaped(table.corner)};
    std::vector<std::string> rule{":---"};
    const auto paths = heading_paths(table.columns);
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        heads.push_back(with_note(escaped(base::join(paths[column], " / ")), table.columns[column].note));
        rule.emplace_back(is_text_column(table, column) ? ":---" : "---:");
    }
    out += line(heads) + line(rule);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        std::vector<std::string> cells{row_label(table.rows[row])};
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            const auto text = escaped(cell_text(table, cell_at(table, row, column)));
            cells.push_back(table.rows[row].is_group ? bold(text) : text);
        }
        out += line(cells);
    }
    for (const auto& sentence : legend(table)) out += "\n" + escaped(sentence) + "\n";
    for (const auto& note : table.notes) out += "\n" + escaped(note) + "\n";
    return out;
}

}  // namespace exchange
