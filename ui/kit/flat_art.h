// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/aui/auibook.h>
#include <wx/aui/dockart.h>

namespace ui {

/// Captions and borders of panes as quiet as the desktop draws them: a name, a sign to close, hairlines.
class FlatDockArt : public wxAuiDefaultDockArt {
  public:
    FlatDockArt();

    wxAuiDockArt* Clone() override { return new FlatDockArt(*this); }
    void UpdateColoursFromSystem() override;
    void DrawSash(wxDC& dc, wxWindow* window, int orientation, const wxRect& rect) override;
    void DrawBorder(wxDC& dc, wxWindow* window, const wxRect& rect, wxAuiPaneInfo& pane) override;
    void DrawCaption(wxDC& dc, wxWindow* window, const wxString& text, const wxRect& rect,
                     wxAuiPaneInfo& pane) override;
    void DrawPaneButton(wxDC& dc, wxWindow* window, int button, int state, const wxRect& rect,
                        wxAuiPaneInfo& pane) override;
};

/// Tabs likewise: the open one stands on the page's paper below a line of the accent.
class FlatTabArt : public wxAuiGenericTabArt {
  public:
    wxAuiTabArt* Clone() override { return new FlatTabArt(*this); }
    void DrawBorder(wxDC& dc, wxWindow* window, const wxRect& rect) override;
    void DrawBackground(wxDC& dc, wxWindow* window, const wxRect& rect) override;
    void DrawTab(wxDC& dc, wxWindow* window, const wxAuiNotebookPage& page, const wxRect& in, int close_state,
                 wxRect* tab, wxRect* button, int* width) override;
    wxSize GetTabSize(wxDC& dc, wxWindow* window, const wxString& caption, const wxBitmapBundle& bitmap,
                      bool active, int close_state, int* width) override;
    int GetIndentSize() override { return 0; }
};

}  // namespace ui
