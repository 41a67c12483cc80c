// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/vlbox.h>

#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "ui/actions/action.h"
#include "ui/passages/passage_list.h"

namespace ui {

/// Passages below each other: who says it where, the words with what stands around them, and which other
/// codes stand on them. A click shows the passage in its text and stays here; a double click and Enter go
/// there.
class PassageBox : public wxVListBox {
  public:
    PassageBox(wxWindow* parent, Context& context, const Actions& actions, PassageList& list);

    /// The list has changed; what was selected stays so.
    void take();
    [[nodiscard]] std::vector<std::size_t> selected() const;
    /// What somebody hears of the selected passages who cannot see them.
    [[nodiscard]] std::string spoken();
    [[nodiscard]] bool first_is_starred() const;
    void copy();
    void star();
    void go(bool stay);

  private:
    /// The words of a passage on lines.
    struct Setting {
        int width = 0;
        wxString words;                  ///< with what stands around
        std::size_t begin = 0, end = 0;  ///< the passage within
        std::vector<std::pair<std::size_t, std::size_t>> lines;
        bool cut = false;  ///< there is more than fits
    };

    [[nodiscard]] const Setting& setting(std::size_t n) const;
    [[nodiscard]] int inner_width() const;
    /// What stands behind the name at the head: role, source, turn, coder.
    [[nodiscard]] std::vector<std::string> rest_of(const report::Passage& passage) const;
    void draw_head(wxDC& dc, const wxRect& rect, const PassageEntry& entry) const;
    void draw_words(wxDC& dc, const wxRect& rect, const Setting& setting) const;
    void draw_overlaps(wxDC& dc, const wxRect& rect, const PassageEntry& entry) const;
    void OnDrawItem(wxDC& dc, const wxRect& rect, std::size_t n) const override;
    void OnDrawBackground(wxDC& dc, const wxRect& rect, std::size_t n) const override;
    wxCoord OnMeasureItem(std::size_t n) const override;
    void speak();
    void OnKey(wxKeyEvent& event);

    Context& context_;
    const Actions& actions_;
    PassageList& list_;
    mutable std::unordered_map<model::CodingId, Setting> settings_;
    model::CodingId kept_;  ///< the selected one, over changes
};

}  // namespace ui
