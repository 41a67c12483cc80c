// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/choice.h>
#include <wx/panel.h>
#include <wx/textctrl.h>
#include <wx/wrapsizer.h>

#include <string>
#include <vector>

#include "base/signal.h"
#include "ui/context/context.h"
#include "ui/matrix/matrix_choice.h"

namespace ui {

/// By which the user chooses what the matrix counts. Shows a choice and tells of another one; what is counted
/// is the page's.
class MatrixControls : public wxPanel {
  public:
    MatrixControls(wxWindow* parent, Context& context);

    /// Shows the choice, and what there is to choose from in the study now.
    void show(const MatrixChoice& choice);
    base::Connection on_chosen(base::Signal<MatrixChoice>::Slot slot) {
        return chosen_.connect(std::move(slot));
    }

    /// Puts a control that was made with this as its parent at the right, beside the filters.
    void add_at_end(wxWindow* control);
    void add_space_at_end();

    /// The drop-down lists, for keys and tests.
    [[nodiscard]] wxChoice& rows() { return *rows_; }
    [[nodiscard]] wxChoice& columns() { return *columns_; }
    [[nodiscard]] wxChoice& count() { return *count_; }
    [[nodiscard]] wxChoice& percent() { return *percent_; }
    [[nodiscard]] wxChoice& whose() { return *whose_; }
    [[nodiscard]] wxChoice& attribution() { return *attribution_; }
    [[nodiscard]] wxChoice& layout() { return *layout_; }
    [[nodiscard]] wxTextCtrl& ranges() { return *ranges_; }
    /// Adds a condition, as its menu does.
    void add_condition(const analysis::Where& where);

  private:
    wxChoice* add_choice(const std::string& label, const std::string& purpose);
    void add_labelled(const std::string& label, wxWindow* control);
    void fill_axes();
    void fill_coders();
    void show_ranges();
    void show_filters();
    void add_chip(const std::string& text, const std::function<void(MatrixChoice&)>& remove);
    void choose_axis(bool rows);
    void choose_ranges();
    void show_condition_menu();
    void choose_codes();
    void tell(MatrixChoice choice);

    Context& context_;
    MatrixChoice shown_;
    std::vector<std::string> axes_;  ///< in the words of Axis::parse(), as they stand in the lists
    std::vector<analysis::Whose> coders_;
    wxWrapSizer* controls_;
    wxWrapSizer* filters_;
    wxBoxSizer* end_;
    wxChoice *rows_, *columns_, *count_, *percent_, *whose_, *attribution_, *layout_;
    wxTextCtrl* ranges_;
    wxSizer* ranges_group_ = nullptr;
    base::Signal<MatrixChoice> chosen_;
};

}  // namespace ui
