// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/grid_layout.h"

#include <wx/tokenzr.h>

#include <algorithm>

#include "exchange/out/table_parts.h"
#include "ui/kit/words.h"

namespace ui {

namespace {

constexpr int kPadding = 7;
constexpr int kNumberAtLeast = 64, kHeadingAtMost = 150;
constexpr int kShortAtLeast = 40, kShortAtMost = 110;
constexpr int kTextAtLeast = 150, kTextAtMost = 420;
constexpr int kRowHeadingAtLeast = 120, kRowHeadingAtMost = 420;
constexpr int kIndent = 18;

std::size_t place(const std::vector<int>& edges, int at) {
    const auto found = std::upper_bound(edges.begin(), edges.end(), at);
    if (found == edges.begin()) return 0;
    return static_cast<std::size_t>(found - edges.begin()) - 1;
}

}  // namespace

wxArrayString wrapped(const wxString& text, wxDC& dc, int width) {
    wxArrayString lines;
    wxStringTokenizer paragraphs(text, "\n", wxTOKEN_RET_EMPTY_ALL);
    while (paragraphs.HasMoreTokens()) {
        const wxString paragraph = paragraphs.GetNextToken();
        if (dc.GetTextExtent(paragraph).x <= width) {
            lines.Add(paragraph);
            continue;
        }
        wxString line;
        wxStringTokenizer words(paragraph, " ");
        while (words.HasMoreTokens()) {
            const wxString word = words.GetNextToken();
            const wxString longer = line.empty() ? word : line + " " + word;
            if (!line.empty() && dc.GetTextExtent(longer).x > width) {
                lines.Add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.Add(line);
    }
    if (lines.empty()) lines.Add(wxString());
    return lines;
}

int GridLayout::indent(const model::Heading& heading) const {
    return (heading.level + 1) * step_;
}

void GridLayout::lay_out(const model::Table& table, const std::function<bool(std::size_t)>& folded, wxDC& dc,
                         const Measures& measures) {
    padding_ = kPadding * measures.unit;
    step_ = kIndent * measures.unit;
    dc.SetFont(measures.bold);
    line_ = dc.GetCharHeight();

    int widest = dc.GetTextExtent(wx(table.corner)).x + step_;
    for (const auto& row : table.rows) {
        dc.SetFont(row.is_group ? measures.bold : measures.plain);
        widest = std::max(widest, dc.GetTextExtent(wx(row.label)).x + indent(row));
    }
    const int most = std::max(kRowHeadingAtLeast * measures.unit,
                              std::min(kRowHeadingAtMost * measures.unit, measures.room * 2 / 5));
    heading_width_ = std::clamp(widest + 2 * padding_, kRowHeadingAtLeast * measures.unit, most);
    lay_out_columns(table, dc, measures);

    row_lines_.assign(table.rows.size(), {});
    tops_.assign(1, 0);
    bool hidden = false;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const auto& heading = table.rows[row];
        if (heading.level == 0) hidden = false;
        dc.SetFont(heading.is_group ? measures.bold : measures.plain);
        wxString label = wx(heading.label);
        if (!heading.note.empty()) label += wx(" (" + heading.note + ")");
        row_lines_[row] = wrapped(label, dc, heading_width_ - 2 * padding_ - indent(heading));
        std::size_t lines = row_lines_[row].size();
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            lines = std::max(lines, cell_lines(row, column).size());
        }
        tops_.push_back(tops_.back() + (hidden ? 0 : static_cast<int>(lines) * line_ + padding_ * 4 / 3));
        if (heading.is_group && folded(row)) hidden = true;
    }
}

void GridLayout::lay_out_columns(const model::Table& table, wxDC& dc, const Measures& measures) {
    const int unit = measures.unit;
    const std::size_t columns = table.columns.size();
    const int shared = columns == 0 ? 0
                                    : std::clamp((measures.room - heading_width_) / static_cast<int>(columns),
                                                 kTextAtLeast * unit, kTextAtMost * unit);
    column_lines_.assign(columns, {});
    short_.clear();
    cell_lines_.clear();
    lefts_.assign(1, 0);
    std::size_t most_lines = 1;
    for (std::size_t column = 0; column < columns; ++column) {
        const auto& heading = table.columns[column];
        int width = shared;
        dc.SetFont(measures.bold);
        const int short_width = short_text_width(table, column, dc, measures);
        short_.push_back(short_width > 0);
        if (short_width > 0) {
            const int label = std::min(dc.GetTextExtent(wx(heading.label)).x, kHeadingAtMost * unit);
            dc.SetFont(measures.plain);
            width =
                std::max({kShortAtLeast * unit, label, dc.GetTextExtent(wx(heading.note)).x, short_width}) +
                2 * padding_;
            dc.SetFont(measures.bold);
        } else if (!exchange::is_text_column(table, column)) {
            const int label = std::min(dc.GetTextExtent(wx(heading.label)).x, kHeadingAtMost * unit);
            dc.SetFont(measures.plain);
            width = std::max({kNumberAtLeast * unit, label, dc.GetTextExtent(wx(heading.note)).x,
                              number_width(table, column, dc)}) +
                    2 * padding_;
            dc.SetFont(measures.bold);
        }
        // A word that is wider than the column is cut when it is drawn.
        column_lines_[column] = wrapped(wx(heading.label), dc, width - 2 * padding_);
        std::size_t lines = column_lines_[column].size();
        if (!heading.note.empty()) ++lines;
        most_lines = std::max(most_lines, lines);
        lefts_.push_back(lefts_.back() + width);
    }
    heading_height_ = static_cast<int>(most_lines) * line_ + 2 * padding_;

    dc.SetFont(measures.plain);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        for (std::size_t column = 0; column < columns; ++column) {
            const auto& cell = exchange::cell_at(table, row, column);
            if (cell.state != model::CellState::text) continue;
            if (cell_lines_.empty())
                cell_lines_.assign(table.rows.size(), std::vector<wxArrayString>(columns));
            cell_lines_[row][column] = wrapped(wx(cell.text), dc, this->width(column) - 2 * padding_);
        }
    }
}

/// The widest of a column's texts where all are as short as numbers; 0 where one is longer or there is none.
int GridLayout::short_text_width(const model::Table& table, std::size_t column, wxDC& dc,
                                 const Measures& measures) const {
    if (!exchange::is_text_column(table, column)) return 0;
    dc.SetFont(measures.plain);
    int widest = 0;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const auto& text = exchange::cell_at(table, row, column).text;
        const int width = dc.GetTextExtent(wx(text)).x;
        if (width > kShortAtMost * measures.unit || text.find('\n') != std::string::npos) return 0;
        widest = std::max(widest, width);
    }
    dc.SetFont(measures.bold);
    return widest;
}

int GridLayout::number_width(const model::Table& table, std::size_t column, wxDC& dc) const {
    double most = 0;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        most = std::max(most, exchange::cell_at(table, row, column).number);
    }
    return dc.GetTextExtent(wx(exchange::number_text(table, most))).x;
}

std::size_t GridLayout::row_at(int y) const {
    return place(tops_, y);
}

std::size_t GridLayout::column_at(int x) const {
    return place(lefts_, x);
}

const wxArrayString& GridLayout::cell_lines(std::size_t row, std::size_t column) const {
    static const wxArrayString kNone;
    return cell_lines_.empty() ? kNone : cell_lines_[row][column];
}

}  // namespace ui
