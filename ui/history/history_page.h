// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/panel.h>
#include <wx/srchctrl.h>

#include <vector>

#include "study/history.h"
#include "ui/actions/action.h"
#include "ui/context/context.h"

namespace ui {

class Workspace;

/// Who did what, the newest first, with a filter; from here everything since a chosen change can be taken
/// back, whoever did it.
class HistoryPage : public wxPanel {
  public:
    HistoryPage(wxWindow* parent, Context& context);

    /// Takes back every change after the chosen one, the newest first, after asking.
    void go_back();
    /// The same without asking, to the state after revision `n`.
    void go_back_to(std::int64_t n);
    [[nodiscard]] std::size_t listed() const { return shown_.size(); }

  private:
    void fill();

    Context& context_;
    wxSearchCtrl* filter_;
    wxDataViewListCtrl* list_;
    wxButton* back_;
    std::vector<std::int64_t> shown_;  ///< numbers of the revisions as listed
    bool stale_ = false;
    model::CoderId viewer_;
    base::Connection changed_, chosen_coder_;
};

/// Adds the page, and the way to it.
void add_history_actions(Actions& actions, Workspace& workspace);

}  // namespace ui
