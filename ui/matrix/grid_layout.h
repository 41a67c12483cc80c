// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/dc.h>

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "model/table.h"

namespace ui {

/// Where on a sheet the headings and cells of a table stand, in pixels, and how their texts are broken into
/// lines. Folded rows have no height.
class GridLayout {
  public:
    struct Measures {
        wxFont plain, bold;
        int room = 0;  ///< width of the window
        int unit = 1;  ///< pixels of one density-independent pixel
    };

    /// Lays out; `folded` says of a group's row whether the rows below it are hidden.
    void lay_out(const model::Table& table, const std::function<bool(std::size_t)>& folded, wxDC& dc,
                 const Measures& measures);

    [[nodiscard]] int heading_width() const { return heading_width_; }
    [[nodiscard]] int heading_height() const { return heading_height_; }
    [[nodiscard]] int padding() const { return padding_; }
    [[nodiscard]] int indent(const model::Heading& heading) const;
    [[nodiscard]] wxSize size() const { return {lefts_.back(), tops_.back()}; }

    /// Edges on the sheet; the cells begin right of and below the headings.
    [[nodiscard]] int left(std::size_t column) const { return lefts_[column]; }
    [[nodiscard]] int width(std::size_t column) const { return lefts_[column + 1] - lefts_[column]; }
    [[nodiscard]] int top(std::size_t row) const { return tops_[row]; }
    [[nodiscard]] int height(std::size_t row) const { return tops_[row + 1] - tops_[row]; }
    [[nodiscard]] bool is_shown(std::size_t row) const { return height(row) > 0; }
    /// The row or column at an edge; the number of them where it is beyond.
    [[nodiscard]] std::size_t row_at(int y) const;
    [[nodiscard]] std::size_t column_at(int x) const;

    [[nodiscard]] const wxArrayString& row_lines(std::size_t row) const { return row_lines_[row]; }
    [[nodiscard]] const wxArrayString& column_lines(std::size_t column) const {
        return column_lines_[column];
    }
    /// Whether its texts are as short as numbers, and stand as those do.
    [[nodiscard]] bool is_short(std::size_t column) const { return short_[column]; }
    /// Of a cell that holds a text; empty for others.
    [[nodiscard]] const wxArrayString& cell_lines(std::size_t row, std::size_t column) const;

  private:
    void lay_out_columns(const model::Table& table, wxDC& dc, const Measures& measures);
    [[nodiscard]] int short_text_width(const model::Table& table, std::size_t column, wxDC& dc,
                                       const Measures& measures) const;
    [[nodiscard]] int number_width(const model::Table& table, std::size_t column, wxDC& dc) const;

    int heading_width_ = 0, heading_height_ = 0, padding_ = 0, line_ = 0, step_ = 0;
    std::vector<int> lefts_{0}, tops_{0};
    std::vector<bool> short_;
    std::vector<wxArrayString> row_lines_, column_lines_;
    std::vector<std::vector<wxArrayString>> cell_lines_;  ///< empty where no cell holds a text
};

/// The text in lines of at most that width, broken between words; line ends in it stay.
[[nodiscard]] wxArrayString wrapped(const wxString& text, wxDC& dc, int width);

}  // namespace ui
