// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/frame.h>
#include <wx/html/htmlwin.h>
#include <wx/listbox.h>

#include <string>
#include <vector>

#include "ui/actions/action.h"
#include "ui/help/manual.h"

namespace ui {

/// The manual in a window of its own, beside the work. Links between pages stay here; others are shown, not
/// followed: nothing leaves the machine.
class HelpWindow : public wxFrame {
  public:
    explicit HelpWindow(wxWindow* parent);

    /// Shows the page with that id; the first one where there is none.
    void open(const std::string& id);
    [[nodiscard]] const std::vector<ManualPage>& pages() const { return pages_; }
    [[nodiscard]] wxString shown_text() const { return html_->ToText(); }

  private:
    void show(std::size_t page);
    void OnLink(wxHtmlLinkEvent& event);

    std::vector<ManualPage> pages_;
    wxListBox* list_;
    wxHtmlWindow* html_;
    std::size_t shown_ = 0;
};

/// Adds the manual, its first steps, its page of keys, and who made the program.
void add_help_actions(Actions& actions, wxWindow* frame);

}  // namespace ui
