// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/dataview.h>
#include <wx/dialog.h>
#include <wx/gauge.h>
#include <wx/simplebook.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "ui/context/context.h"
#include "ui/import/import_plan.h"
#include "ui/kit/background.h"
#include "ui/transcript/transcript_text.h"

namespace ui {

class FileDetails;

/// The import assistant: reads the chosen files while the window goes on working, shows of each what was
/// found and what is proposed, and writes all of them as one change. Its last page says what became of each.
/// Closing it before leaves the study as it was.
class ImportDialog : public wxDialog {
  public:
    ImportDialog(wxWindow* parent, Context& context, const std::vector<std::filesystem::path>& files);

    [[nodiscard]] bool reading() const { return background_.running(); }
    [[nodiscard]] bool finished() const { return pages_->GetSelection() == 1; }
    [[nodiscard]] ImportPlan& plan() { return plan_; }
    [[nodiscard]] FileDetails& details() { return *details_; }
    [[nodiscard]] wxDataViewListCtrl& list() { return *list_; }
    [[nodiscard]] wxCheckBox& update() { return *update_; }
    [[nodiscard]] wxButton& import_button() { return *import_; }
    [[nodiscard]] std::string report() const;
    /// Shows the file at that place below.
    void choose(std::size_t file);

  private:
    wxWindow* make_plan_page();
    wxWindow* make_report_page();
    void read(const std::vector<std::filesystem::path>& files);
    void read_again(std::size_t file, const std::optional<std::string>& encoding);
    void take(const std::vector<ReadFile>& files);
    void fill_list();
    void refresh_list();
    void show_chosen();
    void show_preview(const PlannedFile* file);
    void toggle_chosen();
    void write();
    void show_report(const ImportReport& report);
    void tell(const std::string& status);
    void leave();

    Context& context_;
    ImportPlan plan_;
    wxSimplebook* pages_;
    wxDataViewListCtrl* list_ = nullptr;
    FileDetails* details_ = nullptr;
    std::optional<TranscriptText> preview_;
    wxPanel* preview_panel_ = nullptr;
    wxCheckBox* update_ = nullptr;
    wxCheckBox* mark_coded_ = nullptr;
    wxStaticText* report_title_ = nullptr;
    wxTextCtrl* report_ = nullptr;
    wxStaticText* status_;
    wxGauge* gauge_;
    wxButton* import_;
    wxButton* close_;
    Background background_;  ///< last: it ends before what it tells goes
};

}  // namespace ui
