// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/popupwin.h>
#include <wx/textctrl.h>
#include <wx/vlbox.h>

#include <functional>
#include <vector>

#include "search/completion.h"

namespace ui {

/// Proposals below a field in which a query is typed. The focus stays in the field, which passes its keys on.
class CompletionPopup : public wxPopupWindow {
  public:
    explicit CompletionPopup(wxTextCtrl& field);

    /// Shows the proposals below the character at which they begin; without proposals it closes.
    void show(search::Completion completion);
    void close();
    [[nodiscard]] const search::Completion& completion() const { return completion_; }

    /// Down, Up, Tab, Enter on a chosen line, Esc. False for a key that is not for the list.
    bool take_key(int key);
    /// The user chose a proposal.
    void on_chosen(std::function<void(const std::string& text)> chosen) { chosen_ = std::move(chosen); }

  private:
    class List;

    void choose(std::size_t line);

    wxTextCtrl& field_;
    List* list_;
    search::Completion completion_;
    std::function<void(const std::string&)> chosen_;
};

}  // namespace ui
