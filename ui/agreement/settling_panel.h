// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/gauge.h>
#include <wx/panel.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <memory>
#include <optional>
#include <vector>

#include "analysis/agreement/outcomes.h"
#include "ui/agreement/agreement_work.h"
#include "ui/context/context.h"

namespace ui {

class DisputeText;

/// The disagreements of two coders, those first on which most of the matrix hangs; below them the passage
/// with both codings, and the keys that settle it. After a decision comes the next open one.
class SettlingPanel : public wxPanel {
  public:
    SettlingPanel(wxWindow* parent, Context& context);

    /// Which disagreements are listed.
    struct Filter {
        std::string title;                        ///< empty: all of them
        std::vector<model::CodeId> codes;         ///< about one of these
        std::vector<analysis::TextPlace> places;  ///< that meet one of these; empty: anywhere
    };

    void show(std::shared_ptr<const AgreementFindings> findings);
    void set_filter(Filter filter);
    void SetFocus() override;

    /// Numbers of the disagreements as they are listed.
    [[nodiscard]] std::vector<std::size_t> listed() const;
    /// The chosen one; null for none.
    [[nodiscard]] const analysis::Dispute* current() const;
    void choose(std::size_t number);

    /// What the buttons do.
    void decide(model::Decision decision, std::size_t accepted = 0);
    void reopen();
    void go_there();
    /// Asks which rule, shows what it would do, and does it.
    void settle_by_rule();
    /// Carries out what a rule proposes.
    void carry_out(const std::vector<analysis::Proposal>& proposals);

    [[nodiscard]] wxTextCtrl& reason() { return *reason_; }
    [[nodiscard]] DisputeText& words() { return *words_; }
    [[nodiscard]] wxDataViewListCtrl& list() { return *list_; }
    [[nodiscard]] std::string progress_line() const;
    [[nodiscard]] std::string effect_line() const;

  private:
    void lay_out();
    void fill();
    void show_current();
    void show_effect();
    void draw_anew();
    [[nodiscard]] bool is_listed(const analysis::Dispute& dispute) const;
    void settle(const analysis::Proposal& proposal);
    void step_on();
    void OnKey(wxKeyEvent& event);

    Context& context_;
    std::shared_ptr<const AgreementFindings> findings_;
    Filter filter_;
    std::vector<std::size_t> rows_;      ///< places in Disputes::list
    std::optional<std::size_t> wanted_;  ///< number of the one to be shown when findings come
    wxStaticText *progress_, *title_, *about_, *effect_;
    wxGauge* gauge_;
    wxChoice *which_, *code_;
    wxButton *all_, *first_, *second_;
    wxDataViewListCtrl* list_;
    DisputeText* words_;
    wxTextCtrl* reason_;
    int wrapped_for_ = 0;  ///< the width, in pixels
    bool divided_ = false;
    std::vector<model::CodeId> codes_;  ///< as they stand in code_
};

}  // namespace ui
