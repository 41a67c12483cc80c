// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/matrix/workbook.h"

#include <algorithm>
#include <cmath>

#include "base/strings.h"
#include "base/translate.h"
#include "exchange/out/table_parts.h"
#include "exchange/out/text_lines.h"
#include "report/passages/passage_sheet.h"

namespace report {

namespace {

using exchange::CellAlign;
using exchange::CellStyle;
using exchange::Sheet;
using exchange::SheetCell;
using exchange::text_cell;
using model::CellState;

/// Wider than a page of A4 upright takes at a size that can be read.
constexpr double kUprightWidth = 95;

/// The first sheet, built from top to bottom; the passages are added cell by cell.
class MatrixSheet {
  public:
    MatrixSheet(const analysis::Crosstab& crosstab, const model::Table& table, PassageSheet& passages);
    [[nodiscard]] Sheet compose(const About& about);

  private:
    void choose_columns();
    void choose_widths();
    void add_wide(const std::string& text, CellStyle style);
    void add_headings();
    void add_heading_row(std::size_t level);
    void add_heading_notes();
    void add_body();
    void add_lines(std::vector<SheetCell> cells);
    [[nodiscard]] SheetCell body_cell(std::size_t row, std::size_t column);
    void add_unattributed();
    void add_notes();
    [[nodiscard]] int last_column() const { return static_cast<int>(shown_.size()); }

