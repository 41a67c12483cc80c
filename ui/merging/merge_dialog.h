// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/checkbox.h>
#include <wx/dialog.h>
#include <wx/textctrl.h>

#include <filesystem>
#include <string>

#include "study/merging/plan.h"
#include "ui/context/context.h"

namespace ui {

/// Shows what merging a copy of the study would change, before anything is changed: what comes in, what is
/// there, what differs and has to be confirmed, what is refused.
class MergeDialog : public wxDialog {
  public:
    /// Throws base::Error where the file is no copy of the study.
    MergeDialog(wxWindow* parent, Context& context, const std::filesystem::path& file);

    [[nodiscard]] std::string preview() const;
    /// Codes of one path that both added are one code; asked for only where they differ.
    void set_join(bool join);
    /// Does what is shown, as one change. Returns whether it was done.
    bool merge();

  private:
    void compare();

    Context& context_;
    std::filesystem::path file_;
    study::merging::MergePlan plan_;
    wxTextCtrl* preview_;
    wxCheckBox* join_;
};

}  // namespace ui
