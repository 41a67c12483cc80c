// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/choice.h>
#include <wx/panel.h>
#include <wx/stattext.h>
#include <wx/tglbtn.h>

#include <array>
#include <memory>
#include <vector>

#include "ui/actions/action.h"
#include "ui/agreement/agreement_controls.h"
#include "ui/agreement/agreement_work.h"
#include "ui/context/context.h"
#include "ui/kit/background.h"
#include "ui/kit/chart_view.h"
#include "ui/matrix/matrix_grid.h"
#include "ui/matrix/matrix_remarks.h"

namespace ui {

class SettlingPanel;

/// The tab of agreement: how far two coders agree, code by code, as a table or a plot; where they disagree,
/// and settling it; which codes they take for each other; what of the matrix hangs on it. Computed on another
/// thread from a copy of what is counted, after each change, but only while it can be seen.
class AgreementPage : public wxPanel {
  public:
    enum class View { figures, plot, disagreements, confusion, stability };

    /// `actions` gives the items of the export menu and must outlive it.
    AgreementPage(wxWindow* parent, Context& context, const Actions& actions);

    void show(View view);
    [[nodiscard]] View view() const { return view_; }
    [[nodiscard]] const AgreementChoice& choice() const { return choice_; }
    void choose(const AgreementChoice& choice);
    /// Null until the first has been computed. As of the material with that version.
    [[nodiscard]] const std::shared_ptr<const AgreementFindings>& findings() const { return findings_; }
    /// Whether what is shown is of the study as it is now.
    [[nodiscard]] bool up_to_date() const;
    void focus();

    /// The disagreements about a code, and settling them.
    void show_disagreements(model::CodeId code);
    /// The picture of the plot.
    [[nodiscard]] ChartView::Make plot() const;
    /// Copies the table that is shown.
    void copy();

    [[nodiscard]] MatrixGrid& grid() { return *grid_; }
    [[nodiscard]] SettlingPanel& settling() { return *settling_; }
    [[nodiscard]] AgreementControls& controls() { return *choices_; }
    [[nodiscard]] std::string headline() const;

  private:
    void lay_out();
    [[nodiscard]] wxSizer* lay_out_views();
    void show_choice();
    void compute();
    void take(const std::shared_ptr<const AgreementFindings>& findings);
    void show_view();
    void show_headline();
    void show_figures();
    [[nodiscard]] std::vector<std::string> of_everybody(std::vector<std::string> sentences) const;
    void show_confusion();
    void show_stability();
    void open(const MatrixGrid::Cell& cell);
    void open_confusion(const MatrixGrid::Cell& cell);
    void list_disagreements(model::CodeId code);
    void export_menu();
    [[nodiscard]] std::string hint_of(const MatrixGrid::Cell& cell) const;
    [[nodiscard]] model::Table table() const;

    Context& context_;
    const Actions& actions_;
    AgreementChoice choice_;
    std::shared_ptr<const AgreementFindings> findings_;
    std::vector<std::size_t> order_;  ///< of the rows of the figures
    View view_ = View::figures;
    bool stale_ = true;
    bool others_listed_ = false;  ///< other participants were chosen: other disagreements are to be listed
    int wrapped_for_ = 0;         ///< the width
    std::uint64_t computed_ = 0;  ///< the version of the material that was asked for last
    wxPanel* controls_;
    std::array<wxToggleButton*, 5> views_{};
    AgreementControls* choices_;
    wxChoice *dimension_, *measure_;
    wxStaticText *headline_, *state_;
    MatrixGrid* grid_;
    ChartView* chart_;
    SettlingPanel* settling_;
    MatrixRemarks* remarks_;
    std::vector<base::Connection> connections_;
    Background background_;
};

}  // namespace ui
