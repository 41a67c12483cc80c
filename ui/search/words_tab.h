// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/panel.h>
#include <wx/spinctrl.h>
#include <wx/stattext.h>

#include <string>
#include <vector>

#include "base/signal.h"
#include "report/listing.h"
#include "search/word_list.h"
#include "ui/kit/background.h"
#include "ui/search/finding.h"

namespace ui {

class ChartView;

/// The words of the study: how often each role says them, or what sets two roles apart, as a list and a
/// chart. Counted on a thread of its own, from a second reader of the study, while the tab can be seen.
class WordsTab : public wxPanel {
  public:
    WordsTab(wxWindow* parent, Context& context, Finding& finding);

    /// Compares two roles by their names; empty: everybody together.
    void compare(const std::string& first, const std::string& second);
    void set_length(int words);
    /// Whether the list is that of the controls.
    [[nodiscard]] bool is_counted() const { return counted_ && !counting_.running(); }
    [[nodiscard]] const report::Listing& listing() const { return listing_; }
    [[nodiscard]] wxDataViewListCtrl& list() { return *list_; }
    [[nodiscard]] ChartView& chart() { return *chart_; }
    /// Leads to the hits of a row of the list.
    void open(std::size_t row);
    void export_list();

    base::Connection on_asked(base::Signal<std::string>::Slot slot) {
        return asked_.connect(std::move(slot));
    }

  private:
    struct Counted {
        search::WordList list;
        std::vector<search::Key> keys;
    };

    void lay_out();
    void take_roles();
    void count();
    void show(const Counted& counted);
    void show_rows();
    void show_chart(const Counted& counted);
    [[nodiscard]] model::RoleId role(const wxChoice& choice) const;

    Context& context_;
    Finding& finding_;
    wxSpinCtrl* length_;
    wxCheckBox* stop_words_;
    wxChoice* first_;
    wxChoice* second_;
    wxButton* export_;
    wxStaticText* note_;
    wxDataViewListCtrl* list_;
    ChartView* chart_;
    Background counting_;
    report::Listing listing_;
    bool counted_ = false;
    bool stale_ = true;
    std::vector<base::Connection> connections_;
    base::Signal<std::string> asked_;
};

}  // namespace ui
