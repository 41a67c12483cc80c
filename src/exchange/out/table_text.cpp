// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/out/table_text.h"

#include <algorithm>

#include "base/strings.h"
#include "exchange/out/table_parts.h"
#include "exchange/out/text_lines.h"

namespace exchange {

namespace {

constexpr int kGap = 2;
/// Lines of a text in a cell go on indented, so that they can be told apart.
constexpr int kHang = 2;
constexpr int kNarrowest = 30;
constexpr int kWidest = 100'000;  // "as wide as it needs", far from the ends of int
/// A column of row headings is not made narrower than this while there are other ways to fit.
constexpr int kNarrowLabels = 16;
constexpr int kNarrowTexts = 16;
/// Headings of number columns are broken at this width rather than that they spread the numbers.
constexpr int kHeadingWidth = 12;

using Lines = std::vector<std::string>;

/// A heading's note; a long one, "n = 6 (4 coded)", with its bracket on a line of its own.
std::string broken_note(std::string note) {
    const auto bracket = note.find(" (");
    if (bracket != std::string::npos && widest(wrapped(note, kWidest)) > kHeadingWidth) note[bracket] = '\n';
    return note;
}

/// A table that is laid out for one width.
class TextTable {
  public:
    TextTable(const model::Table& table, int width);
    [[nodiscard]] std::string print() const;

  private:
    struct Column {
        std::string heading;
        std::string note;
        bool is_text = false;
        int width = 0;
    };

    void measure();
    void fit();
    [[nodiscard]] int total(std::size_t begin, std::size_t end) const;
    [[nodiscard]] Lines label_lines(const model::Heading& heading) const;
    [[nodiscard]] Lines heading_lines(const Column& column) const;
    void print_row(std::string& out, const Lines& label, const std::vector<Lines>& cells,
                   std::size_t begin) const;
    void print_block(std::string& out, std::size_t begin, std::size_t end) const;

