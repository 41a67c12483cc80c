// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/participant_dialog.h"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "base/error.h"
#include "base/strings.h"
#include "base/translate.h"
#include "model/attribute_value.h"
#include "model/name_in.h"
#include "study/verbs/people.h"
#include "ui/kit/accessible.h"
#include "ui/kit/theme.h"
#include "ui/kit/words.h"

namespace ui {

namespace {

using base::tr;

constexpr model::AttributeType kTypes[] = {model::AttributeType::text, model::AttributeType::number,
                                           model::AttributeType::boolean, model::AttributeType::date};

template <class Named>
wxArrayString names_of(const std::vector<Named>& all) {
    wxArrayString names;
    for (const auto& one : all) names.Add(wx(one.name));
    return names;
}

std::string typed(const wxTextEntry& field) {
    return std::string(base::trimmed(utf8(field.GetValue())));
}

std::string value_of(const model::Participant& participant, model::AttributeId attribute) {
    const auto value = participant.attributes.find(attribute);
    return value == participant.attributes.end() ? std::string() : value->second;
}

}  // namespace

ParticipantDialog::ParticipantDialog(wxWindow* parent, Context& context,
                                     const model::Participant& participant)
    : wxDialog(parent, wxID_ANY, wx(tr("Participant")), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      context_(context),
      before_(participant) {
    const auto& material = context.material();
    auto* grid = new wxFlexGridSizer(2, wxSize(FromDIP(8), FromDIP(6)));
    grid->AddGrowableCol(1);
    const auto line = [&](const std::string& label, wxWindow* field) {
        grid->Add(new wxStaticText(this, wxID_ANY, wx(label)), wxSizerFlags().CentreVertical());
        grid->Add(field, wxSizerFlags(1).Expand());
        describe(*field, wx(label));
    };
    const auto combo = [&](const std::string& value, const wxArrayString& known) {
        return new wxComboBox(this, wxID_ANY, wx(value), wxDefaultPosition, wxDefaultSize, known);
    };
    name_ = new wxTextCtrl(this, wxID_ANY, wx(participant.name));
    line(tr("Name"), name_);
    role_ = combo(model::name_in(material.roles, participant.role, ""), names_of(material.roles));
    line(tr("Role"), role_);
    triad_ = combo(model::name_in(material.triads, participant.triad, ""), names_of(material.triads));
    line(tr("Triad"), triad_);
    add_attributes(*grid);
    problem_ = new wxStaticText(this, wxID_ANY, "");
    problem_->Hide();
    auto* lines = new wxBoxSizer(wxVERTICAL);
    lines->Add(grid, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(12)));
    lines->Add(problem_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, FromDIP(12)));
    lines->Add(CreateButtonSizer(wxOK | wxCANCEL), wxSizerFlags().Expand().Border(wxALL, FromDIP(12)));
    SetSizerAndFit(lines);
    SetMinSize(wxSize(FromDIP(420), GetSize().y));
    SetSize(GetMinSize());
    CentreOnParent();
    name_->SetFocus();
    Bind(
        wxEVT_BUTTON,
        [this](wxCommandEvent&) {
            if (apply()) EndModal(wxID_OK);
        },
        wxID_OK);
}

void ParticipantDialog::add_attributes(wxSizer& grid) {
    for (const auto& attribute : context_.material().attributes) {
        auto* field = new wxTextCtrl(this, wxID_ANY, wx(value_of(before_, attribute.id)));
        field->SetHint(wx(model::type_name(attribute.type)));
        describe(*field, wx(attribute.name));
        grid.Add(new wxStaticText(this, wxID_ANY, without_mnemonics(wx(attribute.name))),
                 wxSizerFlags().CentreVertical());
        grid.Add(field, wxSizerFlags(1).Expand());
        values_.emplace_back(attribute, field);
    }
    new_name_ = new wxTextCtrl(this, wxID_ANY);
    new_name_->SetHint(wx(tr("New attribute")));
    describe(*new_name_, wx(tr("New attribute")));
    new_value_ = new wxTextCtrl(this, wxID_ANY);
    new_value_->SetHint(wx(tr("Its value")));
    describe(*new_value_, wx(tr("Value of the new attribute")));
    wxArrayString types;
    for (const auto type : kTypes) types.Add(wx(model::type_name(type)));
    new_type_ = new wxChoice(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, types);
    new_type_->SetSelection(0);
    describe(*new_type_, wx(tr("Kind of the new attribute")));
    auto* value = new wxBoxSizer(wxHORIZONTAL);
    value->Add(new_value_, wxSizerFlags(1).CentreVertical());
    value->Add(new_type_, wxSizerFlags().CentreVertical().Border(wxLEFT, FromDIP(6)));
    grid.Add(new_name_, wxSizerFlags().CentreVertical());
    grid.Add(value, wxSizerFlags(1).Expand());
}

void ParticipantDialog::write(study::Edit& edit) const {
    const auto& material = context_.material();
    const auto id = before_.id;
    if (typed(*name_) != before_.name) study::verbs::rename_participant(edit, id, typed(*name_));
    if (typed(*role_) != model::name_in(material.roles, before_.role, ""))
        study::verbs::set_role(edit, id, typed(*role_));
    if (typed(*triad_) != model::name_in(material.triads, before_.triad, ""))
        study::verbs::set_triad(edit, id, typed(*triad_));
    for (const auto& [attribute, field] : values_) {
        if (typed(*field) == value_of(before_, attribute.id)) continue;
        study::verbs::set_attribute(edit, id, attribute.id, typed(*field));
    }
    if (const auto added = typed(*new_name_); !added.empty()) {
        const auto attribute = study::verbs::ensure_attribute(edit, added, kTypes[new_type_->GetSelection()]);
        study::verbs::set_attribute(edit, id, attribute, typed(*new_value_));
    }
}

bool ParticipantDialog::apply() {
    std::string problem;
    const bool done = context_.change("change_participant", {}, [&](study::Edit& edit) {
        try {
            write(edit);
        } catch (const base::Error& error) {
            problem = error.what();
            throw base::Error(base::ErrorKind::cancelled, error.what());
        }
    });
    if (!problem.empty()) {
        problem_->SetLabelText(wx(problem));
        problem_->Show();
        problem_->Wrap(GetClientSize().x - FromDIP(24));
        Fit();
    }
    return done;
}

void edit_participant(wxWindow& parent, Context& context, model::ParticipantId participant) {
    for (const auto& one : context.material().participants) {
        if (one.id != participant) continue;
        // A copy: the change makes the material anew.
        const model::Participant before = one;
        ParticipantDialog dialog(wxGetTopLevelParent(&parent), context, before);
        dialog.ShowModal();
        return;
    }
}

}  // namespace ui
