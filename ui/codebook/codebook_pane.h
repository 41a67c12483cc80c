// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/panel.h>
#include <wx/srchctrl.h>

#include "ui/actions/action.h"
#include "ui/context/context.h"

namespace ui {

class CodebookTree;
class CodeEditor;
class PaneQuestion;
class QuickCode;

/// The codebook beside the transcripts: its tree with a filter above and, when asked for, the editor of the
/// chosen code or a question below.
class CodebookPane : public wxPanel {
  public:
    CodebookPane(wxWindow* parent, Context& context, const Actions& actions);

    /// The focus goes into the tree.
    void SetFocus() override;
    void focus_filter();

    /// What code_actions.h offers for the chosen code.
    void add_code();
    void add_dimension();
    void edit_code();
    void edit_colour();
    void rename_code();
    void merge_code();
    void delete_code();
    /// Puts the code one place up or down among its brothers, below the brother above it, or beside its
    /// parent.
    enum class Way { up, down, in, out };
    void move_code(Way way);
    /// Why it cannot be moved that way; empty where it can.
    [[nodiscard]] std::string why_not_move(Way way) const;

    [[nodiscard]] CodebookTree& tree() { return *tree_; }
    [[nodiscard]] CodeEditor& editor() { return *editor_; }
    [[nodiscard]] PaneQuestion& question() { return *question_; }
    [[nodiscard]] QuickCode& merge_field() { return *merge_into_; }
    [[nodiscard]] wxSearchCtrl& filter() { return *filter_; }

  private:
    void lay_out();
    void run(const std::string& action);
    void show_menu();
    void open_editor();
    void close_editor();
    void close_others();
    void merge_into(model::CodeId from, model::CodeId into);
    [[nodiscard]] const model::Code* chosen() const;
    [[nodiscard]] model::CodeId parent_of_new() const;
    void add(const model::Code& code);
    void OnFilterKey(wxKeyEvent& event);
    void OnTreeKey(wxKeyEvent& event);

    Context& context_;
    const Actions& actions_;
    wxSearchCtrl* filter_;
    CodebookTree* tree_;
    PaneQuestion* question_;
    QuickCode* merge_into_;
    CodeEditor* editor_;
    std::vector<base::Connection> connections_;
};

}  // namespace ui
