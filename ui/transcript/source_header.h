// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/choice.h>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <vector>

#include "base/signal.h"
#include "model/coding.h"
#include "model/source.h"
#include "ui/context/context.h"

namespace ui {

/// The head of a transcript: whose interview it is, how far the coder is with it, and the codes that were put
/// on it as a whole.
class SourceHeader : public wxPanel {
  public:
    SourceHeader(wxWindow* parent, Context& context);

    /// Shows a source with its codings as a whole.
    void show(const model::Source& source, const std::vector<model::Coding>& whole);

    /// A code of the whole source was clicked.
    base::Connection on_chosen(base::Signal<model::CodingId>::Slot slot) {
        return chosen_.connect(std::move(slot));
    }

  private:
    void show_people(const model::Source& source);
    void show_whole(const std::vector<model::Coding>& whole);

    Context& context_;
    model::SourceId source_;
    wxPanel* role_;
    wxStaticText* name_;
    wxStaticText* people_;
    wxStaticText* round_;  ///< shown from the second round on
    wxChoice* mark_;
    wxSizer* codes_;
    base::Signal<model::CodingId> chosen_;
};

}  // namespace ui
