// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/dataview.h>
#include <wx/panel.h>
#include <wx/srchctrl.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <optional>
#include <vector>

#include "model/memo.h"
#include "ui/actions/action.h"
#include "ui/context/context.h"
#include "ui/transcript/coding_actions.h"

namespace ui {

/// All memos of the study, with a field in which the chosen one is read and written. A memo is kept when the
/// field is left, as one change; an emptied one is removed.
class MemosPane : public wxPanel {
  public:
    MemosPane(wxWindow* parent, Context& context);

    /// Begins a memo about something; it is in the study as soon as it has words and the field is left.
    void begin(const model::Memo& about);
    /// Keeps what stands in the field.
    void keep();
    [[nodiscard]] wxTextCtrl& field() { return *field_; }
    [[nodiscard]] std::size_t listed() const { return memos_.size(); }

  private:
    void fill();
    void show(const std::optional<model::Memo>& memo);
    void choose(int row);
    void take_news(const study::Changes& changes);

    Context& context_;
    wxSearchCtrl* filter_;
    wxDataViewListCtrl* list_;
    wxStaticText* subject_;
    wxTextCtrl* field_;
    std::vector<model::Memo> memos_;     ///< as listed
    std::optional<model::Memo> chosen_;  ///< in the field; without id: not yet in the study
    bool keeping_ = false;
    model::CoderId viewer_;
    base::Connection changed_, chosen_coder_;
};

/// Adds what begins memos: about the chosen coding or passage, the source, the participant, the code, the
/// study. `show` brings the pane into sight.
void add_memo_actions(Actions& actions, Context& context, const CurrentTranscript& current, MemosPane& pane,
                      const std::function<void()>& show);

}  // namespace ui
