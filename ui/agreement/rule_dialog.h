// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/dialog.h>
#include <wx/spinctrl.h>
#include <wx/stattext.h>

#include <vector>

#include "analysis/agreement/outcomes.h"
#include "ui/agreement/agreement_work.h"

namespace ui {

/// Asks by which rule disagreements are to settle by themselves, and shows what it would settle.
class RuleDialog : public wxDialog {
  public:
    RuleDialog(wxWindow* parent, const AgreementFindings& findings);

    [[nodiscard]] const std::vector<analysis::Proposal>& proposals() const { return proposals_; }
    [[nodiscard]] wxChoice& rule() { return *rule_; }
    [[nodiscard]] wxSpinCtrl& under() { return *under_; }

  private:
    void propose();

    const AgreementFindings& findings_;
    std::vector<analysis::Proposal> proposals_;
    wxChoice* rule_;
    wxSpinCtrl* under_;
    wxStaticText* count_;
    wxDataViewListCtrl* list_;
};

}  // namespace ui
