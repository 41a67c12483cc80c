// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/button.h>
#include <wx/notebook.h>
#include <wx/panel.h>
#include <wx/stattext.h>

#include <string>
#include <vector>

#include "ui/search/finding.h"

namespace ui {

class CountsTab;
class HitsTab;
class QueryField;
class WordsTab;

/// Searching the whole study: a query, what it found in context, counts of it, and the words of the texts.
class SearchPane : public wxPanel {
  public:
    SearchPane(wxWindow* parent, Context& context, Finding& finding);

    /// Puts the focus into the query; with one, looks for that.
    void open(const std::string& query = {});
    /// Shows the hits of a query.
    void show_hits_of(const std::string& query);
    void SetFocus() override;

    [[nodiscard]] QueryField& field() { return *field_; }
    [[nodiscard]] HitsTab& hits() { return *hits_; }
    [[nodiscard]] CountsTab& counts() { return *counts_; }
    [[nodiscard]] WordsTab& words() { return *words_; }
    [[nodiscard]] wxNotebook& tabs() { return *tabs_; }
    /// What the line above the tabs says: totals, or that nothing was found.
    [[nodiscard]] std::string totals() const;
    /// The words that are offered instead of one that stands nowhere.
    [[nodiscard]] const std::vector<wxButton*>& proposals() const { return proposals_; }
    void save(const std::string& name);

  private:
    void lay_out();
    void ask();
    [[nodiscard]] bool is_mine() const;
    void show_found();
    [[nodiscard]] std::string found_line() const;
    void show_proposals();
    void show_saved();
    void ask_for_name();
    void let_remove(const std::string& name);

    Context& context_;
    Finding& finding_;
    QueryField* field_;
    wxButton* saved_;
    wxStaticText* totals_;
    wxBoxSizer* found_row_;
    std::vector<wxButton*> proposals_;
    wxNotebook* tabs_;
    HitsTab* hits_;
    CountsTab* counts_;
    WordsTab* words_;
    std::vector<base::Connection> connections_;
};

}  // namespace ui
