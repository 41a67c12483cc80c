// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/panel.h>
#include <wx/tglbtn.h>

#include <array>
#include <vector>

#include "ui/actions/action.h"
#include "ui/context/context.h"
#include "ui/kit/chart_view.h"
#include "ui/matrix/counted_matrix.h"
#include "ui/matrix/matrix_choice.h"
#include "ui/matrix/matrix_controls.h"
#include "ui/matrix/matrix_grid.h"
#include "ui/matrix/matrix_remarks.h"

namespace ui {

/// The tab of the matrix: what is counted by controls, the table or a chart of it, and what must be known of
/// it. Counts again after each change of the study, but only while it can be seen.
class MatrixPage : public wxPanel {
  public:
    /// `actions` gives the items of the export menu and must outlive it.
    MatrixPage(wxWindow* parent, Context& context, const Actions& actions);

    [[nodiscard]] const MatrixChoice& choice() const { return choice_; }
    void choose(const MatrixChoice& choice);
    /// As the study stands after the last count.
    [[nodiscard]] const CountedMatrix& matrix() const { return matrix_; }

    /// Puts the table on the clipboard, with formatting and as text.
    void copy();
    /// Shows the passages behind a cell.
    void open(const MatrixGrid::Cell& cell);

    /// Puts the focus into the table or the chart.
    void focus();

    [[nodiscard]] MatrixControls& controls() { return *controls_; }
    [[nodiscard]] MatrixGrid& grid() { return *grid_; }
    [[nodiscard]] ChartView& chart() { return *chart_; }
    [[nodiscard]] MatrixRemarks& remarks() { return *remarks_; }

  private:
    void make_buttons();
    void take_colours();
    void count();
    [[nodiscard]] bool try_to_count();
    void show_matrix();
    void show_remarks();
    void show_menu();
    [[nodiscard]] std::string hint_of(const MatrixGrid::Cell& cell) const;
    void follow(const analysis::ExclusivityWarning& warning);

    Context& context_;
    const Actions& actions_;
    MatrixChoice choice_;
    CountedMatrix matrix_;
    bool stale_ = true;
    MatrixControls* controls_;
    MatrixGrid* grid_;
    ChartView* chart_;
    MatrixRemarks* remarks_;
    std::array<wxToggleButton*, 3> views_{};
    std::vector<base::Connection> connections_;
};

/// Puts a table on the clipboard so that Word, Excel and LibreOffice paste it as a table.
void copy_table(const model::Table& table);

/// The table of which a chart is made, whatever the layout, and the colours of its columns.
[[nodiscard]] model::Table charted_table(Context& context, const CountedMatrix& matrix);
[[nodiscard]] std::vector<std::string> column_marks(const Context& context, const CountedMatrix& matrix);

}  // namespace ui
