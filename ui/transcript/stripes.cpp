// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/stripes.h"

#include <fmt/format.h>
#include <wx/dcbuffer.h>

#include <algorithm>

#include "base/translate.h"
#include "ui/kit/accessible.h"
#include "ui/kit/theme.h"
#include "ui/kit/words.h"

namespace ui {

namespace {

constexpr int kLaneWidth = 9;
constexpr int kBar = 4;
constexpr int kLeft = 6;
constexpr int kNear = 5;  ///< pixels by which an end may be missed

}  // namespace

Stripes::Stripes(wxWindow* parent, TranscriptText& text, std::function<std::string(model::CodingId)> hint_of)
    : wxPanel(parent), text_(text), hint_of_(std::move(hint_of)) {
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    describe(*this, wx(base::tr("Codings beside the text")));
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
    Bind(wxEVT_MOTION, &Stripes::OnMove, this);
    Bind(wxEVT_LEFT_DOWN, &Stripes::OnDown, this);
    Bind(wxEVT_LEFT_UP, &Stripes::OnUp, this);
    Bind(wxEVT_LEFT_DCLICK, [this](wxMouseEvent& event) {
        if (const auto* stripe = stripe_at(event.GetPosition())) opened_(stripe->coding);
    });
    Bind(wxEVT_MOUSE_CAPTURE_LOST, [this](wxMouseCaptureLostEvent&) { dragged_ = End::none; });
    Bind(wxEVT_MOUSEWHEEL, [this](wxMouseEvent& event) {
        event.ResumePropagation(1);
        text_.window().GetEventHandler()->ProcessEvent(event);
    });
    scrolled_ = text_.on_scrolled([this] { Refresh(); });
}

void Stripes::set_stripes(std::vector<Stripe> stripes) {
    stripes_ = std::move(stripes);
    drawn_.clear();
    Refresh();
}

void Stripes::choose(model::CodingId coding) {
    chosen_ = coding;
    Refresh();
}

void Stripes::lay_out() {
    drawn_.clear();
    hidden_ = 0;
    const auto visible = text_.visible();
    const int height = GetClientSize().y;
    std::size_t lanes = 0;
    for (const auto& stripe : stripes_) {
        if (stripe.span.begin >= visible.end) break;
        if (stripe.span.end <= visible.begin) continue;
        if (stripe.lane >= kLanes) {
            ++hidden_;
            continue;
        }
        lanes = std::max(lanes, stripe.lane + 1);
        const int line = text_.line_height();
        const int top = stripe.span.begin < visible.begin ? -2 * line : text_.y_of(stripe.span.begin) + 2;
        const int bottom =
            stripe.span.end >= visible.end ? height + line : text_.y_of(stripe.span.end - 1) + line - 2;
        const int left = FromDIP(kLeft + static_cast<int>(stripe.lane) * kLaneWidth);
        drawn_.push_back({&stripe, wxRect(left, top, FromDIP(kLaneWidth), std::max(4, bottom - top)), {}});
    }
    place_names(FromDIP(kLeft + static_cast<int>(lanes) * kLaneWidth + 4));
}

void Stripes::place_names(int left) {
    const int line = GetCharHeight() + FromDIP(2);
    const int width = GetClientSize().x - left - FromDIP(4);
    int free_from = 0;
    for (auto& drawn : drawn_) {
        const int wanted = std::max(drawn.bracket.y - 1, 0);
        const int y = std::max(wanted, free_from);
        // A name that would stand below its passage says nothing; resting the mouse on the bar names it.
        if (width < FromDIP(24) || y + line > std::max(drawn.bracket.GetBottom(), wanted + line) + line)
            continue;
        drawn.name = wxRect(left, y, width, line);
        free_from = y + line;
    }
}

void Stripes::paint() {
    wxAutoBufferedPaintDC dc(this);
    dc.SetBackground(wxBrush(colour(Shade::paper)));
    dc.Clear();
    lay_out();
    dc.SetFont(GetFont());
    for (const auto& drawn : drawn_) {
        paint_bracket(dc, drawn);
        if (drawn.name.IsEmpty()) continue;
        const bool chosen = drawn.stripe->coding == chosen_;
        dc.SetTextForeground(colour(chosen ? Shade::accent : Shade::ink));
        wxFont font = GetFont();
        if (chosen) font.MakeBold();
        dc.SetFont(font);
        paint_name(dc, drawn);
    }
    if (hidden_ > 0) {
        const wxString more = wxString::Format("+%d", hidden_);
        const wxSize size = dc.GetTextExtent(more);
        dc.SetTextForeground(colour(Shade::quiet_ink));
        dc.DrawText(more, GetClientSize().x - size.x - 4, GetClientSize().y - size.y - 4);
    }
}

/// Where there is too little room the code's name is cut, not who gave it: that is what tells several codings
/// of one passage apart.
void Stripes::paint_name(wxDC& dc, const Drawn& drawn) {
    const auto cut = [&](const wxString& words, int room) {
        return wxControl::Ellipsize(words, dc, wxELLIPSIZE_END, room, wxELLIPSIZE_FLAGS_NONE);
    };
    const auto& stripe = *drawn.stripe;
    const wxString by = stripe.by.empty() ? wxString() : wx(fmt::format(" ({})", stripe.by));
    const int room = drawn.name.width - dc.GetTextExtent(by).x;
    const wxString words = room > drawn.name.width / 3 ? cut(wx(stripe.name), room) + by
                                                       : cut(wx(stripe.name) + by, drawn.name.width);
    dc.DrawText(words, drawn.name.GetTopLeft());
}

void Stripes::paint_bracket(wxDC& dc, const Drawn& drawn) const {
    const bool chosen = drawn.stripe->coding == chosen_;
    const int bar = FromDIP(chosen ? kBar + 2 : kBar);
    const wxRect& at = drawn.bracket;
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(wxBrush(drawn.stripe->colour));
    dc.DrawRectangle(at.x, at.y, bar, at.height);
    const int foot = FromDIP(kLaneWidth - 2);
    dc.DrawRectangle(at.x, at.y, foot, FromDIP(2));
    dc.DrawRectangle(at.x, at.GetBottom() - FromDIP(2) + 1, foot, FromDIP(2));
}

const Stripe* Stripes::stripe_at(const wxPoint& point) const {
    const Drawn* found = nullptr;
    for (const auto& drawn : drawn_) {
        if (!drawn.bracket.Contains(point) && !drawn.name.Contains(point)) continue;
        // Of several that meet here the shortest is meant: the longer ones can be had elsewhere.
        if (found == nullptr || drawn.stripe->span.length() < found->stripe->span.length()) found = &drawn;
    }
    return found == nullptr ? nullptr : found->stripe;
}

wxRect Stripes::bracket_of(model::CodingId coding) const {
    for (const auto& drawn : drawn_) {
        if (drawn.stripe->coding == coding) return drawn.bracket;
    }
    return {};
}

Stripes::End Stripes::end_at(const wxPoint& point) const {
    const wxRect bracket = bracket_of(chosen_);
    if (bracket.IsEmpty() || point.x < bracket.x - kNear || point.x > bracket.GetRight() + kNear)
        return End::none;
    if (std::abs(point.y - bracket.GetBottom()) <= FromDIP(kNear)) return End::end;
    if (std::abs(point.y - bracket.GetTop()) <= FromDIP(kNear)) return End::begin;
    return End::none;
}

void Stripes::OnMove(wxMouseEvent& event) {
    const wxPoint point = event.GetPosition();
    if (dragged_ != End::none) return;
    SetCursor(end_at(point) != End::none ? wxCursor(wxCURSOR_SIZENS) : wxNullCursor);
    const Stripe* stripe = stripe_at(point);
    const wxString hint = stripe == nullptr ? wxString() : wx(hint_of_(stripe->coding));
    if (hint != GetToolTipText()) SetToolTip(hint);
}

void Stripes::OnDown(wxMouseEvent& event) {
    dragged_ = end_at(event.GetPosition());
    if (dragged_ != End::none) {
        CaptureMouse();
        return;
    }
    if (const Stripe* stripe = stripe_at(event.GetPosition())) chosen_signal_(stripe->coding);
}

void Stripes::OnUp(wxMouseEvent& event) {
    if (dragged_ == End::none) return;
    const End end = std::exchange(dragged_, End::none);
    if (HasCapture()) ReleaseMouse();
    // Dragged over the text the point says the character; beside it, the line.
    const wxPoint in_text = text_.window().ScreenToClient(ClientToScreen(event.GetPosition()));
    const auto position = text_.position_at(in_text);
    const auto stripe = std::find_if(stripes_.begin(), stripes_.end(),
                                     [this](const Stripe& one) { return one.coding == chosen_; });
    if (stripe == stripes_.end()) return;
    text::Span span = stripe->span;
    (end == End::begin ? span.begin : span.end) = position;
    if (!span.empty() && span != stripe->span) resized_(stripe->coding, span);
}

}  // namespace ui
