// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/choice.h>
#include <wx/panel.h>
#include <wx/srchctrl.h>
#include <wx/tglbtn.h>

#include <functional>
#include <vector>

#include "ui/passages/passage_list.h"

namespace ui {

/// What narrows the passages: words, a star, and in a second row, when asked for, role, triad, attribute and
/// coder.
class PassageFilterRow : public wxPanel {
  public:
    PassageFilterRow(wxWindow* parent, Context& context);

    [[nodiscard]] PassageFilter filter() const;
    void on_changed(std::function<void()> changed) { changed_ = std::move(changed); }
    /// Offers what is in the study now; what was chosen stays, where it is still there.
    void take_choices();

    enum Which : std::size_t { kRole, kTriad, kValue, kCoder, kChoices };
    [[nodiscard]] wxChoice& choice(Which which) { return *choices_[which].control; }
    [[nodiscard]] wxSearchCtrl& words() { return *words_; }
    [[nodiscard]] wxToggleButton& starred() { return *starred_; }
    [[nodiscard]] wxToggleButton& more() { return *more_; }

  private:
    /// Its lines, the first of which leaves all; parallel to them what each asks for.
    struct Choice {
        wxChoice* control = nullptr;
        std::vector<std::function<void(PassageFilter&)>> asks;
    };
    void add(Which which, const std::string& label, std::function<void(PassageFilter&)> ask);
    void add_values();
    void show_more();

    Context& context_;
    wxSearchCtrl* words_;
    wxToggleButton* starred_;
    wxToggleButton* more_;
    wxPanel* second_;
    std::array<Choice, kChoices> choices_;
    std::function<void()> changed_;
};

}  // namespace ui
