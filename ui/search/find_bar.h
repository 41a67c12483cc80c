// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/button.h>
#include <wx/panel.h>
#include <wx/stattext.h>

#include <functional>
#include <string>
#include <vector>

#include "base/signal.h"

namespace ui {

class Finding;
class QueryField;
class TranscriptView;

/// The slim bar above a text in which words of that text are looked for (Ctrl+F).
class FindBar : public wxPanel {
  public:
    /// `widen` takes the query to the whole study.
    FindBar(TranscriptView& view, Finding& finding, std::function<void()> widen);

    /// Shows the bar and puts the focus into it; with a query, looks for that.
    void open(const std::string& query);
    void close();
    /// Goes to the next or previous hit; the focus stays where it is.
    void step(bool forward);

    [[nodiscard]] QueryField& field() { return *field_; }
    [[nodiscard]] std::string count() const;

  private:
    void ask();
    /// Whether the window's search is this bar's.
    [[nodiscard]] bool is_mine() const;
    void show_count();

    TranscriptView& view_;
    Finding& finding_;
    QueryField* field_;
    wxStaticText* count_;
    std::vector<base::Connection> connections_;
};

}  // namespace ui
