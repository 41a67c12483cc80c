// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/find_bar.h"

#include <wx/dcclient.h>
#include <wx/sizer.h>

#include "base/translate.h"
#include "ui/kit/accessible.h"
#include "ui/kit/theme.h"
#include "ui/kit/words.h"
#include "ui/search/finding.h"
#include "ui/search/query_field.h"
#include "ui/transcript/transcript_view.h"

namespace ui {

namespace {

using base::msg;
using base::say;
using base::tr;

constexpr int kEdge = 6, kCountWidth = 110;

}  // namespace

FindBar::FindBar(TranscriptView& view, Finding& finding, std::function<void()> widen)
    : wxPanel(&view, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL),
      view_(view),
      finding_(finding),
      field_(new QueryField(this, finding, tr("Search in this text"),
                            tr("Words, or a query: school NEAR/5 vertrouwen"))),
      count_(new wxStaticText(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize,
                              wxST_NO_AUTORESIZE | wxALIGN_RIGHT)) {
    SetBackgroundColour(colour(Shade::margin));
    count_->SetMinSize(FromDIP(wxSize(kCountWidth, -1)));
    count_->SetForegroundColour(colour(Shade::quiet_ink));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(field_, wxSizerFlags(1).Border(wxALL, FromDIP(kEdge)));
    auto* right = new wxBoxSizer(wxHORIZONTAL);
    right->Add(count_, wxSizerFlags().CentreVertical().Border(wxRIGHT, FromDIP(kEdge)));
    const auto button = [&](const char* label, const char* help, auto run) {
        auto* made =
            new wxButton(this, wxID_ANY, wx(tr(label)), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
        made->SetToolTip(wx(tr(help)));
        describe(*made, wx(tr(help)));
        made->Bind(wxEVT_BUTTON, [run](wxCommandEvent&) { run(); });
        right->Add(made, wxSizerFlags().CentreVertical().Border(wxRIGHT, FromDIP(2)));
    };
    button(msg("▲"), msg("Previous hit (Shift+F3)"), [this] { step(false); });
    button(msg("▼"), msg("Next hit (F3)"), [this] { step(true); });
    button(msg("In the whole &study"), msg("Searches the whole study for this (Ctrl+Shift+F)"),
           std::move(widen));
    button(msg("✕"), msg("Closes the search bar (Esc)"), [this] { close(); });
    row->Add(right, wxSizerFlags().Top().Border(wxTOP | wxRIGHT, FromDIP(kEdge)));
    SetSizer(row);
    connections_.push_back(field_->on_typed([this] { ask(); }));
    connections_.push_back(field_->on_entered([this](bool back) { step(!back); }));
    connections_.push_back(field_->on_escaped([this] { close(); }));
    connections_.push_back(field_->on_left_below([this] { view_.focus_text(); }));
    connections_.push_back(field_->on_resized([this] {
        InvalidateBestSize();
        Layout();
        view_.SendSizeEvent();
    }));
    connections_.push_back(finding_.on_found([this] { show_count(); }));
    connections_.push_back(finding_.on_moved([this] { show_count(); }));
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) {
        wxPaintDC dc(this);
        dc.SetPen(wxPen(colour(Shade::rule)));
        dc.DrawLine(0, GetSize().y - 1, GetSize().x, GetSize().y - 1);
    });
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        event.Skip();
        SetBackgroundColour(colour(Shade::margin));
        count_->SetForegroundColour(colour(Shade::quiet_ink));
    });
    Hide();
}

void FindBar::open(const std::string& query) {
    Show();
    view_.SendSizeEvent();
    if (!query.empty()) field_->set_query(query);
    field_->SetFocus();
    field_->select_all();
    ask();
}

void FindBar::close() {
    if (!IsShown()) return;
    const bool mine = is_mine();
    Hide();
    view_.SendSizeEvent();
    view_.focus_text();
    if (mine) finding_.ask({});
}

bool FindBar::is_mine() const {
    return IsShown() && finding_.only() == view_.source().id;
}

void FindBar::ask() {
    finding_.ask(field_->query(), view_.source().id);
    show_count();
    // The reader sees at once whether it is there: the first hit from where she is.
    const auto selected = view_.selection();
    if (!is_mine() || finding_.current()) return;
    if (const auto first =
            finding_.neighbour({view_.source().id, text::Span{selected.begin, selected.begin}}, true))
        view_.words().reveal(finding_.hits()[*first].span());
}

void FindBar::step(bool forward) {
    if (!is_mine()) finding_.ask(field_->query(), view_.source().id);
    const auto next = finding_.neighbour({view_.source().id, view_.selection()}, forward);
    if (!next) return;
    finding_.set_current(*next);
    view_.select(finding_.hits()[*next].span());
}

std::string FindBar::count() const {
    return utf8(count_->GetLabelText());
}

void FindBar::show_count() {
    if (!is_mine() || finding_.query() != field_->query()) {
        count_->SetLabelText("");
        field_->show_nothing();
        return;
    }
    field_->show_state();
    const auto hits = finding_.totals().hits;
    const auto current = finding_.current();
    std::string text;
    if (finding_.prepared() != nullptr) {
        text = current     ? say("{} of {}", *current + 1, hits)
               : hits == 0 ? std::string(tr("No hits"))
                           : base::say_n("{} hit", "{} hits", static_cast<std::size_t>(hits));
    }
    count_->SetLabelText(wx(text));
}

}  // namespace ui
