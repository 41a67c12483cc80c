// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/button.h>
#include <wx/panel.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <functional>
#include <string>

namespace ui {

/// A question that a pane asks within itself: a name to type, or a yes to what would be lost. Enter answers,
/// Esc goes away.
class PaneQuestion : public wxPanel {
  public:
    explicit PaneQuestion(wxWindow* parent);

    /// Asks for a text; `take` gets what was typed, never an empty one.
    void ask_text(const std::string& question, const std::string& do_it,
                  std::function<void(const std::string&)> take);
    /// Asks whether to do something; the button says what.
    void ask_whether(const std::string& question, const std::string& do_it, std::function<void()> take);
    void close();
    /// The question was closed, with an answer or without; called before the answer is given.
    void on_closed(std::function<void()> closed) { closed_ = std::move(closed); }

    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] wxTextCtrl& field() { return *field_; }
    [[nodiscard]] wxButton& button() { return *do_it_; }

  private:
    void open(const std::string& question, const std::string& do_it);
    void accept();
    void wrap();

    std::string text_;
    wxStaticText* question_;
    wxTextCtrl* field_;
    wxButton* do_it_;
    wxButton* cancel_;
    std::function<void(const std::string&)> take_;
    std::function<void()> closed_;
};

}  // namespace ui
