// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/event.h>

#include <cstdint>
#include <vector>

namespace ui {

class Finding;
class TranscriptView;
class Workspace;

/// Marks the hits of the window's search in the transcripts that are open, also in those that are opened
/// later.
class HitMarks : public wxEvtHandler {
  public:
    HitMarks(Finding& finding, Workspace& workspace, wxWindow* window);

  private:
    void OnIdle(wxIdleEvent& event);

    Finding& finding_;
    Workspace& workspace_;
    std::uint64_t version_ = 0;
    std::vector<TranscriptView*> views_;
};

}  // namespace ui
