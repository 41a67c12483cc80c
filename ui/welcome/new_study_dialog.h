// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/dialog.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "report/new_study.h"
#include "ui/context/settings.h"
#include "ui/welcome/shipped.h"

namespace ui {

/// Asks what a new study needs: name, file, language, a codebook with its preview, and who codes. Makes the
/// study when the user agrees; what goes wrong stands in the dialog, which then stays open.
class NewStudyDialog : public wxDialog {
  public:
    NewStudyDialog(wxWindow* parent, Settings& settings);

    /// The study, after ShowModal() gave wxID_OK.
    [[nodiscard]] std::unique_ptr<study::Study> study() { return std::move(study_); }

    [[nodiscard]] wxTextCtrl& name() { return *name_; }
    [[nodiscard]] wxTextCtrl& file() { return *file_; }
    [[nodiscard]] wxTextCtrl& coder() { return *coder_; }
    [[nodiscard]] wxChoice& codebook() { return *codebook_; }
    [[nodiscard]] const exchange::ReadCodebook& chosen_codebook() const { return read_; }

  private:
    void propose_file();
    void browse();
    void fill_codebooks();
    void choose_codebook();
    void ask_for_codebook();
    void preview();
    void show_code();
    void make();
    void tell(const std::string& problem);
    [[nodiscard]] std::string language() const;

    Settings& settings_;
    wxTextCtrl* name_;
    wxTextCtrl* file_;
    wxChoice* language_;
    wxChoice* codebook_;
    wxDataViewTreeCtrl* codes_;
    wxTextCtrl* definition_;
    wxTextCtrl* coder_;
    wxStaticText* problem_;
    bool file_typed_ = false;
    bool proposing_ = false;
    std::vector<ShippedCodebook> shown_;  ///< as in the choice, after “none”
    std::filesystem::path own_;           ///< a codebook of the user's, last in the choice
    int codebook_before_ = 0;             ///< what is chosen when a file was asked for in vain
    exchange::ReadCodebook read_;
    std::string codebook_file_;
    std::map<void*, std::size_t> code_of_;  ///< rows of the preview
    std::unique_ptr<study::Study> study_;
};

}  // namespace ui
