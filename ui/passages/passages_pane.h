// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/button.h>
#include <wx/panel.h>
#include <wx/stattext.h>

#include "ui/actions/action.h"
#include "ui/context/context.h"
#include "ui/passages/passage_list.h"

namespace ui {

class PassageBox;
class PassageFilterRow;

/// The passages of the chosen code, or those that somebody asked to see: behind a number of the matrix, say.
class PassagesPane : public wxPanel {
  public:
    PassagesPane(wxWindow* parent, Context& context, const Actions& actions);

    /// The focus goes into the list.
    void SetFocus() override;

    [[nodiscard]] PassageList& list() { return list_; }
    [[nodiscard]] PassageBox& box() { return *box_; }
    [[nodiscard]] PassageFilterRow& filter() { return *filter_; }
    [[nodiscard]] std::string count_line() const;

  private:
    void lay_out();
    void show_code();
    void show_brought(const Passages& passages);
    void show_list();
    void show_title();

    Context& context_;
    PassageList list_;
    std::string brought_title_;
    bool brought_ = false;  ///< a list that came by itself, not of the chosen code
    model::CodeId code_;    ///< whose passages are listed
    wxStaticText* title_;
    wxStaticText* count_;
    wxButton* back_;
    PassageFilterRow* filter_;
    PassageBox* box_;
    std::vector<base::Connection> connections_;
};

}  // namespace ui
