// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/bmpbndl.h>

#include <string>

namespace ui {

/// The drawing of an action, in the ink of the desktop's theme; an empty bundle for one without.
[[nodiscard]] wxBitmapBundle icon_of(const std::string& action);

/// The small square that stands for a code, filled with this colour; an empty one where there is none.
[[nodiscard]] wxBitmapBundle swatch_of(const wxColour& fill);

}  // namespace ui
