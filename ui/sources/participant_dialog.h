// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/combobox.h>
#include <wx/dialog.h>
#include <wx/textctrl.h>

#include <utility>
#include <vector>

#include "ui/context/context.h"

namespace ui {

/// Who was interviewed: name, role, triad, and every attribute of the study; a new attribute can be added.
class ParticipantDialog : public wxDialog {
  public:
    ParticipantDialog(wxWindow* parent, Context& context, const model::Participant& participant);

    /// Makes one change of what was typed. An error stands in the dialog's own line; then it stays open.
    [[nodiscard]] bool apply();

    [[nodiscard]] wxTextCtrl& name() { return *name_; }
    [[nodiscard]] wxComboBox& role() { return *role_; }
    [[nodiscard]] wxComboBox& triad() { return *triad_; }
    [[nodiscard]] wxTextCtrl& value(std::size_t attribute) { return *values_[attribute].second; }

  private:
    void add_attributes(wxSizer& grid);
    void write(study::Edit& edit) const;

    Context& context_;
    model::Participant before_;
    wxTextCtrl* name_;
    wxComboBox* role_;
    wxComboBox* triad_;
    std::vector<std::pair<model::Attribute, wxTextCtrl*>> values_;
    wxTextCtrl* new_name_ = nullptr;
    wxChoice* new_type_ = nullptr;
    wxTextCtrl* new_value_ = nullptr;
    wxStaticText* problem_;
};

/// Shows the dialog for a participant of the study; nothing happens for one who is not there.
void edit_participant(wxWindow& parent, Context& context, model::ParticipantId participant);

}  // namespace ui
