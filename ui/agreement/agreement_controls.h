// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/panel.h>
#include <wx/wrapsizer.h>

#include <array>
#include <string>
#include <vector>

#include "base/signal.h"
#include "ui/agreement/agreement_work.h"
#include "ui/context/context.h"

namespace ui {

/// By which the user chooses what agreement is computed of: coders, unit, rule, codes, participants,
/// coefficients. Shows a choice and tells of another one.
class AgreementControls : public wxPanel {
  public:
    AgreementControls(wxWindow* parent, Context& context);

    /// Shows the choice, and what there is to choose from in the study now.
    void show(const AgreementChoice& choice);
    base::Connection on_chosen(base::Signal<AgreementChoice>::Slot slot) {
        return chosen_.connect(std::move(slot));
    }
    /// The menu of what can be written to files is asked for.
    base::Connection on_export(base::Signal<>::Slot slot) { return export_wanted_.connect(std::move(slot)); }

    /// For keys and tests.
    [[nodiscard]] wxChoice& unit() { return *unit_; }
    [[nodiscard]] wxChoice& first() { return *coders_[0]; }
    [[nodiscard]] wxChoice& second() { return *coders_[1]; }
    [[nodiscard]] wxButton& export_button() { return *export_; }
    [[nodiscard]] wxButton& participants_button() { return *participants_; }
    /// The buttons that take conditions on participants away, in their order.
    [[nodiscard]] const std::vector<wxButton*>& chips() const { return chips_; }

  private:
    void add_coders();
    void add_units();
    void add_scope();
    void add_labelled(const char* label, wxWindow* control);
    [[nodiscard]] wxChoice* add_choice(const char* purpose);
    [[nodiscard]] wxButton* add_button(const char* label, const char* help);
    void show_coders();
    void show_scope();
    void choose_coefficients();
    void tell(const AgreementChoice& choice);

    Context& context_;
    AgreementChoice shown_;
    std::vector<analysis::Observer> observers_;  ///< as they stand in coders_
    std::vector<model::CodeId> codes_;           ///< as they stand in scope_
    wxWrapSizer* row_;
    wxBoxSizer* conditions_;
    std::array<wxChoice*, 2> coders_{};
    wxChoice *unit_, *rule_, *scope_;
    wxButton *participants_, *export_;
    std::vector<wxButton*> chips_;
    std::vector<std::string> conditions_shown_;
    base::Signal<AgreementChoice> chosen_;
    base::Signal<> export_wanted_;
};

}  // namespace ui
