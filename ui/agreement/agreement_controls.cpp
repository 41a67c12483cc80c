// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/agreement/agreement_controls.h"

#include <wx/choicdlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/wupdlock.h>

#include <algorithm>

#include "base/translate.h"
#include "report/agreement/dispute_words.h"
#include "ui/kit/accessible.h"
#include "ui/kit/words.h"
#include "ui/matrix/conditions.h"

namespace ui {

namespace {

using analysis::Unit;
using analysis::UnitRule;
using base::msg;
using base::tr;

constexpr std::array kUnits{
    std::pair{msg("Characters"), Unit::character}, std::pair{msg("Words"), Unit::word},
    std::pair{msg("Sentences"), Unit::sentence},   std::pair{msg("Turns"), Unit::turn},
    std::pair{msg("Sources"), Unit::source},       std::pair{msg("Persons"), Unit::participant}};
constexpr std::array kRules{std::pair{msg("Any part of it"), UnitRule::any},
                            std::pair{msg("More than half"), UnitRule::majority}};

bool has_rule(Unit unit) {
    return unit != Unit::character && unit != Unit::participant;
}

bool fits_text(const analysis::CoefficientInfo& info) {
    // What needs numbers or a dimension has no value for one code.
    const std::string id = info.id;
    return id.find("ordinal") == std::string::npos && id.find("interval") == std::string::npos &&
           id.find("ratio") == std::string::npos && id.find("linear") == std::string::npos &&
           id.find("quadratic") == std::string::npos && info.basis != analysis::Basis::sets &&
           id != "u_alpha" && id != "bar_u_alpha" && id != "cu_alpha";
}

/// Other items, where they are others: a list that is open or read out is left alone.
void refill(wxChoice& list, const wxArrayString& items) {
    if (items != list.GetStrings()) list.Set(items);
}

}  // namespace

AgreementControls::AgreementControls(wxWindow* parent, Context& context)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL),
      context_(context),
      row_(new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES)),
      conditions_(new wxBoxSizer(wxHORIZONTAL)) {
    add_coders();
    add_units();
    add_scope();
    auto* coefficients = add_button(msg("C&oefficients…"), msg("Which coefficients the table shows"));
    coefficients->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { choose_coefficients(); });
    export_ = add_button(msg("&Export…"), msg("Writes tables, the plot or the whole report to a file"));
    export_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { export_wanted_(); });
    SetSizer(row_);
}

void AgreementControls::add_labelled(const char* label, wxWindow* control) {
    auto* pair = new wxBoxSizer(wxHORIZONTAL);
    auto* words = new wxStaticText(this, wxID_ANY, wx(tr(label)));
    words->MoveBeforeInTabOrder(control);
    pair->Add(words, wxSizerFlags().CentreVertical().Border(wxRIGHT, FromDIP(4)));
    pair->Add(control, wxSizerFlags().CentreVertical());
    row_->Add(pair, wxSizerFlags().Border(wxRIGHT | wxBOTTOM, FromDIP(6)));
}

wxChoice* AgreementControls::add_choice(const char* purpose) {
    auto* made = new wxChoice(this, wxID_ANY);
    describe(*made, wx(tr(purpose)));
    return made;
}

wxButton* AgreementControls::add_button(const char* label, const char* help) {
    auto* made = new wxButton(this, wxID_ANY, wx(tr(label)));
    made->SetToolTip(wx(tr(help)));
    row_->Add(made, wxSizerFlags().Border(wxRIGHT | wxBOTTOM, FromDIP(6)));
    return made;
}

void AgreementControls::add_coders() {
    for (std::size_t i = 0; i < coders_.size(); ++i) {
        coders_[i] = add_choice(i == 0 ? msg("The first coder") : msg("The second coder"));
        coders_[i]->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
            auto wanted = shown_;
            wanted.coders.clear();
            for (auto* list : coders_) {
                if (list->GetSelection() >= 0)
                    wanted.coders.push_back(observers_.at(static_cast<std::size_t>(list->GetSelection())));
            }
            tell(wanted);
        });
    }
    add_labelled(msg("Coders"), coders_[0]);
    row_->Add(coders_[1], wxSizerFlags().Border(wxRIGHT | wxBOTTOM, FromDIP(6)));
}

void AgreementControls::add_units() {
    unit_ = add_choice(msg("The unit that is compared"));
    for (const auto& [label, unit] : kUnits) unit_->Append(wx(tr(label)));
    unit_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        auto wanted = shown_;
        wanted.unit = kUnits.at(static_cast<std::size_t>(unit_->GetSelection())).second;
        tell(wanted);
    });
    add_labelled(msg("Unit"), unit_);
    rule_ = add_choice(msg("When a unit has a code"));
    for (const auto& [label, rule] : kRules) rule_->Append(wx(tr(label)));
    rule_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        auto wanted = shown_;
        wanted.rule = kRules.at(static_cast<std::size_t>(rule_->GetSelection())).second;
        tell(wanted);
    });
    row_->Add(rule_, wxSizerFlags().Border(wxRIGHT | wxBOTTOM, FromDIP(6)));
}