    const analysis::Crosstab& crosstab_;
    const model::Table& table_;
    PassageSheet& passages_;
    Sheet sheet_;
    std::vector<std::size_t> shown_;                ///< the table's columns that the sheet has
    std::vector<std::vector<std::string>> heads_;   ///< their headings from the top down
    std::vector<std::vector<std::string>> labels_;  ///< of the table's rows
    std::size_t depth_ = 1;                         ///< rows of column headings, notes excepted
};

MatrixSheet::MatrixSheet(const analysis::Crosstab& crosstab, const model::Table& table,
                         PassageSheet& passages)
    : crosstab_(crosstab), table_(table), passages_(passages), labels_(exchange::heading_paths(table.rows)) {
    sheet_.name = base::tr("Matrix");
    choose_columns();
    choose_widths();
}

/// A column that only heads others stands above them; with figures of its own it is one more below itself.
void MatrixSheet::choose_columns() {
    auto paths = exchange::heading_paths(table_.columns);
    for (std::size_t column = 0; column < table_.columns.size(); ++column) {
        if (table_.columns[column].is_group) {
            bool blank = true;
            for (std::size_t row = 0; row < table_.rows.size() && blank; ++row) {
                blank = exchange::cell_at(table_, row, column).state == CellState::empty;
            }
            if (blank) continue;
            paths[column].emplace_back(base::tr("all"));
        }
        shown_.push_back(column);
        heads_.push_back(paths[column]);
        depth_ = std::max(depth_, paths[column].size());
    }
    // Each column's own name stands in the lowest row, above its numbers.
    for (auto& head : heads_) head.insert(head.end() - 1, depth_ - head.size(), "");
}

void MatrixSheet::choose_widths() {
    double label = 0;
    for (const auto& row : table_.rows) {
        label = std::max(label, exchange::widest(exchange::wrapped(row.label, 60)) + 2.0 * row.level + 2);
    }
    sheet_.widths.push_back(std::clamp(label, 20.0, 44.0));
    for (const auto column : shown_) {
        const auto& heading = table_.columns[column];
        if (exchange::is_text_column(table_, column)) {
            double text = 24;
            for (std::size_t row = 0; row < table_.rows.size(); ++row) {
                const auto lines = exchange::wrapped(exchange::cell_at(table_, row, column).text, 60);
                text = std::max(text, exchange::widest(lines) + 2.0);
            }
            sheet_.widths.push_back(std::min(text, 46.0));
            continue;
        }
        const double words =
            std::max({exchange::widest_word(heading.label) * 1.1,  // bold is wider
                      std::min(18.0, exchange::widest(exchange::wrapped(heading.note, 60)) * 0.9)});
        sheet_.widths.push_back(std::clamp(words + 2, 11.0, 24.0));
    }
    double sum = 0;
    for (const double width : sheet_.widths) sum += width;
    sheet_.landscape = sum > kUprightWidth;
}

Sheet MatrixSheet::compose(const About& about) {
    add_wide(table_.title, CellStyle::title);
    add_wide(base::say("{} · revision {} of {}", about.study, about.revision,
                       base::iso_time(about.revision_date).substr(0, 10)),
             CellStyle::note);
    sheet_.rows.emplace_back();
    add_headings();
    sheet_.frozen_rows = sheet_.heading_rows = static_cast<int>(sheet_.rows.size());
    sheet_.frozen_columns = 1;
    add_body();
    add_unattributed();
    add_notes();
    return std::move(sheet_);
}

/// A text over the whole width of the table.
void MatrixSheet::add_wide(const std::string& text, CellStyle style) {
    const auto row = static_cast<int>(sheet_.rows.size());
    sheet_.rows.push_back({text_cell(text, style)});
    if (last_column() > 0) sheet_.merged.push_back({row, 0, row, last_column()});
}

void MatrixSheet::add_headings() {
    const bool noted = std::any_of(shown_.begin(), shown_.end(),
                                   [&](std::size_t column) { return !table_.columns[column].note.empty(); });
    const auto first = static_cast<int>(sheet_.rows.size());
    for (std::size_t level = 0; level < depth_; ++level) add_heading_row(level);
    if (noted) add_heading_notes();
    const auto last = static_cast<int>(sheet_.rows.size()) - 1;
    for (auto& cell : sheet_.rows.back()) cell.ruled = true;
    auto& corner = sheet_.rows[static_cast<std::size_t>(first)].front();
    corner.text = table_.corner;
    corner.ruled = true;
    if (last > first) sheet_.merged.push_back({first, 0, last, 0});
}

void MatrixSheet::add_heading_row(std::size_t level) {
    const auto row = static_cast<int>(sheet_.rows.size());
    const auto same_above = [&](std::size_t a, std::size_t b) {
        return std::equal(heads_[a].begin(), heads_[a].begin() + static_cast<std::ptrdiff_t>(level + 1),
                          heads_[b].begin());
    };
    std::vector<SheetCell> cells{text_cell("", CellStyle::heading)};
    for (std::size_t i = 0; i < shown_.size();) {
        std::size_t end = i + 1;
        const bool lowest = level + 1 == depth_;
        while (!lowest && !heads_[i][level].empty() && end < shown_.size() && same_above(i, end)) ++end;
        const bool merged = end > i + 1;
        if (merged) sheet_.merged.push_back({row, static_cast<int>(i) + 1, row, static_cast<int>(end)});
        for (std::size_t k = i; k < end; ++k) {
            auto head = text_cell(k == i ? heads_[k][level] : "", CellStyle::heading);
            const bool texts = exchange::is_text_column(table_, shown_[k]);
            head.align = merged ? CellAlign::centre : texts ? CellAlign::left : CellAlign::right;
            head.ruled = merged;
            cells.push_back(head);
        }
        i = end;
    }
    sheet_.rows.push_back(std::move(cells));
}

void MatrixSheet::add_heading_notes() {
    std::vector<SheetCell> cells{text_cell("", CellStyle::heading)};
    for (const auto column : shown_) {
        auto note = text_cell(table_.columns[column].note, CellStyle::heading_note);
        note.align = exchange::is_text_column(table_, column) ? CellAlign::left : CellAlign::right;
        cells.push_back(note);
    }
    sheet_.rows.push_back(std::move(cells));
}

void MatrixSheet::add_body() {
    for (std::size_t row = 0; row < table_.rows.size(); ++row) {
        const auto& heading = table_.rows[row];
        auto label = text_cell(heading.note.empty() ? heading.label : heading.label + "\n" + heading.note,
                               CellStyle::label);
        label.indent = heading.level;
        std::vector<SheetCell> cells{label};
        for (const auto column : shown_) cells.push_back(body_cell(row, column));
        for (auto& cell : cells) cell.group = heading.is_group;
        add_lines(std::move(cells));
    }
}

/// A row whose texts have several lines (the published layout) becomes a row for each line, below one merged
/// label: a cell that is a link shows one line in some programs.
void MatrixSheet::add_lines(std::vector<SheetCell> cells) {
    std::vector<std::vector<std::string_view>> lines;
    std::size_t height = 1;
    for (const auto& cell : cells) {
        const bool split = cell.style == CellStyle::wrapped;
        lines.push_back(split ? base::split(cell.text, '\n') : std::vector<std::string_view>{cell.text});
        height = std::max(height, lines.back().size());
    }
    if (height > 1) {
        const auto first = static_cast<int>(sheet_.rows.size());
        sheet_.merged.push_back({first, 0, first + static_cast<int>(height) - 1, 0});
        cells.front().style = CellStyle::wrapped;
    }
    for (std::size_t n = 0; n < height; ++n) {
        auto row = cells;
        for (std::size_t i = 0; i < row.size(); ++i) {
            row[i].open_below = n + 1 < height;
            if (n < lines[i].size()) {
                row[i].text = lines[i][n];
            } else {
                row[i].text.clear();
                row[i].link.clear();
            }
            if (n > 0 && row[i].is_number) row[i] = text_cell("");
        }
        sheet_.rows.push_back(std::move(row));
    }
}

SheetCell MatrixSheet::body_cell(std::size_t row, std::size_t column) {
    const auto& cell = exchange::cell_at(table_, row, column);
    if (cell.state == CellState::empty) return text_cell("");
    SheetCell shown = text_cell(exchange::cell_text(table_, cell),
                                cell.state == CellState::text ? CellStyle::wrapped : CellStyle::quiet_number);
    if (cell.state == CellState::number && std::isfinite(cell.number)) {
        const bool percent = table_.unit == "%";
        const auto style = percent ? CellStyle::percent : CellStyle::number;
        shown = exchange::number_cell(percent ? cell.number / 100 : cell.number, style, table_.decimals);
    }
    if (const auto* counted = cell_of(crosstab_, cell.trace)) {
        shown.link = passages_.add_block(base::join(labels_[row], " / "),
                                         base::join(exchange::heading_paths(table_.columns)[column], " / "),
                                         counted->codings);
    }
    return shown;
}

void MatrixSheet::add_unattributed() {
    if (crosstab_.unattributed == 0) return;
    const std::string words = base::tr("Codings that belong to no participant");
    auto number = exchange::number_cell(static_cast<double>(crosstab_.unattributed));
    number.link = passages_.add_block(words, "", crosstab_.unattributed_codings);
    sheet_.rows.emplace_back();
    sheet_.rows.push_back({text_cell(words, CellStyle::label), number});
}

void MatrixSheet::add_notes() {
    auto notes = exchange::legend(table_);
    notes.insert(notes.end(), table_.notes.begin(), table_.notes.end());
    notes.emplace_back(base::tr("Each number leads to the passages behind it."));
    sheet_.rows.emplace_back();
    for (const auto& note : notes) add_wide(note, CellStyle::note);
}

Sheet about_sheet(const About& about) {
    Sheet sheet;
    sheet.name = base::tr("What was counted");
    sheet.widths = {28, 72};
    sheet.rows.push_back({text_cell(base::tr("What was counted"), CellStyle::title)});
    sheet.merged.push_back({0, 0, 0, 1});
    sheet.rows.emplace_back();
    const auto add = [&](const std::string& label, SheetCell value) {
        value.align = CellAlign::left;
        sheet.rows.push_back({text_cell(label, CellStyle::label), std::move(value)});
    };
    const auto words = [](const std::string& text) { return text_cell(text, CellStyle::wrapped); };
    for (const auto& [label, value] : about.counted) add(label, words(value));
    add(base::tr("Study"), words(about.study));
    add(base::tr("Codebook"), words(about.codebook));
    add(base::tr("Revision of the study"), exchange::number_cell(static_cast<double>(about.revision)));
    add(base::tr("Date of the revision (UTC)"),
        exchange::number_cell(static_cast<double>(about.revision_date), CellStyle::date));
    add(base::tr("Program"), words("Trialogue " + about.program_version));
    return sheet;
}

}  // namespace

exchange::Workbook matrix_workbook(const analysis::Crosstab& crosstab, const model::Table& table,
                                   const PassageOf& passage_of, const About& about) {
    exchange::Workbook workbook;
    workbook.title = table.title;
    workbook.author = about.study;
    workbook.created = about.revision_date;
    PassageSheet passages(passage_of);
    workbook.sheets.push_back(MatrixSheet(crosstab, table, passages).compose(about));
    workbook.sheets.push_back(passages.take());
    workbook.sheets.push_back(about_sheet(about));
    return workbook;
}

}  // namespace report
