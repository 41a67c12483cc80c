// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/spinctrl.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <filesystem>
#include <string>
#include <vector>

#include "search/expansion.h"
#include "ui/kit/background.h"
#include "ui/search/finding.h"

namespace ui {

class HitList;
class QuickCode;

/// The concordance of the window's search, and how hits become codings: check them, say how far each is
/// widened, see what would be coded, code them as one change.
class HitsTab : public wxPanel {
  public:
    HitsTab(wxWindow* parent, Context& context, Finding& finding);

    void SetFocus() override;
    /// Asks for a code and puts it on the checked hits, or on the chosen one where none is checked.
    void code();
    /// Why nothing can be coded; empty where it can.
    [[nodiscard]] std::string cannot_code() const;
    /// Writes all hits to a file that the user names.
    void export_hits();

    [[nodiscard]] HitList& list() { return *list_; }
    [[nodiscard]] wxChoice& order() { return *order_; }
    [[nodiscard]] wxChoice& expand() { return *expand_; }
    [[nodiscard]] wxSpinCtrl& words() { return *words_; }
    [[nodiscard]] QuickCode& quick_code() { return *quick_code_; }
    /// What stands between the buttons that turn pages; empty where all hits are shown.
    [[nodiscard]] std::string page() const;
    void turn(bool forward);
    /// Whether hits are being written to a file, beside the window.
    [[nodiscard]] bool is_exporting() const { return exporting_.running(); }
    [[nodiscard]] search::Expansion expansion() const;
    /// The passage that would be coded for the chosen hit; empty where none is chosen.
    [[nodiscard]] std::string preview() const;

  private:
    void lay_out();
    void take_hits();
    void show_chosen();
    void show_preview();
    void show_page();
    void write_hits(const std::filesystem::path& file);
    void apply(model::CodeId code);
    [[nodiscard]] std::vector<std::size_t> to_code() const;
    [[nodiscard]] std::optional<text::Span> passage_of(std::size_t hit) const;

    Context& context_;
    Finding& finding_;
    wxChoice* order_;
    wxChoice* expand_;
    wxSpinCtrl* words_;
    wxStaticText* words_label_;
    wxButton* check_;
    wxButton* code_;
    wxButton* export_;
    HitList* list_;
    wxButton* previous_;
    wxStaticText* page_;
    wxButton* next_;
    wxBoxSizer* page_row_ = nullptr;
    wxTextCtrl* preview_;
    QuickCode* quick_code_;
    std::string previewed_;
    bool preview_stale_ = true;
    std::uint64_t version_ = 0;
    std::vector<base::Connection> connections_;
    Background exporting_;
};

}  // namespace ui
