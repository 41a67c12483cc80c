// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/completion_popup.h"

#include <wx/dcclient.h>
#include <wx/sizer.h>

#include <algorithm>

#include "base/translate.h"
#include "ui/kit/accessible.h"
#include "ui/kit/theme.h"
#include "ui/kit/words.h"

namespace ui {

namespace {

constexpr int kEdge = 8, kGap = 18, kWidest = 560;

}  // namespace

/// Each proposal, and quietly what it is.
class CompletionPopup::List : public wxVListBox {
  public:
    List(wxWindow* parent, CompletionPopup& owner)
        : wxVListBox(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_SIMPLE), owner_(owner) {}

    [[nodiscard]] int line_height() const { return GetCharHeight() + FromDIP(6); }
    [[nodiscard]] int name_width() const {
        int widest = 0;
        for (const auto& one : owner_.completion_.proposals)
            widest = std::max(widest, GetTextExtent(wx(one.text)).x);
        return widest;
    }

  private:
    void OnDrawItem(wxDC& dc, const wxRect& rect, std::size_t n) const override {
        if (n >= owner_.completion_.proposals.size()) return;
        const auto& one = owner_.completion_.proposals[n];
        const bool chosen = IsSelected(n);
        const int top = rect.y + (rect.height - dc.GetCharHeight()) / 2;
        dc.SetTextForeground(
            wxSystemSettings::GetColour(chosen ? wxSYS_COLOUR_HIGHLIGHTTEXT : wxSYS_COLOUR_LISTBOXTEXT));
        dc.DrawText(wx(one.text), rect.x + FromDIP(kEdge), top);
        if (one.about.empty()) return;
        const int at = rect.x + FromDIP(kEdge + kGap) + name_width();
        if (!chosen) dc.SetTextForeground(colour(Shade::quiet_ink));
        dc.DrawText(wxControl::Ellipsize(wx(one.about), dc, wxELLIPSIZE_END,
                                         std::max(0, rect.GetRight() - at - FromDIP(kEdge))),
                    at, top);
    }
    wxCoord OnMeasureItem(std::size_t) const override { return line_height(); }

    CompletionPopup& owner_;
};

CompletionPopup::CompletionPopup(wxTextCtrl& field)
    : wxPopupWindow(field.GetParent(), wxBORDER_NONE), field_(field), list_(new List(this, *this)) {
    describe(*list_, wx(base::tr("Proposals")), wx(base::tr("Tab takes the first, Down chooses another")));
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(list_, wxSizerFlags(1).Expand());
    SetSizer(all);
    list_->Bind(wxEVT_LEFT_UP, [this](wxMouseEvent& event) {
        const int line = list_->VirtualHitTest(event.GetY());
        if (line != wxNOT_FOUND) choose(static_cast<std::size_t>(line));
    });
}

void CompletionPopup::show(search::Completion completion) {
    completion_ = std::move(completion);
    if (completion_.proposals.empty()) return close();
    const auto count = completion_.proposals.size();
    list_->SetItemCount(count);
    list_->SetSelection(wxNOT_FOUND);
    int about = 0;
    for (const auto& one : completion_.proposals)
        about = std::max(about, list_->GetTextExtent(wx(one.about)).x);
    const int width =
        std::min(FromDIP(kWidest),
                 list_->name_width() + (about > 0 ? about + FromDIP(kGap) : 0) + FromDIP(2 * kEdge + 8));
    SetSize(width, static_cast<int>(count) * list_->line_height() + FromDIP(4));
    Layout();
    const wxString before = field_.GetValue().Mid(0, static_cast<std::size_t>(completion_.replaced.begin));
    const int left =
        std::clamp(field_.GetTextExtent(before).x, 0, std::max(0, field_.GetSize().x - FromDIP(60)));
    Move(field_.ClientToScreen(wxPoint(left, field_.GetSize().y)));
    if (!IsShown()) Show();
    list_->RefreshAll();
}

void CompletionPopup::close() {
    completion_ = {};
    if (IsShown()) Hide();
}

void CompletionPopup::choose(std::size_t line) {
    if (line >= completion_.proposals.size()) return;
    const std::string text = completion_.proposals[line].text;
    if (chosen_) chosen_(text);
}

bool CompletionPopup::take_key(int key) {
    if (!IsShown()) return false;
    const int lines = static_cast<int>(completion_.proposals.size());
    const int now = list_->GetSelection();
    switch (key) {
        case WXK_DOWN:
            list_->SetSelection(now + 1 < lines ? now + 1 : 0);
            return true;
        case WXK_UP:
            list_->SetSelection(now > 0 ? now - 1 : lines - 1);
            return true;
        case WXK_TAB:
            choose(static_cast<std::size_t>(std::max(0, now)));
            return true;
        case WXK_RETURN:
        case WXK_NUMPAD_ENTER:
            if (now == wxNOT_FOUND) {
                close();
                return false;
            }
            choose(static_cast<std::size_t>(now));
            return true;
        case WXK_ESCAPE:
            close();
            return true;
        default:
            return false;
    }
}

}  // namespace ui
