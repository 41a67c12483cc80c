// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/modalhook.h>
#include <wx/timer.h>
#include <wx/uiaction.h>

namespace support {

/// While it lives, every modal dialog is answered with Cancel before it is shown, and an open menu is left by
/// Esc, as somebody would who changed her mind.
class GoesAway : public wxModalDialogHook {
  public:
    GoesAway() {
        Register();
        escape_.Bind(wxEVT_TIMER, [](wxTimerEvent&) { wxUIActionSimulator().Char(WXK_ESCAPE); });
    }
    ~GoesAway() override { Unregister(); }

    [[nodiscard]] int asked() const { return asked_; }
    /// Presses Esc after so many milliseconds: for an action that opens a menu and waits for its answer.
    void press_escape_after(int milliseconds) { escape_.StartOnce(milliseconds); }

  protected:
    int Enter(wxDialog*) override {
        ++asked_;
        return wxID_CANCEL;
    }

  private:
    int asked_ = 0;
    wxTimer escape_;
};

}  // namespace support
