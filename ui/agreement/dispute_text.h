// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/scrolwin.h>

#include <optional>
#include <string>
#include <vector>

#include "model/material.h"
#include "text/text.h"

namespace ui {

/// The words of a disagreement with what stands around them, and below each line both coders' passages, one
/// above the other, in the colours of their codes. Words can be selected, by mouse or keys, to be drawn anew.
class DisputeText : public wxScrolledCanvas {
  public:
    /// A coded passage.
    struct Passage {
        std::size_t lane = 0;  ///< 0: the first coder's
        text::Span span;
        std::string colour, code;
    };

    explicit DisputeText(wxWindow* parent);

    /// Shows `around` of the text, with these passages; the lanes have these names.
    void show(std::shared_ptr<const text::Text> text, const text::Span& around, std::vector<Passage> passages,
              std::vector<std::string> lanes);
    void clear();

    [[nodiscard]] std::optional<text::Span> selection() const { return selection_; }
    void select(std::optional<text::Span> span);
    /// Moves an end of the selection to the next (or previous) end of a word.
    void move_end(bool forward);
    void move_begin(bool forward);

    [[nodiscard]] const std::vector<Passage>& passages() const { return passages_; }

  private:
    struct Line {
        text::Span span;
        std::vector<int> edges;  ///< x of each character's left edge, and of the last one's right
        int y = 0;
    };

    void lay_out();
    void paint();
    void paint_line(wxDC& dc, const Line& line) const;
    [[nodiscard]] text::Position position_at(const wxPoint& point) const;
    [[nodiscard]] int x_of(const Line& line, text::Position position) const;
    [[nodiscard]] int lane_height() const;

    std::shared_ptr<const text::Text> text_;
    text::Span around_;
    std::vector<Passage> passages_;
    std::vector<std::string> lanes_;
    std::vector<Line> lines_;
    std::optional<text::Span> selection_;
    text::Position anchor_ = -1;
    int laid_out_for_ = 0;
};

}  // namespace ui
