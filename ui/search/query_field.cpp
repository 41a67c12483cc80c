// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/query_field.h"

#include <wx/dcclient.h>
#include <wx/sizer.h>

#include <algorithm>

#include "base/translate.h"
#include "ui/kit/accessible.h"
#include "ui/kit/language.h"
#include "ui/kit/theme.h"
#include "ui/kit/words.h"
#include "ui/search/completion_popup.h"

namespace ui {

namespace {

using base::say;
using base::tr;

constexpr int kPause = 90;  ///< milliseconds after the last letter
constexpr int kPointer = 4;

}  // namespace

QueryField::QueryField(wxWindow* parent, Finding& finding, const std::string& name,
                       const std::string& purpose, StateLine line)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL),
      finding_(finding),
      field_(new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize,
                            wxTE_PROCESS_ENTER | wxTE_PROCESS_TAB)),
      pointer_(new wxPanel(this)),
      state_(new wxStaticText(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize,
                              wxST_ELLIPSIZE_END | wxST_NO_AUTORESIZE)),
      pause_(this),
      line_(line) {
    describe(*field_, wx(name), wx(purpose));
    field_->SetHint(wx(purpose));
    field_->SetMaxLength(search::kLongestQuery);
    pointer_->SetMinSize(FromDIP(wxSize(-1, kPointer)));
    state_->SetMinSize(wxSize(1, -1));
    auto* lines = new wxBoxSizer(wxVERTICAL);
    lines->Add(field_, wxSizerFlags().Expand());
    lines->Add(pointer_, wxSizerFlags().Expand());
    lines->Add(state_, wxSizerFlags().Expand());
    SetSizer(lines);
    state_->Hide();
    field_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { OnText(); });
    field_->Bind(wxEVT_KEY_DOWN, &QueryField::OnKey, this);
    field_->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        event.Skip();
        // A click into the list takes the focus for a moment, too.
        CallAfter([this] {
            if (!field_->HasFocus()) close_popup();
        });
    });
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { tell(); });
    pointer_->Bind(wxEVT_PAINT, [this](wxPaintEvent&) {
        wxPaintDC dc(pointer_);
        paint_pointer(dc);
    });
}

CompletionPopup& QueryField::popup() {
    // A window of its own, which is made where it is needed.
    if (popup_ == nullptr) {
        popup_ = new CompletionPopup(*field_);
        popup_->on_chosen([this](const std::string& text) { take_proposal(text); });
    }
    return *popup_;
}

void QueryField::close_popup() {
    if (popup_ != nullptr) popup_->close();
}

std::string QueryField::query() const {
    return utf8(field_->GetValue());
}

void QueryField::set_query(const std::string& query) {
    pause_.Stop();
    close_popup();
    told_ = query;
    if (query != this->query()) field_->ChangeValue(wx(query));
    field_->SetInsertionPointEnd();
}

void QueryField::SetFocus() {
    field_->SetFocus();
}

void QueryField::select_all() {
    field_->SelectAll();
}

void QueryField::OnText() {
    pause_.StartOnce(kPause);
    // What was wrong may be mended by now; the new answer comes in a moment.
    pointer_->Refresh();
}

void QueryField::tell() {
    pause_.Stop();
    if (field_->HasFocus()) propose();
    if (query() == told_) return;
    told_ = query();
    typed_();
}

void QueryField::propose() {
    const auto caret = static_cast<text::Position>(field_->GetInsertionPoint());
    try {
        popup().show(search::complete(finding_.search(), query(), caret,
                                      is_dutch() ? search::Keywords::dutch : search::Keywords::english));
    } catch (const std::exception&) {
        // Proposals are a help; what is wrong is told by the search itself.
        close_popup();
    }
}

void QueryField::take_proposal(const std::string& text) {
    const auto& replaced = popup().completion().replaced;
    field_->Replace(static_cast<long>(replaced.begin), static_cast<long>(replaced.end), wx(text));
    field_->SetInsertionPoint(static_cast<long>(replaced.begin + text::count_code_points(text)));
    close_popup();
    tell();
}

void QueryField::OnKey(wxKeyEvent& event) {
    const int key = event.GetKeyCode();
    if (!event.ControlDown() && !event.AltDown() && popup().take_key(key)) return;
    if (key == WXK_TAB) {
        field_->Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward
                                           : wxNavigationKeyEvent::IsForward);
    } else if (key == WXK_RETURN || key == WXK_NUMPAD_ENTER) {
        tell();
        close_popup();
        const auto& problem = finding_.problem();
        if (problem && finding_.query() == query() && !problem->place.empty()) {
            field_->SetSelection(static_cast<long>(problem->place.begin),
                                 static_cast<long>(problem->place.end));
        } else {
            entered_(event.ShiftDown());
        }
    } else if (key == WXK_ESCAPE) {
        escaped_();
    } else if (key == WXK_DOWN) {
        below_();
    } else {
        event.Skip();
    }
}

void QueryField::show_state() {
    const auto& problem = finding_.problem();
    if (problem) return say_below(problem->sentence, true);
    const std::string understood = finding_.understood();
    say_below(
        understood.empty() || understood == query() ? std::string() : say("Understood as: {}", understood),
        false);
}

void QueryField::show_nothing() {
    say_below({}, false);
}

void QueryField::say_below(const std::string& sentence, bool wrong) {
    sentence_ = sentence;
    wrong_ = wrong;
    pointer_->Refresh();
    if (line_ == StateLine::elsewhere) return;
    const bool shown = !sentence.empty();
    const bool other = state_->IsShown() != shown;
    state_->SetLabelText(wx(sentence));
    state_->SetToolTip(wx(sentence));
    state_->SetForegroundColour(colour(wrong ? Shade::error : Shade::quiet_ink));
    state_->Show(shown);
    Layout();
    if (!other) return;
    InvalidateBestSize();
    resized_();
}

/// A line below the letters that are wrong, as word processors draw it.
void QueryField::paint_pointer(wxDC& dc) {
    const auto& problem = finding_.problem();
    if (!problem || !wrong_ || finding_.query() != query()) return;
    const wxString text = field_->GetValue();
    const auto width_to = [&](text::Position position) {
        return field_->GetTextExtent(text.Mid(0, static_cast<std::size_t>(position))).x;
    };
    // Where the field's text begins within the field.
    const int inset = FromDIP(9);
    const int begin = inset + width_to(problem->place.begin);
    const int end = std::max(begin + FromDIP(8), inset + width_to(problem->place.end));
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(wxBrush(colour(Shade::error)));
    dc.DrawRectangle(begin, 0, std::min(end, pointer_->GetSize().x) - begin, FromDIP(kPointer) - 1);
}

}  // namespace ui
