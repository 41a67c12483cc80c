// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/panel.h>
#include <wx/srchctrl.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/tglbtn.h>

#include <functional>
#include <set>
#include <vector>

#include "ui/context/context.h"
#include "ui/sources/source_tree.h"

namespace ui {

/// The sources of the study at the left: triad, participant, interview, or a list of all; with a filter.
class SourcesPane : public wxPanel {
  public:
    SourcesPane(wxWindow* parent, Context& context);

    /// The sources of the chosen rows, each once, in the order of the rows.
    [[nodiscard]] std::vector<model::SourceId> chosen() const;
    /// The participant of the chosen row; nobody where none or several are chosen.
    [[nodiscard]] model::ParticipantId chosen_participant() const;
    void choose(model::SourceId source);

    /// Lets the user type another name for the chosen source, in a field below the rows.
    void rename();
    [[nodiscard]] bool is_list() const { return flat_; }
    void show_list(bool flat);

    /// A right click, or the menu key.
    void on_menu(std::function<void()> show) { menu_ = std::move(show); }
    /// Runs an action by its id: what keys and buttons of the pane do.
    void on_action(std::function<void(const std::string&)> run) { run_ = std::move(run); }

    [[nodiscard]] wxSearchCtrl& filter() { return *filter_; }
    [[nodiscard]] wxDataViewCtrl& rows() { return *rows_; }
    [[nodiscard]] const SourceTree& tree() const { return *tree_; }
    void SetFocus() override;

  private:
    void take_news(const study::Changes& changes);
    /// Makes the rows anew; what was chosen and closed stays so.
    void rebuild();
    void show_what_there_is();
    void open_chosen();
    void end_renaming(bool take);
    void OnKey(wxKeyEvent& event);
    void OnHover(wxMouseEvent& event);

    Context& context_;
    wxSearchCtrl* filter_;
    wxToggleButton* list_;
    wxDataViewCtrl* rows_;
    wxObjectDataPtr<SourceTree> tree_;
    wxTextCtrl* new_name_;
    wxPanel* nothing_;
    wxStaticText* nothing_text_;
    int figures_ = 0;  ///< how wide the columns of figures are together
    wxButton* import_;
    bool flat_ = false;
    bool building_ = false;
    model::SourceId renamed_;  ///< whose name is being typed
    std::set<SourceTree::Key> closed_;
    model::CoderId counted_for_;
    std::function<void()> menu_;
    std::function<void(const std::string&)> run_;
    std::vector<base::Connection> connections_;
};

}  // namespace ui
