// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/window.h>

namespace ui {

/// Tells assistive technology what a control is: its name, and what it is for. wxGTK exposes no names of its
/// own, so this is the one place that speaks to ATK.
void describe(wxWindow& window, const wxString& name, const wxString& purpose = {});

}  // namespace ui
