// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/agreement/rule_dialog.h"

#include <wx/button.h>
#include <wx/sizer.h>

#include <array>

#include "base/strings.h"
#include "base/translate.h"
#include "model/name_in.h"
#include "report/agreement/dispute_words.h"
#include "ui/kit/accessible.h"
#include "ui/kit/words.h"

namespace ui {

namespace {

using base::msg;
using base::say_n;
using base::tr;
using model::Decision;

constexpr std::array kRules{
    std::pair{msg("Take over what both coded alike"), Decision::agreed},
    std::pair{msg("Ends that differ little: all that either coded"), Decision::united},
    std::pair{msg("Ends that differ little: what both coded"), Decision::intersection},
};
constexpr int kUsualUnder = 15, kMostUnder = 500;

}  // namespace

RuleDialog::RuleDialog(wxWindow* parent, const AgreementFindings& findings)
    : wxDialog(parent, wxID_ANY, wx(tr("Settle by rule")), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      findings_(findings),
      rule_(new wxChoice(this, wxID_ANY)),
      under_(new wxSpinCtrl(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxSP_ARROW_KEYS, 1,
                            kMostUnder, kUsualUnder)),
      count_(new wxStaticText(this, wxID_ANY, "")),
      list_(new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(620, 260)),
                                   wxDV_ROW_LINES)) {
    for (const auto& [label, decision] : kRules) rule_->Append(wx(tr(label)));
    rule_->SetSelection(0);
    describe(*rule_, wx(tr("Rule")));
    describe(*under_, wx(tr("Ends differ by fewer characters than this")));
    describe(*list_, wx(tr("What the rule would settle")));
    list_->AppendTextColumn(wx(tr("Source")), wxDATAVIEW_CELL_INERT, FromDIP(120));
    list_->AppendTextColumn(wx(tr("Code")), wxDATAVIEW_CELL_INERT, FromDIP(240));
    list_->AppendTextColumn(wx(tr("Characters")), wxDATAVIEW_CELL_INERT, FromDIP(110));
    list_->AppendTextColumn(wx(tr("Becomes")), wxDATAVIEW_CELL_INERT, FromDIP(120));
    auto* top = new wxBoxSizer(wxHORIZONTAL);
    top->Add(rule_, wxSizerFlags(1).CentreVertical());
    top->Add(new wxStaticText(this, wxID_ANY, wx(tr("fewer characters than"))),
             wxSizerFlags().CentreVertical().Border(wxLEFT | wxRIGHT, FromDIP(8)));
    top->Add(under_, wxSizerFlags().CentreVertical());
    auto* lines = new wxBoxSizer(wxVERTICAL);
    const auto flags = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(10));
    lines->Add(top, flags);
    lines->Add(list_, wxSizerFlags(flags).Proportion(1));
    lines->Add(count_, flags);
    lines->Add(CreateButtonSizer(wxOK | wxCANCEL), wxSizerFlags().Expand().Border(wxALL, FromDIP(10)));
    SetSizerAndFit(lines);
    if (auto* ok = FindWindow(wxID_OK)) ok->SetLabel(wx(tr("&Settle these")));
    rule_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { propose(); });
    under_->Bind(wxEVT_SPINCTRL, [this](wxSpinEvent&) { propose(); });
    under_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { propose(); });
    propose();
    rule_->SetFocus();
}

void RuleDialog::propose() {
    analysis::SettlingRule rule;
    rule.decision = kRules[static_cast<std::size_t>(std::max(0, rule_->GetSelection()))].second;
    rule.under = under_->GetValue();
    under_->Enable(rule.decision != Decision::agreed);
    const auto& material = *findings_.material;
    proposals_ = analysis::proposals(findings_.disputes, material, findings_.spec, rule);
    list_->DeleteAllItems();
    for (const auto& one : proposals_) {
        std::vector<std::string> outcomes;
        for (const auto& outcome : one.outcomes) {
            outcomes.push_back(outcome.span.begin < 0
                                   ? std::string(tr("the source as a whole"))
                                   : fmt::format("{}:{}", outcome.span.begin, outcome.span.end));
        }
        wxVector<wxVariant> row;
        row.push_back(wx(model::name_in(material.sources, one.source)));
        row.push_back(wx(one.outcomes.empty()
                             ? std::string()
                             : model::name_in(material.codebook.codes(), one.outcomes.front().code)));
        row.push_back(wx(fmt::format("{}:{}", one.span.begin, one.span.end)));
        row.push_back(wx(base::join(outcomes, ", ")));
        list_->AppendItem(row);
    }
    count_->SetLabel(
        wx(say_n("{} passage would be settled.", "{} passages would be settled.", proposals_.size())));
    if (auto* ok = FindWindow(wxID_OK)) ok->Enable(!proposals_.empty());
}

}  // namespace ui
