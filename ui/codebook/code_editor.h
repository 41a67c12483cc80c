// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/checkbox.h>
#include <wx/scrolwin.h>
#include <wx/textctrl.h>

#include <array>
#include <functional>

#include "ui/context/context.h"

namespace ui {

class SwatchRow;

/// Everything about the chosen code in fields: name, colour, when to use it. Leaving a field writes it, as
/// one change; Esc brings back what is in the study, and where nothing was typed closes the editor.
class CodeEditor : public wxScrolledWindow {
  public:
    CodeEditor(wxWindow* parent, Context& context);

    /// Shows the chosen code, unless something else is being typed.
    void show_code();
    /// Writes what was typed, if anything.
    void write();
    void focus_name();
    void focus_colour();
    void on_closed(std::function<void()> closed) { closed_ = std::move(closed); }

    enum Field : std::size_t { kName, kDefinition, kWhen, kWhenNot, kExample, kFields };
    [[nodiscard]] wxTextCtrl& field(Field which) { return *fields_[which]; }
    [[nodiscard]] wxCheckBox& codable() { return *codable_; }
    [[nodiscard]] wxCheckBox& exclusive() { return *exclusive_; }

  private:
    void add_fields();
    void revert();
    void show(const model::Code& code);
    [[nodiscard]] model::Code typed() const;
    [[nodiscard]] bool is_changed() const;
    void write(const model::Code& code);
    void OnKey(wxKeyEvent& event);

    Context& context_;
    model::Code shown_;  ///< as it was when it was put into the fields
    std::array<wxTextCtrl*, kFields> fields_{};
    SwatchRow* colours_;
    wxCheckBox* codable_;
    wxCheckBox* exclusive_;
    std::function<void()> closed_;
    std::vector<base::Connection> connections_;
};

}  // namespace ui
