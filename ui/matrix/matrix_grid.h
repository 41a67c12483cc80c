// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/scrolwin.h>

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "base/signal.h"
#include "model/table.h"
#include "ui/matrix/grid_layout.h"

namespace ui {

/// A table to read and to walk in: headings that stay while the cells scroll, groups that fold, numbers on a
/// shade by their size. Knows no study: what a cell stands for is for those who listen.
class MatrixGrid : public wxScrolledCanvas {
  public:
    /// A cell, or a row's heading.
    struct Cell {
        std::size_t row = 0;
        int column = -1;  ///< -1: the heading
        bool operator==(const Cell&) const = default;
    };
    /// What is shown beside the table's own words.
    struct Marks {
        std::vector<std::string> columns;  ///< a colour below each heading, "#rrggbb" or empty
        std::vector<std::string> rows;     ///< likewise before each row
        std::vector<std::string> groups;   ///< by which each group's row is known when it is folded
    };

    explicit MatrixGrid(wxWindow* parent);

    /// Shows another table, or the same with other numbers; the place on it stays.
    void show(model::Table table, Marks marks, const std::set<std::string>& folded);
    [[nodiscard]] const std::set<std::string>& folded() const { return folded_; }
    void fold_all(bool folded);

    [[nodiscard]] const model::Table& table() const { return table_; }
    [[nodiscard]] const GridLayout& layout() const { return layout_; }
    [[nodiscard]] Cell cursor() const { return cursor_; }
    void set_cursor(const Cell& cell);
    /// Where in the window a cell or heading stands now, also where it has been scrolled out of sight.
    [[nodiscard]] wxRect rect_of(const Cell& cell) const;
    /// The paper behind a cell.
    [[nodiscard]] wxColour shade_of(const Cell& cell) const;

    /// Enter or a double click on a cell.
    base::Connection on_opened(base::Signal<Cell>::Slot slot) { return opened_.connect(std::move(slot)); }
    base::Connection on_folded(base::Signal<>::Slot slot) { return folded_signal_.connect(std::move(slot)); }
    base::Connection on_copied(base::Signal<>::Slot slot) { return copied_.connect(std::move(slot)); }
    base::Connection on_menu(base::Signal<>::Slot slot) { return menu_.connect(std::move(slot)); }
    /// What is told of a cell when the pointer rests on it.
    void set_hint(std::function<std::string(const Cell&)> hint_of) { hint_of_ = std::move(hint_of); }

  private:
    void lay_out();
    void paint();
    void paint_cells(wxDC& dc);
    void paint_cell(wxDC& dc, const Cell& cell);
    void paint_row_headings(wxDC& dc);
    void paint_column_headings(wxDC& dc);
    void paint_fold(wxDC& dc, const wxRect& at, bool folded) const;
    void paint_cursor(wxDC& dc);
    void fold(const std::set<std::string>& folded);
    [[nodiscard]] bool is_folded(std::size_t row) const;
    [[nodiscard]] std::pair<std::size_t, std::size_t> shown_rows() const;
    [[nodiscard]] wxPoint scrolled() const;
    [[nodiscard]] std::optional<Cell> cell_at(const wxPoint& point) const;
    [[nodiscard]] Cell within(Cell cell) const;
    void toggle(std::size_t row);
    void step(int rows, int columns);
    void bring_into_view();
    void tell_cursor();
    void OnKey(wxKeyEvent& event);
    void OnDown(wxMouseEvent& event);
    void OnDouble(wxMouseEvent& event);
    void OnMove(wxMouseEvent& event);

    model::Table table_;
    Marks marks_;
    std::set<std::string> folded_;
    GridLayout layout_;
    int laid_out_for_ = 0;  ///< the window's width
    double most_ = 0;       ///< the largest number that is shaded
    Cell cursor_;
    std::optional<Cell> hovered_;
    std::function<std::string(const Cell&)> hint_of_;
    base::Signal<Cell> opened_;
    base::Signal<> folded_signal_, copied_, menu_;
};

}  // namespace ui
