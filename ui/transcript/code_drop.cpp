// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/code_drop.h"

#include "ui/transcript/coding_actions.h"
#include "ui/transcript/transcript_view.h"

namespace ui {

namespace {

/// The study goes along, for codes may be dragged from one window into another.
std::string name_of(const Context& context, model::CodeId code) {
    return context.study().guid().to_string() + " " + std::to_string(code.value);
}

}  // namespace

const wxDataFormat& CodeData::format() {
    static const wxDataFormat format("application/x-trialogue-code");
    return format;
}

CodeData::CodeData() : wxCustomDataObject(format()) {}

CodeData::CodeData(const Context& context, model::CodeId code) : CodeData() {
    const std::string name = name_of(context, code);
    SetData(name.size(), name.data());
}

model::CodeId CodeData::code(const Context& context) const {
    const std::string name(static_cast<const char*>(GetData()), GetSize());
    for (const auto& code : context.codebook().codes()) {
        if (name == name_of(context, code.id)) return code.id;
    }
    return {};
}

CodeDrop::CodeDrop(Context& context, TranscriptView& view)
    : wxDropTarget(new CodeData), context_(context), view_(view) {}

text::Span CodeDrop::passage_at(const wxPoint& point) const {
    if (!view_.selection().empty()) return view_.passage();
    return view_.sentence_at(view_.words().position_at(point));
}

wxDragResult CodeDrop::OnEnter(wxCoord x, wxCoord y, wxDragResult result) {
    return OnDragOver(x, y, result);
}

wxDragResult CodeDrop::OnDragOver(wxCoord x, wxCoord y, wxDragResult) {
    view_.words().set_frame(passage_at({x, y}));
    return wxDragCopy;
}

void CodeDrop::OnLeave() {
    const auto* chosen = view_.chosen();
    view_.choose(chosen == nullptr ? model::CodingId{} : chosen->id);
}

wxDragResult CodeDrop::OnData(wxCoord x, wxCoord y, wxDragResult) {
    OnLeave();
    if (!GetData()) return wxDragError;
    const auto code = static_cast<CodeData*>(GetDataObject())->code(context_);
    if (!code) return wxDragNone;
    // The drag has to be over before the window changes.
    view_.CallAfter([&context = context_, &view = view_, span = passage_at({x, y}), code] {
        code_passage(context, view, span, code);
    });
    return wxDragCopy;
}

}  // namespace ui