void AgreementControls::add_scope() {
    scope_ = add_choice(msg("The codes that are compared"));
    // Dimensions can have long names; the list shows them in full.
    scope_->SetMinSize(FromDIP(wxSize(190, -1)));
    scope_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        auto wanted = shown_;
        wanted.code = codes_.at(static_cast<std::size_t>(scope_->GetSelection()));
        tell(wanted);
    });
    row_->Add(scope_, wxSizerFlags().Border(wxRIGHT | wxBOTTOM, FromDIP(6)));
    row_->Add(conditions_);
    participants_ = add_button(msg("Only &participants…"),
                               msg("Compares only what participants with a role, triad or attribute said"));
    participants_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        const auto where = ask_for_condition(*this, context_.material());
        if (!where) return;
        auto wanted = shown_;
        add_condition(wanted.where, *where);
        tell(wanted);
    });
}

void AgreementControls::tell(const AgreementChoice& choice) {
    chosen_(choice);
}

void AgreementControls::show(const AgreementChoice& choice) {
    const wxWindowUpdateLocker quiet(this);
    shown_ = choice;
    show_coders();
    for (std::size_t i = 0; i < kUnits.size(); ++i) {
        if (kUnits[i].second == choice.unit) unit_->SetSelection(static_cast<int>(i));
    }
    for (std::size_t i = 0; i < kRules.size(); ++i) {
        if (kRules[i].second == choice.rule) rule_->SetSelection(static_cast<int>(i));
    }
    rule_->Show(has_rule(choice.unit));
    show_scope();
    Layout();
}

void AgreementControls::show_coders() {
    const auto& material = context_.material();
    observers_.clear();
    for (const auto& coder : material.coders) {
        observers_.push_back({coder.id});
        // Who coded a source more than once can be compared with herself.
        for (model::Layer round = 1; round <= last_round(material, coder.id); ++round)
            observers_.push_back({coder.id, round});
    }
    observers_.push_back({{}, model::kSettledLayer});
    wxArrayString names;
    for (const auto& one : observers_)
        names.Add(wx(one.layer == model::kSettledLayer ? std::string(tr("The settled layer"))
                                                       : report::observer_name(material, one)));
    for (std::size_t i = 0; i < coders_.size(); ++i) {
        refill(*coders_[i], names);
        for (std::size_t k = 0; i < shown_.coders.size() && k < observers_.size(); ++k) {
            if (shown_.coders[i] == observers_[k]) coders_[i]->SetSelection(static_cast<int>(k));
        }
    }
}

void AgreementControls::show_scope() {
    codes_ = {{}};
    wxArrayString names;
    names.Add(wx(tr("All codes")));
    int chosen = 0;
    for (const auto& code : context_.codebook().codes()) {
        if (code.parent) continue;
        if (code.id == shown_.code) chosen = static_cast<int>(codes_.size());
        codes_.push_back(code.id);
        names.Add(wx(code.name));
    }
    refill(*scope_, names);
    scope_->SetSelection(chosen);
    std::vector<std::string> conditions;
    for (const auto& where : shown_.where) conditions.push_back(condition_text(where));
    if (conditions == conditions_shown_) return;
    conditions_shown_ = conditions;
    const bool had_focus =
        std::any_of(chips_.begin(), chips_.end(), [](wxButton* chip) { return chip->HasFocus(); });
    conditions_->Clear(true);
    chips_.clear();
    for (std::size_t i = 0; i < conditions.size(); ++i) {
        chips_.push_back(make_chip(this, conditions[i], [this, i] {
            auto wanted = shown_;
            wanted.where.erase(wanted.where.begin() + static_cast<std::ptrdiff_t>(i));
            tell(wanted);
        }));
        chips_.back()->MoveBeforeInTabOrder(participants_);
        conditions_->Add(chips_.back(), wxSizerFlags().Border(wxRIGHT | wxBOTTOM, FromDIP(6)));
    }
    // The chip that was pressed is gone.
    if (had_focus) participants_->SetFocus();
}

void AgreementControls::choose_coefficients() {
    wxArrayString names;
    std::vector<analysis::Coefficient> offered;
    wxArrayInt chosen;
    for (const auto& info : analysis::coefficients()) {
        if (!fits_text(info)) continue;
        const auto& known = shown_.coefficients;
        if (std::find(known.begin(), known.end(), info.coefficient) != known.end())
            chosen.push_back(static_cast<int>(offered.size()));
        offered.push_back(info.coefficient);
        names.push_back(wx(fmt::format("{} ({})", analysis::shown_name(info.coefficient), info.source)));
    }
    wxMultiChoiceDialog dialog(this, wx(tr("The table shows these, the first one with its interval:")),
                               wx(tr("Coefficients")), names);
    dialog.SetSelections(chosen);
    if (dialog.ShowModal() != wxID_OK || dialog.GetSelections().empty()) return;
    auto wanted = shown_;
    wanted.coefficients.clear();
    for (const int place : dialog.GetSelections())
        wanted.coefficients.push_back(offered[static_cast<std::size_t>(place)]);
    // α stands first where it is among them: the bands are its.
    std::stable_partition(wanted.coefficients.begin(), wanted.coefficients.end(),
                          [](auto one) { return one == analysis::Coefficient::krippendorff_alpha_nominal; });
    tell(wanted);
}

}  // namespace ui
