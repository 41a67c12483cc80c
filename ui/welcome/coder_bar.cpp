// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/coder_bar.h"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "base/strings.h"
#include "base/translate.h"
#include "ui/kit/accessible.h"
#include "ui/kit/theme.h"
#include "ui/kit/words.h"

namespace ui {

using base::tr;

CoderBar::CoderBar(wxWindow* parent, Context& context)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL), context_(context) {
    SetBackgroundColour(colour(Shade::warning));
    auto* question =
        new wxStaticText(this, wxID_ANY, wx(tr("Who codes here? Your name stands beside your codings:")));
    question->SetForegroundColour(colour(Shade::ink));
    name_ = new wxComboBox(this, wxID_ANY, "", wxDefaultPosition, FromDIP(wxSize(220, -1)), 0, nullptr,
                           wxTE_PROCESS_ENTER);
    describe(*name_, wx(tr("Your name, as it stands beside your codings")));
    auto* begin = new wxButton(this, wxID_ANY, wx(tr("Be&gin")));
    auto* line = new wxBoxSizer(wxHORIZONTAL);
    line->Add(question, wxSizerFlags().CentreVertical().Border(wxALL, FromDIP(8)));
    line->Add(name_, wxSizerFlags().CentreVertical());
    line->Add(begin, wxSizerFlags().CentreVertical().Border(wxALL, FromDIP(6)));
    SetSizer(line);
    name_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { accept(); });
    begin->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { accept(); });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_ESCAPE) {
            show(false);
        } else if (event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER) {
            accept();
        } else {
            event.Skip();
        }
    });
    chosen_ = context_.on_chosen([this] {
        if (context_.coder()) show(false);
    });
    fill();
    Show(!context_.coder() && context_.study().writable());
}

void CoderBar::fill() {
    name_->Clear();
    for (const auto& coder : context_.material().coders) name_->Append(wx(coder.name));
    const auto coder = context_.coder();
    name_->SetValue(wx(coder ? coder->name : context_.settings().text("coder/last")));
}

void CoderBar::ask() {
    fill();
    show(true);
    name_->SetFocus();
    name_->SelectAll();
}

void CoderBar::accept() {
    const std::string name(base::trimmed(utf8(name_->GetValue())));
    if (name.empty()) {
        name_->SetFocus();
        return;
    }
    context_.set_coder(name);
}

void CoderBar::show(bool shown) {
    if (IsShown() == shown) return;
    Show(shown);
    GetParent()->Layout();
}

}  // namespace ui
