// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/flat_art.h"

#include <wx/dcclient.h>
#include <wx/settings.h>

#include "ui/kit/theme.h"

namespace ui {

namespace {

constexpr int kCaption = 28, kSash = 5, kButton = 22, kPadding = 10, kAccent = 3;  ///< in DIPs

wxColour face() {
    return wxSystemSettings::GetColour(wxSYS_COLOUR_BTNFACE);
}

wxColour face_ink() {
    return wxSystemSettings::GetColour(wxSYS_COLOUR_BTNTEXT);
}

void fill(wxDC& dc, const wxRect& rect, const wxColour& with) {
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(with);
    dc.DrawRectangle(rect);
}

/// A cross to close, in the middle of a rectangle; lit where the pointer is.
void draw_cross(wxDC& dc, const wxWindow& window, const wxRect& rect, int state) {
    if ((state & (wxAUI_BUTTON_STATE_HOVER | wxAUI_BUTTON_STATE_PRESSED)) != 0)
        fill(dc, rect, blended(face_ink(), face(), 0.15));
    const int arm = window.FromDIP(4);
    const wxPoint middle(rect.x + rect.width / 2, rect.y + rect.height / 2);
    dc.SetPen(wxPen(blended(face_ink(), face(), 0.7), std::max(1, window.FromDIP(1))));
    dc.DrawLine(middle.x - arm, middle.y - arm, middle.x + arm + 1, middle.y + arm + 1);
    dc.DrawLine(middle.x - arm, middle.y + arm, middle.x + arm + 1, middle.y - arm - 1);
}

}  // namespace

FlatDockArt::FlatDockArt() {
    FlatDockArt::UpdateColoursFromSystem();
    SetMetric(wxAUI_DOCKART_CAPTION_SIZE, wxWindow::FromDIP(kCaption, nullptr));
    SetMetric(wxAUI_DOCKART_SASH_SIZE, wxWindow::FromDIP(kSash, nullptr));
    SetMetric(wxAUI_DOCKART_PANE_BUTTON_SIZE, wxWindow::FromDIP(kButton, nullptr));
    SetMetric(wxAUI_DOCKART_PANE_BORDER_SIZE, 0);
    SetFont(wxAUI_DOCKART_CAPTION_FONT, wxSystemSettings::GetFont(wxSYS_DEFAULT_GUI_FONT).MakeBold());
}

void FlatDockArt::UpdateColoursFromSystem() {
    wxAuiDefaultDockArt::UpdateColoursFromSystem();
    SetColour(wxAUI_DOCKART_BACKGROUND_COLOUR, face());
}

void FlatDockArt::DrawSash(wxDC& dc, wxWindow*, int orientation, const wxRect& rect) {
    fill(dc, rect, face());
    dc.SetPen(wxPen(colour(Shade::rule)));
    if (orientation == wxVERTICAL) {
        const int x = rect.x + rect.width / 2;
        dc.DrawLine(x, rect.y, x, rect.GetBottom() + 1);
    } else {
        const int y = rect.y + rect.height / 2;
        dc.DrawLine(rect.x, y, rect.GetRight() + 1, y);
    }
}

void FlatDockArt::DrawBorder(wxDC&, wxWindow*, const wxRect&, wxAuiPaneInfo&) {}

void FlatDockArt::DrawCaption(wxDC& dc, wxWindow* window, const wxString& text, const wxRect& rect,
                              wxAuiPaneInfo& pane) {
    fill(dc, rect, face());
    dc.SetFont(m_captionFont);
    dc.SetTextForeground(face_ink());
    const int left = window->FromDIP(kPadding);
    const int buttons =
        (pane.HasCloseButton() ? m_buttonSize : 0) + (pane.HasMaximizeButton() ? m_buttonSize : 0);
    const int room = rect.width - left - buttons;
    const wxString shown = wxControl::Ellipsize(text, dc, wxELLIPSIZE_END, std::max(0, room));
    dc.DrawText(shown, rect.x + left, rect.y + (rect.height - dc.GetTextExtent(shown).y) / 2);
}

void FlatDockArt::DrawPaneButton(wxDC& dc, wxWindow* window, int button, int state, const wxRect& rect,
                                 wxAuiPaneInfo& pane) {
    if (button == wxAUI_BUTTON_CLOSE) {
        const int side = window->FromDIP(kButton) - window->FromDIP(2);
        draw_cross(dc, *window, wxRect(rect.x, rect.y + (rect.height - side) / 2, side, side), state);
    } else {
        wxAuiDefaultDockArt::DrawPaneButton(dc, window, button, state, rect, pane);
    }
}

void FlatTabArt::DrawBorder(wxDC&, wxWindow*, const wxRect&) {}

void FlatTabArt::DrawBackground(wxDC& dc, wxWindow*, const wxRect& rect) {
    fill(dc, rect, face());
    dc.SetPen(wxPen(colour(Shade::rule)));
    dc.DrawLine(rect.x, rect.GetBottom(), rect.GetRight() + 1, rect.GetBottom());
}

wxSize FlatTabArt::GetTabSize(wxDC& dc, wxWindow* window, const wxString& caption, const wxBitmapBundle&,
                              bool, int, int* width) {
    // As wide open as closed, so that tabs stay where they are when another is chosen.
    dc.SetFont(m_selectedFont);
    const wxSize text = dc.GetTextExtent(caption);
    *width = text.x + 2 * window->FromDIP(kPadding) + window->FromDIP(kButton);
    return {*width, text.y + 2 * window->FromDIP(8)};
}

void FlatTabArt::DrawTab(wxDC& dc, wxWindow* window, const wxAuiNotebookPage& page, const wxRect& in,
                         int close_state, wxRect* tab, wxRect* button, int* width) {
    const wxSize size = GetTabSize(dc, window, page.caption, page.bitmap, page.active, close_state, width);
    *tab = wxRect(in.x, in.y, size.x, in.height);
    const wxDCClipper clip(dc, tab->Intersect(in));
    if (page.active) {
        fill(dc, *tab, colour(Shade::paper));
        fill(dc, wxRect(tab->x, tab->y, tab->width, window->FromDIP(kAccent)), colour(Shade::accent));
    }
    dc.SetPen(wxPen(colour(Shade::rule)));
    dc.DrawLine(tab->GetRight(), tab->y, tab->GetRight(), tab->GetBottom() + 1);
    dc.SetFont(page.active ? m_selectedFont : m_normalFont);
    dc.SetTextForeground(page.active ? colour(Shade::ink) : blended(face_ink(), face(), 0.75));
    dc.DrawText(page.caption, tab->x + window->FromDIP(kPadding),
                tab->y + (tab->height - dc.GetTextExtent(page.caption).y) / 2);
    const int side = window->FromDIP(18);
    *button =
        wxRect(tab->GetRight() - side - window->FromDIP(5), tab->y + (tab->height - side) / 2, side, side);
    draw_cross(dc, *window, *button, close_state);
}

}  // namespace ui
