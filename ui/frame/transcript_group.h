// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/panel.h>
#include <wx/splitter.h>

#include <vector>

#include "ui/context/context.h"
#include "ui/transcript/transcript_view.h"

namespace ui {

/// Transcripts beside each other, with sashes between them: the interviews of a triad, or one alone.
class TranscriptGroup : public wxPanel {
  public:
    TranscriptGroup(wxWindow* parent, Context& context, const std::vector<model::SourceId>& sources);

    [[nodiscard]] const std::vector<TranscriptView*>& views() const { return views_; }
    /// The one that had the focus last.
    [[nodiscard]] TranscriptView* current() const { return views_.empty() ? nullptr : views_[current_]; }
    [[nodiscard]] TranscriptView* find(model::SourceId source) const;

  private:
    void share_width();

    std::vector<TranscriptView*> views_;
    std::vector<wxSplitterWindow*> sashes_;
    std::size_t current_ = 0;
    int shared_for_ = 0;  ///< the width for which the sashes were set
};

}  // namespace ui
