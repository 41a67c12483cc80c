// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/combobox.h>
#include <wx/dialog.h>
#include <wx/spinctrl.h>
#include <wx/stattext.h>

#include <filesystem>
#include <string>
#include <vector>

#include "ui/context/context.h"

namespace ui {

/// Asks what a second coder gets: for whom, all sources or a drawn sample, and whether the codebook is to
/// stay as it is. Tells of how many sources of each role the sample is, and how many an interval of a wished
/// width needs.
class PackageDialog : public wxDialog {
  public:
    PackageDialog(wxWindow* parent, Context& context);

    void set_coder(const std::string& name);
    /// 0: all sources.
    void set_sample(int sources, int seed);
    /// How many sources an interval needs that is as wide as is chosen, in a sentence.
    [[nodiscard]] std::string advice() const;
    [[nodiscard]] wxChoice& width() { return *width_; }
    [[nodiscard]] wxCheckBox& sample() { return *sample_; }
    [[nodiscard]] wxSpinCtrl& number() { return *number_; }
    [[nodiscard]] std::string coder() const;
    [[nodiscard]] bool frozen() const { return frozen_->GetValue(); }
    /// What is given as the fields stand now.
    [[nodiscard]] std::vector<model::SourceId> sources() const;
    /// Assigns the sources and writes the package. Returns whether it was done; the window says what came of
    /// it.
    bool make(const std::filesystem::path& file);

  private:
    wxSizer* make_fields();
    void bind_fields();
    void preview();
    void advise();

    Context& context_;
    wxComboBox* coder_;
    wxCheckBox* sample_;
    wxSpinCtrl* number_;
    wxSpinCtrl* seed_;
    wxChoice* width_;
    wxStaticText* advice_;
    wxCheckBox* frozen_;
    wxStaticText* strata_;
};

}  // namespace ui
