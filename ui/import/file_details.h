// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/choice.h>
#include <wx/combobox.h>
#include <wx/panel.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/material.h"
#include "ui/import/import_plan.h"

namespace ui {

/// What the import assistant asks of one chosen file: its name, how it is written, who was interviewed, and
/// what each label stands for. Of several chosen files role and triad can be said together.
class FileDetails : public wxPanel {
  public:
    FileDetails(wxWindow* parent, const model::Material& material, ImportPlan& plan);

    void show(const std::vector<std::size_t>& files);

    /// Something of the chosen files was changed.
    void on_changed(std::function<void()> changed) { changed_ = std::move(changed); }
    /// A file shall be read in another encoding; nothing: as detected.
    void on_encoding(std::function<void(std::size_t, const std::optional<std::string>&)> read) {
        read_ = std::move(read);
    }

    [[nodiscard]] wxTextCtrl& name() { return *name_; }
    [[nodiscard]] wxChoice& encoding() { return *encoding_; }
    [[nodiscard]] wxComboBox& participant() { return *participant_; }
    [[nodiscard]] wxComboBox& role() { return *role_; }
    [[nodiscard]] wxComboBox& triad() { return *triad_; }
    /// What the label at that place stands for.
    [[nodiscard]] wxComboBox& meaning(std::size_t label) { return *meanings_[label]; }

  private:
    [[nodiscard]] PlannedFile* only();
    void fill();
    void fill_encoding(const PlannedFile* file);
    void fill_labels();
    void fill_notes();
    void take_participant();
    void take_meaning(std::size_t label);
    void take_encoding();
    [[nodiscard]] std::vector<std::string> people_near(const PlannedFile& file) const;

    const model::Material& material_;
    ImportPlan& plan_;
    std::vector<std::size_t> files_;
    wxTextCtrl* name_;
    wxChoice* encoding_;
    wxComboBox* participant_;
    wxComboBox* role_;
    wxComboBox* triad_;
    wxStaticText* labels_title_;
    wxScrolledWindow* labels_;
    wxFlexGridSizer* label_lines_;
    std::vector<wxComboBox*> meanings_;
    wxStaticText* notes_;
    bool filling_ = false;
    std::function<void()> changed_;
    std::function<void(std::size_t, const std::optional<std::string>&)> read_;
};

}  // namespace ui
