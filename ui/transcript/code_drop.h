// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/dataobj.h>
#include <wx/dnd.h>

#include <optional>

#include "model/ids.h"
#include "ui/context/context.h"

namespace ui {

class TranscriptView;

/// A code of one study on its way to a text or to another place in the codebook.
class CodeData : public wxCustomDataObject {
  public:
    [[nodiscard]] static const wxDataFormat& format();

    CodeData();
    CodeData(const Context& context, model::CodeId code);

    /// The code, where it is one of this study.
    [[nodiscard]] model::CodeId code(const Context& context) const;
};

/// Takes a code that is dropped on a transcript: it goes on the selection, or else on the sentence below the
/// mouse, which is framed meanwhile.
class CodeDrop : public wxDropTarget {
  public:
    CodeDrop(Context& context, TranscriptView& view);

    wxDragResult OnEnter(wxCoord x, wxCoord y, wxDragResult result) override;
    wxDragResult OnDragOver(wxCoord x, wxCoord y, wxDragResult result) override;
    void OnLeave() override;
    wxDragResult OnData(wxCoord x, wxCoord y, wxDragResult result) override;

  private:
    [[nodiscard]] text::Span passage_at(const wxPoint& point) const;

    Context& context_;
    TranscriptView& view_;
};

}  // namespace ui
