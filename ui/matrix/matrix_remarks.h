// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/scrolwin.h>
#include <wx/stattext.h>

#include <functional>
#include <string>
#include <vector>

namespace ui {

/// What a reader of the matrix must know, below it: sentences, and warnings that lead to what they warn of.
class MatrixRemarks : public wxScrolledWindow {
  public:
    struct Warning {
        std::string sentence;
        std::function<void()> follow;
    };
    explicit MatrixRemarks(wxWindow* parent);

    void show(const std::vector<std::string>& sentences, std::vector<Warning> warnings);
    [[nodiscard]] const std::vector<Warning>& warnings() const { return warnings_; }

  private:
    void lay_out();

    wxStaticText* words_;
    std::string text_;
    std::vector<Warning> warnings_;
    std::vector<wxWindow*> links_;
};

}  // namespace ui
