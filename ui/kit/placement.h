// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/window.h>

#include <map>

namespace ui {

/// Sees to it that every window stands on the screen where it was put. GTK 3 drops a wish for a new place
/// that comes while it hands out places; what is shown just then stays grey, or does not appear, until
/// something else moves.
class Placement {
  public:
    /// For the windows within `top`, which must outlive this.
    explicit Placement(wxWindow& top) : top_(top) {}

    /// To be called when the program is idle: has GTK place again what it forgot. True where some window is
    /// still to be shown, so that it should be called once more.
    bool mend();

    /// How many windows are shown, but not where they were put.
    [[nodiscard]] int misplaced() const;

  private:
    wxWindow& top_;
    /// What was asked for already, and with which size: a window that GTK cannot make as small as it was put
    /// is not asked for ever again.
    std::map<const wxWindow*, wxSize> asked_;
};

}  // namespace ui
