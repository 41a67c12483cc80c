// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/palette.h"

#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>
#include <wx/vlbox.h>

#include <algorithm>

#include "base/strings.h"
#include "base/translate.h"
#include "text/tokens.h"
#include "ui/kit/accessible.h"
#include "ui/kit/theme.h"
#include "ui/kit/words.h"

namespace ui {

namespace {

using base::tr;

/// The lines: label, key, and why it cannot be done now.
class List : public wxVListBox {
  public:
    explicit List(wxWindow* parent) : wxVListBox(parent, wxID_ANY) {}

    void show(std::vector<const Action*> actions) {
        actions_ = std::move(actions);
        SetItemCount(actions_.size());
        SetSelection(actions_.empty() ? wxNOT_FOUND : 0);
        RefreshAll();
    }
    [[nodiscard]] const Action* chosen() const {
        return GetSelection() == wxNOT_FOUND ? nullptr : actions_[static_cast<std::size_t>(GetSelection())];
    }

  private:
    void OnDrawItem(wxDC& dc, const wxRect& rect, std::size_t n) const override {
        const Action& action = *actions_[n];
        const std::string reason = action.why_not ? action.why_not() : std::string();
        const wxColour ink = wxSystemSettings::GetColour(IsSelected(n) ? wxSYS_COLOUR_HIGHLIGHTTEXT
                                                                       : wxSYS_COLOUR_LISTBOXTEXT);
        const wxColour quiet = IsSelected(n) ? ink : colour(Shade::quiet_ink);
        const int y = rect.y + (rect.height - dc.GetCharHeight()) / 2;
        const wxString label = wx(shown_label(action));
        const wxString key = wx(shown_key(action.key));
        dc.SetTextForeground(reason.empty() ? ink : quiet);
        dc.DrawText(label, rect.x + FromDIP(8), y);
        dc.SetTextForeground(quiet);
        dc.DrawText(key, rect.GetRight() - dc.GetTextExtent(key).x - FromDIP(8), y);
        if (reason.empty()) return;
        const int left = rect.x + FromDIP(8) + dc.GetTextExtent(label).x + FromDIP(16);
        const int room = rect.GetRight() - dc.GetTextExtent(key).x - FromDIP(24) - left;
        dc.DrawText(wxControl::Ellipsize(wx(reason), dc, wxELLIPSIZE_END, std::max(0, room)), left, y);
    }
    wxCoord OnMeasureItem(std::size_t) const override { return GetCharHeight() + FromDIP(8); }

    std::vector<const Action*> actions_;
};

class Palette : public wxDialog {
  public:
    Palette(wxWindow* parent, const Actions& actions)
        : wxDialog(parent, wxID_ANY, wx(tr("What do you want to do?")), wxDefaultPosition, wxDefaultSize,
                   wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
          actions_(actions),
          field_(new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER)),
          list_(new List(this)) {
        describe(*field_, wx(tr("What do you want to do?")), wx(tr("Type a few letters of an action")));
        describe(*list_, wx(tr("Actions that fit")));
        auto* lines = new wxBoxSizer(wxVERTICAL);
        lines->Add(field_, wxSizerFlags().Expand().Border(wxALL, FromDIP(8)));
        lines->Add(list_, wxSizerFlags(1).Expand());
        SetSizer(lines);
        SetSize(FromDIP(wxSize(640, 420)));
        CentreOnParent();
        field_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
            list_->show(matching_actions(actions_, utf8(field_->GetValue())));
        });
        field_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { EndModal(wxID_OK); });
        field_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
            const int by = event.GetKeyCode() == WXK_DOWN ? 1 : event.GetKeyCode() == WXK_UP ? -1 : 0;
            const int lines_there = static_cast<int>(list_->GetItemCount());
            if (by == 0 || lines_there == 0) {
                event.Skip();
            } else {
                list_->SetSelection(std::clamp(list_->GetSelection() + by, 0, lines_there - 1));
            }
        });
        list_->Bind(wxEVT_LISTBOX_DCLICK, [this](wxCommandEvent&) { EndModal(wxID_OK); });
        list_->show(matching_actions(actions_, ""));
        field_->SetFocus();
    }
    [[nodiscard]] const Action* chosen() const { return list_->chosen(); }

  private:
    const Actions& actions_;
    wxTextCtrl* field_;
    List* list_;
};

}  // namespace

std::vector<const Action*> matching_actions(const Actions& actions, const std::string& typed) {
    const std::string wanted = text::folded(base::trimmed(typed));
    const auto words = base::split(wanted, ' ');
    std::vector<const Action*> first, others;
    for (const auto& action : actions.all()) {
        const std::string label = text::folded(shown_label(action));
        const std::string all = label + " " + text::folded(base::tr(action.help));
        if (label.starts_with(wanted)) {
            first.push_back(&action);
        } else if (std::all_of(words.begin(), words.end(),
                               [&](std::string_view word) { return all.find(word) != std::string::npos; })) {
            others.push_back(&action);
        }
    }
    first.insert(first.end(), others.begin(), others.end());
    return first;
}

const Action* ask_for_action(wxWindow* parent, const Actions& actions) {
    Palette palette(parent, actions);
    return palette.ShowModal() == wxID_OK ? palette.chosen() : nullptr;
}

}  // namespace ui
