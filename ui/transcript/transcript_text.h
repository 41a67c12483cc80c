// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/colour.h>
#include <wx/gdicmn.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/signal.h"
#include "text/span.h"
#include "text/text.h"

class wxStyledTextCtrl;
class wxWindow;

namespace ui {

/// How a stretch of a transcript is written.
enum class TextStyle { speech, interviewer, label, time };

/// From here on the text is in that style, until the next.
struct StyleChange {
    text::Position begin = 0;
    TextStyle style = TextStyle::speech;
};

/// A small note in the margin, beside the line of a position.
struct MarginNote {
    text::Position position = 0;
    std::string note;
};

/// A light colour behind characters. Tints of one lane do not overlap; those of several are blended.
struct Tint {
    text::Span span;
    wxColour colour;
    std::size_t lane = 0;
};

/// A text that is read and selected, never changed: all that the rest of the window knows of Scintilla. It
/// speaks in code points; points are in pixels of its window.
class TranscriptText {
  public:
    /// As many lanes of tints are drawn; further ones are left to the stripes.
    static constexpr std::size_t kLanes = 24;

    explicit TranscriptText(wxWindow* parent);

    [[nodiscard]] wxWindow& window();

    void show(std::shared_ptr<const text::Text> text, const std::vector<StyleChange>& styles,
              const std::vector<MarginNote>& notes);
    /// Only what differs from the tints that are shown is drawn again.
    void set_tints(std::vector<Tint> tints);
    /// Marks what a search found; ordered by begin.
    void set_hits(std::vector<text::Span> hits);
    [[nodiscard]] const std::vector<text::Span>& hits() const { return hits_; }
    /// Frames one passage; nothing: none.
    void set_frame(const std::optional<text::Span>& span);

    [[nodiscard]] text::Span selection() const;
    /// Selects and shows it; the end without Shift is its end.
    void select(const text::Span& span);
    /// Scrolls as little as needed, with some lines around it.
    void reveal(const text::Span& span);

    /// The characters of the lines that can be seen.
    [[nodiscard]] text::Span visible() const;
    /// The upper edge of the line in which a position stands; may lie outside the window.
    [[nodiscard]] int y_of(text::Position position) const;
    [[nodiscard]] int line_height() const;
    [[nodiscard]] text::Position position_at(const wxPoint& point) const;
    /// Where the character at a position is drawn.
    [[nodiscard]] wxPoint point_of(text::Position position) const;

    /// Points that are added to the size of the letters.
    [[nodiscard]] int zoom() const;
    void set_zoom(int zoom);
    /// Pixels between two lines, beside the letters' own height.
    void set_line_spacing(int pixels);
    /// The width in which about `characters` fit, with margins.
    [[nodiscard]] int width_for(int characters) const;
    /// Takes colours and fonts of the desktop's theme.
    void apply_theme();

    /// The first line in the window, counted as wrapped; for coming back to it.
    [[nodiscard]] int first_line() const;
    void set_first_line(int line);

    /// The visible part has moved, or the text was laid out anew.
    base::Connection on_scrolled(base::Signal<>::Slot slot) { return scrolled_.connect(std::move(slot)); }
    base::Connection on_selected(base::Signal<>::Slot slot) { return selected_.connect(std::move(slot)); }
    /// Clicked without selecting.
    base::Connection on_clicked(base::Signal<text::Position>::Slot slot) {
        return clicked_.connect(std::move(slot));
    }

  private:
    [[nodiscard]] int byte_of(text::Position position) const;
    [[nodiscard]] text::Position position_of(int byte) const;
    void write_styles(const std::vector<StyleChange>& styles);
    void write_notes(const std::vector<MarginNote>& notes);
    void fill(const Tint& tint);

    wxStyledTextCtrl* control_;
    std::shared_ptr<const text::Text> text_;
    std::vector<Tint> tints_;
    std::vector<text::Span> hits_;
    std::optional<text::Span> frame_;
    base::Signal<> scrolled_, selected_;
    base::Signal<text::Position> clicked_;
};

}  // namespace ui
