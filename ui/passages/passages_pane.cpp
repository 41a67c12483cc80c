// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/passages/passages_pane.h"

#include <wx/sizer.h>

#include "base/translate.h"
#include "ui/kit/accessible.h"
#include "ui/kit/theme.h"
#include "ui/kit/words.h"
#include "ui/passages/passage_box.h"
#include "ui/passages/passage_filter_row.h"

namespace ui {

using base::say_n;
using base::tr;

PassagesPane::PassagesPane(wxWindow* parent, Context& context, const Actions& actions)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL),
      context_(context),
      list_(context),
      title_(new wxStaticText(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize,
                              wxST_ELLIPSIZE_END | wxST_NO_AUTORESIZE)),
      count_(new wxStaticText(this, wxID_ANY, "")),
      back_(new wxButton(this, wxID_ANY, wx(tr("&Of the chosen code")), wxDefaultPosition, wxDefaultSize,
                         wxBU_EXACTFIT)),
      filter_(new PassageFilterRow(this, context)),
      box_(new PassageBox(this, context, actions, list_)) {
    SetMinSize(FromDIP(wxSize(220, 160)));
    lay_out();
    filter_->on_changed([this] {
        list_.set_filter(filter_->filter());
        show_list();
    });
    back_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { show_code(); });
    connections_.push_back(context_.on_listed([this](const Passages& passages) { show_brought(passages); }));
    connections_.push_back(context_.on_chosen([this] {
        if (brought_ && context_.chosen_code() == code_) {
            list_.refresh();
            show_list();
        } else {
            show_code();
        }
    }));
    connections_.push_back(context_.on_changed([this](const study::Changes& news) {
        using study::Kind;
        if (news.touch(Kind::role) || news.touch(Kind::triad) || news.touch(Kind::attribute) ||
            news.touch(Kind::attribute_value) || news.touch(Kind::coder)) {
            filter_->take_choices();
        }
        list_.refresh();
        show_list();
    }));
    show_code();
}

void PassagesPane::lay_out() {
    title_->SetFont(GetFont().Bold());
    count_->SetForegroundColour(colour(Shade::quiet_ink));
    auto* lines = new wxBoxSizer(wxVERTICAL);
    lines->Add(title_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(8)));
    auto* second = new wxBoxSizer(wxHORIZONTAL);
    second->Add(count_, wxSizerFlags(1).CentreVertical());
    second->Add(back_, wxSizerFlags().CentreVertical());
    lines->Add(second, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(8)));
    lines->Add(filter_, wxSizerFlags().Expand());
    lines->Add(box_, wxSizerFlags(1).Expand());
    SetSizer(lines);
}

void PassagesPane::SetFocus() {
    box_->SetFocus();
}

void PassagesPane::show_code() {
    brought_ = false;
    code_ = context_.chosen_code();
    list_.list_code(code_);
    show_list();
}

void PassagesPane::show_brought(const Passages& passages) {
    brought_ = true;
    code_ = context_.chosen_code();
    brought_title_ = passages.title;
    list_.list(passages.codings);
    show_list();
}

void PassagesPane::show_list() {
    show_title();
    // Nothing was chosen yet, so nothing was counted.
    count_->SetLabelText(brought_ || code_ ? wx(count_line()) : wxString());
    box_->take();
    Layout();
}

void PassagesPane::show_title() {
    const auto* code = code_ ? context_.codebook().find(code_) : nullptr;
    const std::string title = brought_          ? brought_title_
                              : code == nullptr ? tr("Choose a code to read its passages")
                                                : context_.codebook().path(code->id);
    title_->SetLabelText(wx(title));
    title_->SetToolTip(wx(title));
    back_->Show(brought_);
}

std::string PassagesPane::count_line() const {
    return say_n("{} passage", "{} passages", list_.size()) + ", " +
           say_n("{} participant", "{} participants", list_.participants());
}

}  // namespace ui
