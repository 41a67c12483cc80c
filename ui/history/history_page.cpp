// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/history_page.h"

#include <wx/datetime.h>
#include <wx/msgdlg.h>
#include <wx/sizer.h>

#include "base/error.h"
#include "base/strings.h"
#include "base/translate.h"
#include "report/history/listing.h"
#include "report/history/sentence.h"
#include "text/tokens.h"
#include "ui/frame/workspace.h"
#include "ui/kit/accessible.h"
#include "ui/kit/words.h"

namespace ui {

namespace {

using base::tr;

constexpr std::int64_t kListed = 5000;

}  // namespace

HistoryPage::HistoryPage(wxWindow* parent, Context& context)
    : wxPanel(parent),
      context_(context),
      filter_(new wxSearchCtrl(this, wxID_ANY)),
      list_(new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                   wxDV_SINGLE | wxDV_ROW_LINES)),
      back_(new wxButton(this, wxID_ANY, wx(tr("&Go back to this state…")))) {
    describe(*filter_, wx(tr("Filter the history")));
    describe(*list_, wx(tr("History")));
    filter_->SetDescriptiveText(wx(tr("Filter the history")));
    list_->AppendTextColumn(wx(tr("Time")), wxDATAVIEW_CELL_INERT, FromDIP(150));
    list_->AppendTextColumn(wx(tr("Who")), wxDATAVIEW_CELL_INERT, FromDIP(110));
    list_->AppendTextColumn(wx(tr("What")), wxDATAVIEW_CELL_INERT, FromDIP(600));
    auto* top = new wxBoxSizer(wxHORIZONTAL);
    top->Add(filter_, wxSizerFlags(1).CentreVertical().Border(wxRIGHT, FromDIP(8)));
    top->Add(back_, wxSizerFlags().CentreVertical());
    auto* lines = new wxBoxSizer(wxVERTICAL);
    lines->Add(top, wxSizerFlags().Expand().Border(wxALL, FromDIP(8)));
    lines->Add(list_, wxSizerFlags(1).Expand());
    SetSizer(lines);
    back_->Enable(context_.study().writable());
    back_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { go_back(); });
    filter_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { fill(); });
    Bind(wxEVT_IDLE, [this](wxIdleEvent& event) {
        event.Skip();
        // While it stands behind another tab nothing is read for it.
        if (stale_ && IsShownOnScreen()) fill();
    });
    changed_ = context_.on_changed([this](const study::Changes&) { stale_ = true; });
    chosen_coder_ = context_.on_chosen([this] {
        const auto coder = context_.coder();
        const model::CoderId now = coder ? coder->id : model::CoderId{};
        stale_ = stale_ || now != viewer_;
        viewer_ = now;
    });
    fill();
}

void HistoryPage::fill() {
    stale_ = false;
    const std::string wanted = text::folded(base::trimmed(utf8(filter_->GetValue())));
    const report::HistorySentences sentences(context_.study());
    shown_.clear();
    list_->DeleteAllItems();
    for (const auto& revision : report::visible_history(context_.study(), context_.sight(), kListed)) {
        const std::string who = sentences.coder(revision);
        const std::string what = sentences.sentence(revision);
        if (text::folded(who + "\n" + what).find(wanted) == std::string::npos) continue;
        wxVector<wxVariant> row;
        row.push_back(wxDateTime(static_cast<time_t>(revision.at)).Format("%Y-%m-%d %H:%M:%S"));
        row.push_back(wx(who));
        row.push_back(wx(what));
        list_->AppendItem(row);
        shown_.push_back(revision.n);
    }
}

void HistoryPage::go_back() {
    const int row = list_->GetSelectedRow();
    if (row == wxNOT_FOUND || static_cast<std::size_t>(row) >= shown_.size()) {
        context_.say(tr("Choose first the change after which the study shall stand again."));
        return;
    }
    const std::int64_t n = shown_[static_cast<std::size_t>(row)];
    const auto later = static_cast<std::size_t>(context_.study().revision() - n);
    if (later == 0) return;
    const std::string question =
        base::say_n("Take back {} later change, whoever made it? It can be redone.",
                    "Take back {} later changes, whoever made them? They can be redone.", later);
    if (wxMessageBox(wx(question), wx(tr("Go back")), wxYES_NO | wxICON_QUESTION, this) == wxYES)
        go_back_to(n);
}

void HistoryPage::go_back_to(std::int64_t n) {
    context_.attempt([&] {
        study::History history(context_.study());
        for (auto step = history.undoable(); step && step->number() > n; step = history.undoable())
            history.undo();
    });
}

void add_history_actions(Actions& actions, Workspace& workspace) {
    actions.add({"page.history", base::msg("&History"), base::msg("Shows who did what, and goes back"),
                 "Ctrl+H", [&workspace] { workspace.open_page("history"); }});
}

}  // namespace ui
