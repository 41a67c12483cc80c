// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/choice.h>
#include <wx/dialog.h>

#include <vector>

#include "model/source.h"
#include "ui/context/context.h"
#include "ui/transcript/coding_actions.h"

namespace ui {

/// Says for each label of a source who it is: one of the participants, the interviewer, somebody else.
class SpeakerDialog : public wxDialog {
  public:
    SpeakerDialog(wxWindow* parent, Context& context, const model::Source& source);

    /// Writes what was changed, as one Edit. Returns whether it was done.
    bool write();

  private:
    Context& context_;
    model::Source source_;
    std::vector<wxChoice*> choices_;  ///< parallel to source_.speakers
    std::vector<int> before_;
};

/// Adds what mends speakers in a text: of a turn, of a label, and where turns begin and end.
void add_speaker_actions(Actions& actions, Context& context, const CurrentTranscript& current,
                         wxWindow* frame);

}  // namespace ui
