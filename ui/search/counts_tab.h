// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/panel.h>
#include <wx/stattext.h>

#include <string>
#include <vector>

#include "base/signal.h"
#include "model/table.h"
#include "ui/kit/background.h"
#include "ui/matrix/matrix_grid.h"
#include "ui/search/counting.h"
#include "ui/search/finding.h"

namespace ui {

/// Counts of the window's search: by heading, as a table of queries by an axis, or two roles compared triad
/// by triad. Counts only while it can be seen, and of much text beside the window.
class CountsTab : public wxPanel {
  public:
    using Show = CountRequest::Show;

    CountsTab(wxWindow* parent, Context& context, Finding& finding);

    void choose(Show show, const std::string& axis = {});
    /// Compares these roles, by their names.
    void compare(const std::string& first, const std::string& second);
    [[nodiscard]] MatrixGrid& grid() { return *grid_; }
    [[nodiscard]] const model::Table& table() const { return grid_->table(); }
    /// Whether a table is on its way: of much text it is counted beside the window.
    [[nodiscard]] bool is_counting() const { return counting_.running(); }
    [[nodiscard]] wxCheckBox& with_saved() { return *with_saved_; }
    void export_table();

    /// The user wants to read the hits behind a number: those of this query.
    base::Connection on_asked(base::Signal<std::string>::Slot slot) {
        return asked_.connect(std::move(slot));
    }

  private:
    void lay_out();
    void take_choices();
    void show_controls();
    void count();
    [[nodiscard]] CountRequest request() const;
    void show(Counted found);
    [[nodiscard]] std::string axis() const;
    void open(const MatrixGrid::Cell& cell);

    Context& context_;
    Finding& finding_;
    wxChoice* show_;
    wxStaticText* axis_label_;
    wxChoice* axis_;
    wxChoice* first_;
    wxStaticText* against_;
    wxChoice* second_;
    wxCheckBox* with_saved_;
    wxButton* copy_;
    wxButton* export_;
    wxStaticText* note_;
    MatrixGrid* grid_;
    std::vector<std::string> axes_;
    std::vector<std::string> row_queries_;  ///< what stands behind each row; empty: nothing
    bool stale_ = true;
    std::vector<base::Connection> connections_;
    base::Signal<std::string> asked_;
    Background counting_;
};

}  // namespace ui