    const model::Table& table_;
    int limit_;
    int label_width_ = 0;
    std::vector<Column> columns_;
};

TextTable::TextTable(const model::Table& table, int width)
    : table_(table), limit_(width == 0 ? kWidest : std::max(kNarrowest, width)) {
    measure();
    fit();
}

/// The widths that the table would like to have.
void TextTable::measure() {
    label_width_ = widest(wrapped(table_.corner, kWidest));
    for (const auto& row : table_.rows) {
        const int width = std::max(widest(wrapped(row.label, kWidest)), widest(wrapped(row.note, kWidest)));
        label_width_ = std::max(label_width_, 2 * row.level + width);
    }
    const auto paths = heading_paths(table_.columns);
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
        Column column{base::join(paths[i], " / "), broken_note(table_.columns[i].note),
                      is_text_column(table_, i), 0};
        for (std::size_t row = 0; row < table_.rows.size(); ++row) {
            const auto text = cell_text(table_, cell_at(table_, row, i));
            column.width = std::max(column.width, widest(wrapped(text, kWidest)));
        }
        int heading = widest(wrapped(column.heading, kWidest));
        if (!column.is_text)
            heading = std::min(heading, std::max(kHeadingWidth, widest_word(column.heading)));
        column.width = std::max({column.width, heading, widest(wrapped(column.note, kWidest))});
        columns_.push_back(column);
    }
}

/// Makes it fit: first narrower texts, then narrower row headings; what is still too wide goes into blocks.
void TextTable::fit() {
    const auto texts = std::count_if(columns_.begin(), columns_.end(), [](auto& c) { return c.is_text; });
    if (total(0, columns_.size()) > limit_ && texts > 0) {
        int others = std::min(label_width_, kNarrowLabels);
        for (const auto& column : columns_) others += kGap + (column.is_text ? 0 : column.width);
        const int share = std::max(kNarrowTexts, (limit_ - others) / static_cast<int>(texts));
        for (auto& column : columns_) {
            if (column.is_text) column.width = std::min(column.width, share);
        }
    }
    const int over = total(0, columns_.size()) - limit_;
    if (over > 0) label_width_ = std::max(std::min(label_width_, kNarrowLabels), label_width_ - over);
    const int most = limit_ - kGap - std::min(label_width_, kNarrowLabels);
    for (auto& column : columns_) column.width = std::min(column.width, most);
    if (columns_.empty()) label_width_ = std::min(label_width_, limit_);
}

int TextTable::total(std::size_t begin, std::size_t end) const {
    int width = label_width_;
    for (std::size_t i = begin; i < end; ++i) width += kGap + columns_[i].width;
    return width;
}

Lines TextTable::label_lines(const model::Heading& heading) const {
    const int indent = std::min(2 * std::max(0, heading.level), label_width_ / 2);
    Lines lines = wrapped(heading.label, label_width_ - indent);
    if (!heading.note.empty()) {
        const auto note = wrapped(heading.note, label_width_ - indent);
        lines.insert(lines.end(), note.begin(), note.end());
    }
    for (auto& line : lines) line.insert(0, static_cast<std::size_t>(indent), ' ');
    return lines;
}

Lines TextTable::heading_lines(const Column& column) const {
    Lines lines = wrapped(column.heading, column.width);
    if (!column.note.empty()) {
        const auto note = wrapped(column.note, column.width);
        lines.insert(lines.end(), note.begin(), note.end());
    }
    return lines;
}

void TextTable::print_row(std::string& out, const Lines& label, const std::vector<Lines>& cells,
                          std::size_t begin) const {
    std::size_t height = label.size();
    for (const auto& cell : cells) height = std::max(height, cell.size());
    const auto line_of = [](const Lines& lines, std::size_t n) {
        return n < lines.size() ? lines[n] : std::string();
    };
    for (std::size_t n = 0; n < height; ++n) {
        std::string line = left_aligned(line_of(label, n), label_width_);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const auto& column = columns_[begin + i];
            const auto part = line_of(cells[i], n);
            line += std::string(kGap, ' ');
            line += column.is_text ? left_aligned(part, column.width) : right_aligned(part, column.width);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out += line + '\n';
    }
}

/// The columns [begin, end) with their headings and the row headings.
void TextTable::print_block(std::string& out, std::size_t begin, std::size_t end) const {
    Lines corner = wrapped(table_.corner, label_width_);
    std::vector<Lines> headings;
    std::size_t height = corner.size();
    for (std::size_t i = begin; i < end; ++i) {
        headings.push_back(heading_lines(columns_[i]));
        height = std::max(height, headings.back().size());
    }
    // Headings stand on the rule below them.
    const auto lower = [&](Lines& lines) { lines.insert(lines.begin(), height - lines.size(), ""); };
    lower(corner);
    for (auto& lines : headings) lower(lines);
    print_row(out, corner, headings, begin);
    for (int i = 0; i < total(begin, end); ++i) out += "─";
    out += '\n';

    const bool airy = std::any_of(columns_.begin(), columns_.end(), [](auto& c) { return c.is_text; });
    for (std::size_t row = 0; row < table_.rows.size(); ++row) {
        if (row > 0 && (airy || table_.rows[row].is_group)) out += '\n';
        std::vector<Lines> cells;
        for (std::size_t i = begin; i < end; ++i) {
            cells.push_back(wrapped(cell_text(table_, cell_at(table_, row, i)), columns_[i].width, kHang));
        }
        print_row(out, label_lines(table_.rows[row]), cells, begin);
    }
}

std::string TextTable::print() const {
    std::string out;
    const auto paragraph = [&](const std::string& text) {
        for (const auto& line : wrapped(text, limit_)) out += line + '\n';
    };
    if (!table_.title.empty()) {
        paragraph(table_.title);
        out += '\n';
    }
    std::size_t begin = 0;
    do {
        std::size_t end = std::min(begin + 1, columns_.size());
        while (end < columns_.size() && total(begin, end + 1) <= limit_) ++end;
        if (begin > 0) out += '\n';
        print_block(out, begin, end);
        begin = end;
    } while (begin < columns_.size());

    auto notes = legend(table_);
    notes.insert(notes.end(), table_.notes.begin(), table_.notes.end());
    if (!notes.empty()) out += '\n';
    for (const auto& note : notes) paragraph(note);
    return out;
}

}  // namespace

std::string table_text(const model::Table& table, int width) {
    return TextTable(table, width).print();
}

}  // namespace exchange
