// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/panel.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/timer.h>

#include <string>

#include "base/signal.h"
#include "ui/search/finding.h"

namespace ui {

class CompletionPopup;

/// A line in which a query is typed: completes names and words, and says below how the query was understood,
/// or what is wrong with it and where. What is done with the query is for those who listen.
class QueryField : public wxPanel {
  public:
    /// Where state() is shown: below the field, where it comes and goes, or by who owns it.
    enum class StateLine { below, elsewhere };

    QueryField(wxWindow* parent, Finding& finding, const std::string& name, const std::string& purpose,
               StateLine line = StateLine::below);

    [[nodiscard]] std::string query() const;
    /// Puts another query into the field; tells nobody.
    void set_query(const std::string& query);
    /// Says how the query of the finding was understood, or what is wrong with it and where.
    void show_state();
    /// Says nothing of that: the finding is about another field's query.
    void show_nothing();
    void SetFocus() override;
    void select_all();

    [[nodiscard]] wxTextCtrl& field() { return *field_; }
    [[nodiscard]] CompletionPopup& popup();
    /// What it says; empty where the query was understood as it stands.
    [[nodiscard]] const std::string& state() const { return sentence_; }
    /// Whether that is what is wrong.
    [[nodiscard]] bool is_wrong() const { return wrong_; }

    /// The user stopped typing for a moment, or pressed Enter.
    base::Connection on_typed(base::Signal<>::Slot slot) { return typed_.connect(std::move(slot)); }
    /// Enter, with Shift or without.
    base::Connection on_entered(base::Signal<bool>::Slot slot) { return entered_.connect(std::move(slot)); }
    base::Connection on_escaped(base::Signal<>::Slot slot) { return escaped_.connect(std::move(slot)); }
    /// Down, where no proposals are shown.
    base::Connection on_left_below(base::Signal<>::Slot slot) { return below_.connect(std::move(slot)); }
    /// The lines below the field need another height.
    base::Connection on_resized(base::Signal<>::Slot slot) { return resized_.connect(std::move(slot)); }

  private:
    void OnKey(wxKeyEvent& event);
    void OnText();
    void tell();
    void propose();
    void close_popup();
    void take_proposal(const std::string& text);
    void say_below(const std::string& sentence, bool wrong);
    void paint_pointer(wxDC& dc);

    Finding& finding_;
    wxTextCtrl* field_;
    wxPanel* pointer_;  ///< below the place that is wrong
    wxStaticText* state_;
    CompletionPopup* popup_ = nullptr;
    wxTimer pause_;
    StateLine line_;
    std::string told_, sentence_;
    bool wrong_ = false;
    base::Signal<> typed_, escaped_, below_, resized_;
    base::Signal<bool> entered_;
};

}  // namespace ui
