// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/panel.h>

#include <functional>
#include <string>
#include <vector>

#include "base/signal.h"
#include "model/ids.h"
#include "text/span.h"
#include "ui/transcript/transcript_text.h"

namespace ui {

/// One coding as it stands beside the text.
struct Stripe {
    model::CodingId coding;
    text::Span span;
    wxColour colour;
    std::string name;  ///< of the code
    std::string by;    ///< the coder's, where several are shown
    std::size_t lane = 0;
};

/// The codings beside a text: a bracket for each, its lane to the right of those that it overlaps, with the
/// code's name at its beginning. Dragging an end of the chosen one moves that end.
class Stripes : public wxPanel {
  public:
    /// More lanes than these are told as a number.
    static constexpr std::size_t kLanes = 12;

    /// `hint_of` says what a mouse that rests on a coding is told.
    Stripes(wxWindow* parent, TranscriptText& text, std::function<std::string(model::CodingId)> hint_of);

    /// In the order of their begin.
    void set_stripes(std::vector<Stripe> stripes);
    void choose(model::CodingId coding);

    base::Connection on_chosen(base::Signal<model::CodingId>::Slot slot) {
        return chosen_signal_.connect(std::move(slot));
    }
    /// A double click, or Enter on it.
    base::Connection on_opened(base::Signal<model::CodingId>::Slot slot) {
        return opened_.connect(std::move(slot));
    }
    /// An end was dragged; the span is snapped to nothing yet.
    base::Connection on_resized(base::Signal<model::CodingId, text::Span>::Slot slot) {
        return resized_.connect(std::move(slot));
    }

    /// The coding whose bracket or name is at a point of this window; for tests and tooltips.
    [[nodiscard]] const Stripe* stripe_at(const wxPoint& point) const;
    /// Where the bracket of a coding was drawn; empty where it is not to be seen.
    [[nodiscard]] wxRect bracket_of(model::CodingId coding) const;

  private:
    /// Where a stripe is drawn, found anew at each painting.
    struct Drawn {
        const Stripe* stripe = nullptr;
        wxRect bracket, name;
    };
    enum class End { none, begin, end };

    void lay_out();
    void place_names(int left);
    static void paint_name(wxDC& dc, const Drawn& drawn);
    void paint();
    void paint_bracket(wxDC& dc, const Drawn& drawn) const;
    [[nodiscard]] End end_at(const wxPoint& point) const;
    void OnMove(wxMouseEvent& event);
    void OnDown(wxMouseEvent& event);
    void OnUp(wxMouseEvent& event);

    TranscriptText& text_;
    std::function<std::string(model::CodingId)> hint_of_;
    std::vector<Stripe> stripes_;
    std::vector<Drawn> drawn_;
    model::CodingId chosen_;
    End dragged_ = End::none;
    int hidden_ = 0;  ///< stripes in sight that have no lane
    base::Connection scrolled_;
    base::Signal<model::CodingId> chosen_signal_, opened_;
    base::Signal<model::CodingId, text::Span> resized_;
};

}  // namespace ui
