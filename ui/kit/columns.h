// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/dataview.h>

namespace ui {

/// How wide a column of figures must be, in pixels, for its heading and for five figures.
[[nodiscard]] int width_for_figures(const wxDataViewCtrl& list, const wxString& heading);

/// What a column's heading is short for, told where the mouse rests on it.
void explain(const wxDataViewColumn& column, const wxString& sentence);

}  // namespace ui
