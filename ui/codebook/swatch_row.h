// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/control.h>

#include <functional>
#include <string>

namespace ui {

/// Colours to choose from, side by side: by mouse, or by the arrow keys and Space. The last place opens the
/// desktop's own choice of colours.
class SwatchRow : public wxControl {
  public:
    explicit SwatchRow(wxWindow* parent);

    /// The colour that is chosen, "#rrggbb" or empty; one that is not in the row is shown at its end.
    void show(const std::string& colour);
    void on_chosen(std::function<void(const std::string&)> chosen) { chosen_ = std::move(chosen); }

    [[nodiscard]] wxRect place_of(std::size_t swatch) const;

  protected:
    wxSize DoGetBestClientSize() const override;
    bool HasTransparentBackground() override { return true; }

  private:
    void paint();
    void choose(std::size_t swatch);
    void ask_for_other();
    void OnKey(wxKeyEvent& event);

    std::string colour_;
    std::size_t at_ = 0;  ///< where the keys stand
    std::function<void(const std::string&)> chosen_;
};

}  // namespace ui
