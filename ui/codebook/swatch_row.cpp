// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/codebook/swatch_row.h"

#include <wx/colordlg.h>
#include <wx/dcbuffer.h>

#include <algorithm>
#include <array>

#include "base/translate.h"
#include "ui/kit/accessible.h"
#include "ui/kit/theme.h"
#include "ui/kit/words.h"

namespace ui {

namespace {

/// Of about the same lightness, so that no code shouts.
constexpr std::array kColours{"#d9776f", "#e2a183", "#d3a969", "#e2d783", "#91c96b", "#69d383",
                              "#5fc9b8", "#69a5d3", "#83a0e2", "#a58de4", "#cf83e2", "#d97dae"};
constexpr std::size_t kOther = kColours.size();
constexpr std::size_t kPlaces = kColours.size() + 1;
constexpr int kSide = 16, kGap = 5;

}  // namespace

SwatchRow::SwatchRow(wxWindow* parent)
    : wxControl(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE | wxWANTS_CHARS) {
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    describe(*this, wx(base::tr("Colour")), wx(base::tr("Arrow keys move, Space chooses")));
    SetToolTip(wx(base::tr("The last place opens more colours")));
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
    Bind(wxEVT_KEY_DOWN, &SwatchRow::OnKey, this);
    Bind(wxEVT_LEFT_DOWN, [this](wxMouseEvent& event) {
        SetFocus();
        for (std::size_t i = 0; i < kPlaces; ++i) {
            if (place_of(i).Inflate(FromDIP(kGap) / 2).Contains(event.GetPosition())) choose(i);
        }
    });
    for (const auto& focus : {wxEVT_SET_FOCUS, wxEVT_KILL_FOCUS}) {
        Bind(focus, [this](wxFocusEvent& event) {
            Refresh();
            event.Skip();
        });
    }
}

void SwatchRow::show(const std::string& colour) {
    colour_ = colour;
    const auto found = std::find(kColours.begin(), kColours.end(), colour);
    at_ = static_cast<std::size_t>(found - kColours.begin());
    Refresh();
}

wxRect SwatchRow::place_of(std::size_t swatch) const {
    const int step = FromDIP(kSide + kGap);
    const int per_line = std::max(1, (GetClientSize().x - FromDIP(kGap)) / step);
    const int n = static_cast<int>(swatch);
    return {FromDIP(kGap) + n % per_line * step, FromDIP(kGap) + n / per_line * step, FromDIP(kSide),
            FromDIP(kSide)};
}

wxSize SwatchRow::DoGetBestClientSize() const {
    const int step = FromDIP(kSide + kGap);
    return {step * 7 + FromDIP(kGap), 2 * step + FromDIP(kGap)};
}

void SwatchRow::paint() {
    wxAutoBufferedPaintDC dc(this);
    dc.SetBackground(wxBrush(GetParent()->GetBackgroundColour()));
    dc.Clear();
    for (std::size_t i = 0; i < kPlaces; ++i) {
        const wxRect place = place_of(i);
        const bool strange = i == kOther && at_ == kOther && !colour_.empty();
        dc.SetPen(*wxTRANSPARENT_PEN);
        if (i < kOther || strange) {
            dc.SetBrush(wxBrush(bar_colour(strange ? colour_ : kColours[i])));
            dc.DrawRoundedRectangle(place, FromDIP(3));
        } else {
            dc.SetPen(wxPen(colour(Shade::quiet_ink)));
            dc.SetBrush(*wxTRANSPARENT_BRUSH);
            dc.DrawRoundedRectangle(place, FromDIP(3));
            dc.SetTextForeground(colour(Shade::quiet_ink));
            const wxString more = wx("…");
            const wxSize size = dc.GetTextExtent(more);
            dc.DrawText(more, place.x + (place.width - size.x) / 2,
                        place.y + (place.height - size.y) / 2 - FromDIP(2));
        }
        const bool is_chosen = i < kOther ? colour_ == kColours[i] : strange;
        dc.SetBrush(*wxTRANSPARENT_BRUSH);
        if (is_chosen) {
            dc.SetPen(wxPen(colour(Shade::ink), FromDIP(2)));
            dc.DrawRoundedRectangle(wxRect(place).Inflate(FromDIP(2)), FromDIP(4));
        }
        if (i == at_ && HasFocus()) {
            dc.SetPen(wxPen(colour(Shade::accent), 1, wxPENSTYLE_DOT));
            dc.DrawRectangle(wxRect(place).Inflate(FromDIP(4)));
        }
    }
}

void SwatchRow::choose(std::size_t swatch) {
    at_ = swatch;
    if (swatch == kOther) {
        ask_for_other();
    } else {
        colour_ = kColours[swatch];
        if (chosen_) chosen_(colour_);
    }
    Refresh();
}

void SwatchRow::ask_for_other() {
    wxColourData data;
    if (const wxColour now(wx(colour_)); now.IsOk()) data.SetColour(now);
    wxColourDialog dialog(wxGetTopLevelParent(this), &data);
    if (dialog.ShowModal() != wxID_OK) return;
    show(utf8(dialog.GetColourData().GetColour().GetAsString(wxC2S_HTML_SYNTAX).Lower()));
    if (chosen_) chosen_(colour_);
}

void SwatchRow::OnKey(wxKeyEvent& event) {
    const int by = event.GetKeyCode() == WXK_RIGHT ? 1 : event.GetKeyCode() == WXK_LEFT ? -1 : 0;
    if (by != 0) {
        at_ = static_cast<std::size_t>(
            std::clamp(static_cast<int>(at_) + by, 0, static_cast<int>(kPlaces) - 1));
        Refresh();
    } else if (event.GetKeyCode() == WXK_SPACE || event.GetKeyCode() == WXK_RETURN) {
        choose(at_);
    } else if (event.GetKeyCode() == WXK_TAB) {
        Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward);
    } else {
        event.Skip();
    }
}

}  // namespace ui
