// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/codebook/pane_question.h"

#include <wx/sizer.h>

#include "base/strings.h"
#include "base/translate.h"
#include "ui/kit/accessible.h"
#include "ui/kit/theme.h"
#include "ui/kit/words.h"

namespace ui {

using base::tr;

PaneQuestion::PaneQuestion(wxWindow* parent)
    : wxPanel(parent),
      question_(new wxStaticText(this, wxID_ANY, "")),
      field_(new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER)),
      do_it_(new wxButton(this, wxID_ANY, "")),
      cancel_(new wxButton(this, wxID_ANY, wx(tr("Cancel")))) {
    const int gap = FromDIP(8);
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->AddStretchSpacer();
    buttons->Add(cancel_, wxSizerFlags().Border(wxRIGHT, FromDIP(6)));
    buttons->Add(do_it_);
    auto* lines = new wxBoxSizer(wxVERTICAL);
    lines->Add(question_, wxSizerFlags().Expand().Border(wxALL, gap));
    lines->Add(field_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
    lines->Add(buttons, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
    SetSizer(lines);
    SetBackgroundColour(colour(Shade::heading));
    field_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { accept(); });
    do_it_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { accept(); });
    cancel_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { close(); });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_ESCAPE) {
            close();
        } else {
            event.Skip();
        }
    });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        wrap();
    });
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        event.Skip();
        SetBackgroundColour(colour(Shade::heading));
    });
}

void PaneQuestion::ask_text(const std::string& question, const std::string& do_it,
                            std::function<void(const std::string&)> take) {
    take_ = std::move(take);
    field_->ChangeValue("");
    field_->Show();
    open(question, do_it);
    field_->SetFocus();
}

void PaneQuestion::ask_whether(const std::string& question, const std::string& do_it,
                               std::function<void()> take) {
    take_ = [take = std::move(take)](const std::string&) { take(); };
    field_->Hide();
    open(question, do_it);
    do_it_->SetFocus();
}

void PaneQuestion::open(const std::string& question, const std::string& do_it) {
    text_ = question;
    do_it_->SetLabel(wx(do_it));
    describe(*field_, wx(question));
    describe(*do_it_, wx(do_it), wx(question));
    Show();
    wrap();
    GetParent()->Layout();
}

void PaneQuestion::wrap() {
    question_->SetLabelText(wx(text_));
    question_->Wrap(std::max(FromDIP(120), GetParent()->GetClientSize().x - 2 * FromDIP(8)));
    InvalidateBestSize();
    Layout();
}

void PaneQuestion::close() {
    if (!IsShown()) return;
    take_ = {};
    Hide();
    GetParent()->Layout();
    if (closed_) closed_();
}

void PaneQuestion::accept() {
    const std::string typed(base::trimmed(utf8(field_->GetValue())));
    if (field_->IsShown() && typed.empty()) return;
    const auto take = take_;
    close();
    if (take) take(typed);
}

}  // namespace ui
