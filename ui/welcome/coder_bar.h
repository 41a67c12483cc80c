// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/combobox.h>
#include <wx/panel.h>

#include "ui/context/context.h"

namespace ui {

/// A line above the work in which somebody says who she is. It is there while nobody was chosen, and when
/// another coder takes the chair.
class CoderBar : public wxPanel {
  public:
    CoderBar(wxWindow* parent, Context& context);

    /// Shows it with the focus in its field.
    void ask();
    [[nodiscard]] wxComboBox& name() { return *name_; }

  private:
    void fill();
    void accept();
    void show(bool shown);

    Context& context_;
    wxComboBox* name_;
    base::Connection chosen_;
};

}  // namespace ui
