// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/panel.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/vlbox.h>

#include <functional>
#include <string>
#include <vector>

#include "ui/context/context.h"

namespace ui {

/// Codes that a typed text may mean, best first: by the beginning of a word of the name, then of the path,
/// then anywhere; recent codes go before others of the same rank. Without text the recent ones, then all.
[[nodiscard]] std::vector<model::CodeId> matching_codes(const model::Codebook& codebook,
                                                        const std::vector<model::CodeId>& recent,
                                                        const std::string& typed);

/// The field in which a code is typed: a few letters, Enter. It stands below the text, so that the passage
/// stays in sight.
class QuickCode : public wxPanel {
  public:
    QuickCode(wxWindow* parent, Context& context);

    /// Opens the field for one answer. `take` gets the code; `make` gets the typed name where there is no
    /// such code and the user wants it, and may be empty where none can be made.
    void ask(const std::string& question, std::function<void(model::CodeId)> take,
             std::function<void(const std::string&)> make);
    void close();
    /// The field was closed, with an answer or without; called before the answer is given.
    void on_closed(std::function<void()> closed) { closed_ = std::move(closed); }

    [[nodiscard]] wxTextCtrl& field() { return *field_; }

  private:
    class List;

    void fill();
    void accept();
    void move(int by);
    void OnKey(wxKeyEvent& event);

    Context& context_;
    wxStaticText* question_;
    wxTextCtrl* field_;
    List* list_;
    std::vector<model::CodeId> codes_;
    bool can_make_ = false;  ///< the last line offers to make the code that was typed
    std::function<void(model::CodeId)> take_;
    std::function<void(const std::string&)> make_;
    std::function<void()> closed_;
};

}  // namespace ui
