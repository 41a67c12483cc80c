// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/edit_actions.h"

#include <wx/clipbrd.h>
#include <wx/msgdlg.h>
#include <wx/textctrl.h>

#include "base/translate.h"
#include "report/history/sentence.h"
#include "report/passages/quotation.h"
#include "study/history.h"
#include "ui/kit/words.h"
#include "ui/transcript/transcript_view.h"

namespace ui {

namespace {

using base::msg;
using base::say;
using base::tr;

/// The field in which somebody types, or none.
wxTextEntry* typed_field() {
    return dynamic_cast<wxTextEntry*>(wxWindow::FindFocus());
}

std::optional<base::Guid> asker(const Context& context) {
    const auto coder = context.coder();
    return coder ? std::optional(coder->guid) : std::nullopt;
}

std::string sentence_of(Context& context, const study::Step& step) {
    const auto newest = study::History(context.study()).newest(context.study().revision());
    for (const auto& revision : newest) {
        if (revision.n == step.revisions.front()) {
            return report::HistorySentences(context.study()).sentence(revision);
        }
    }
    return step.verb;
}

/// Asks before it goes back beyond this session: what was done today is not what was done last week.
bool may_cross(Context& context, const study::Step& step, wxWindow* frame) {
    if (step.session == context.study().session()) return true;
    return wxMessageBox(wx(say("This was done in an earlier session: {}", sentence_of(context, step))) +
                            "\n" + wx(tr("Take it back?")),
                        wx(tr("Undo")), wxYES_NO | wxICON_QUESTION, frame) == wxYES;
}

void undo(Context& context, wxWindow* frame) {
    if (auto* field = typed_field(); field != nullptr && field->CanUndo()) {
        field->Undo();
        return;
    }
    const auto step = study::History(context.study()).undoable();
    if (!step) {
        context.say(tr("There is nothing to undo."));
        return;
    }
    if (!may_cross(context, *step, frame)) return;
    context.attempt([&] { study::History(context.study()).undo(asker(context)); });
}

void redo(Context& context) {
    if (auto* field = typed_field(); field != nullptr && field->CanRedo()) {
        field->Redo();
        return;
    }
    context.attempt([&] { study::History(context.study()).redo(asker(context)); });
}

/// Whether the view that has the focus has something of its own to copy, and did.
bool copied_by_view() {
    wxWindow* focus = wxWindow::FindFocus();
    if (focus == nullptr) return false;
    wxClipboardTextEvent event(wxEVT_TEXT_COPY, focus->GetId());
    event.SetEventObject(focus);
    return focus->GetEventHandler()->ProcessEvent(event);
}

void copy(const CurrentTranscript& current) {
    if (auto* field = typed_field()) {
        field->Copy();
    } else if (copied_by_view()) {
        return;
    } else if (auto* view = current(); view != nullptr && !view->selection().empty()) {
        copy_to_clipboard(std::string(view->text().view(view->selection())));
    }
}

void copy_quotation(Context& context, const TranscriptView& view) {
    // Of a chosen coding all of it, else what is selected.
    const auto* chosen = view.chosen();
    const auto span =
        !view.selection().empty() || chosen == nullptr || !chosen->span ? view.passage() : *chosen->span;
    context.attempt([&] {
        copy_to_clipboard(
            report::quotation(context.study(), context.material(), view.source(), view.text(), span));
    });
    context.say(tr("The passage is on the clipboard, with who says it."));
}

}  // namespace

void copy_to_clipboard(const std::string& text) {
    const wxClipboardLocker locker;
    if (!locker) return;
    wxTheClipboard->SetData(new wxTextDataObject(wx(text)));
    wxTheClipboard->Flush();
}

void add_edit_actions(Actions& actions, Context& context, const CurrentTranscript& current, wxWindow* frame) {
    const auto read_only = [&context]() -> std::string {
        return context.study().writable() ? "" : tr("This study was opened to read only.");
    };
    actions.add({"edit.undo",
                 msg("&Undo"),
                 msg("Takes the last change back"),
                 "Ctrl+Z",
                 [&context, frame] { undo(context, frame); },
                 read_only,
                 {},
                 [&context]() -> std::string {
                     const auto step = study::History(context.study()).undoable();
                     return step ? say("Undo: {}", sentence_of(context, *step)) : tr("Undo");
                 }});
    actions.add({"edit.redo",
                 msg("&Redo"),
                 msg("Does again what was taken back last"),
                 "Ctrl+Y",
                 [&context] { redo(context); },
                 read_only,
                 {},
                 [&context]() -> std::string {
                     const auto step = study::History(context.study()).redoable();
                     return step ? say("Redo: {}", sentence_of(context, *step)) : tr("Redo");
                 }});
    actions.add({"edit.copy",
                 msg("&Copy"),
                 msg("Copies the selected words"),
                 "Ctrl+C",
                 [current] { copy(current); },
                 {}});
    actions.add({"edit.copy_quotation", msg("Copy as &quotation"),
                 msg("Copies the passage with who says it, in the form that the study sets"), "Ctrl+Shift+C",
                 [&context, current] { copy_quotation(context, *current()); },
                 [current]() -> std::string {
                     if (current() == nullptr) return tr("Open a transcript first.");
                     return current()->passage().empty() ? tr("Select a passage first.") : "";
                 }});
}

}  // namespace ui
