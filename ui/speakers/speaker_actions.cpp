// SPDX-License-Identifier: GPL-3.0-or-later
#include <wx/menu.h>
#include <wx/textdlg.h>

#include "base/strings.h"
#include "base/translate.h"
#include "study/verbs/turns.h"
#include "ui/kit/words.h"
#include "ui/speakers/speaker_dialog.h"
#include "ui/transcript/transcript_view.h"

namespace ui {

namespace {

using base::msg;
using base::say;
using base::tr;

/// The label as a menu shows it, with whom it stands for.
std::string shown_label(const Context& context, const model::Speaker& speaker) {
    std::vector<std::string> names;
    for (const auto id : speaker.participants) {
        for (const auto& one : context.material().participants) {
            if (one.id == id) names.push_back(one.name);
        }
    }
    if (speaker.kind == text::SpeakerKind::interviewer) names.emplace_back(tr("the interviewer"));
    return names.empty() ? speaker.label : speaker.label + " – " + base::join(names, ", ");
}

/// Asks which of the source's labels is meant, or for a new one. Empty where the user went away.
std::string ask_for_label(const Context& context, const model::Source& source, wxWindow* frame) {
    wxMenu menu;
    for (std::size_t i = 0; i < source.speakers.size(); ++i) {
        menu.Append(static_cast<int>(i) + 1, without_mnemonics(wx(shown_label(context, source.speakers[i]))));
    }
    menu.AppendSeparator();
    const int another = static_cast<int>(source.speakers.size()) + 1;
    menu.Append(another, wx(tr("&Another label…")));
    const int chosen = frame->GetPopupMenuSelectionFromUser(menu);
    if (chosen == wxID_NONE) return {};
    if (chosen < another) return source.speakers[static_cast<std::size_t>(chosen - 1)].label;
    return utf8(wxGetTextFromUser(wx(tr("Label of the speaker:")), wx(tr("Who speaks?")), "", frame));
}

}  // namespace

void add_speaker_actions(Actions& actions, Context& context, const CurrentTranscript& current,
                         wxWindow* frame) {
    const auto no_text = [&context, current]() -> std::string {
        if (!context.study().writable()) return tr("This study was opened to read only.");
        return current() == nullptr ? tr("Open a transcript first.") : "";
    };
    const auto no_turn = [no_text, current]() -> std::string {
        if (auto reason = no_text(); !reason.empty()) return reason;
        return current()->turn_at(current()->selection().begin) ? "" : tr("This passage belongs to no turn.");
    };
    actions.add({"speaker.turn", msg("This turn is &said by…"),
                 msg("Says who speaks in the turn at the caret"), "X",
                 [&context, current, frame] {
                     const auto& view = *current();
                     const auto turn = *view.turn_at(view.selection().begin);
                     const auto source = view.source();
                     const std::string label = ask_for_label(context, source, frame);
                     if (label.empty()) return;
                     context.change("set_turn_speaker", {}, [&](study::Edit& edit) {
                         study::verbs::set_turn_speaker(edit, source.id, turn, label);
                     });
                 },
                 no_turn});
    actions.add({"speaker.label", msg("Who is &who in this source…"),
                 msg("Says for each label of this source who it is"), "Ctrl+Shift+X",
                 [&context, current, frame] {
                     SpeakerDialog dialog(frame, context, current()->source());
                     if (dialog.ShowModal() == wxID_OK) dialog.write();
                 },
                 [no_text, current]() -> std::string {
                     if (auto reason = no_text(); !reason.empty()) return reason;
                     return current()->source().speakers.empty()
                                ? tr("No speakers were found in this source.")
                                : "";
                 }});
    actions.add({"speaker.split", msg("S&plit the turn here…"),
                 msg("Ends the turn at the caret; what follows is said by somebody else"), "",
                 [&context, current, frame] {
                     const auto& view = *current();
                     const auto at = view.selection().begin;
                     const auto turn = *view.turn_at(at);
                     const auto source = view.source();
                     const std::string label = ask_for_label(context, source, frame);
                     if (label.empty()) return;
                     context.change("split_turn", {}, [&](study::Edit& edit) {
                         study::verbs::split_turn(edit, source.id, turn, at, label);
                     });
                 },
                 no_turn});
    actions.add({"speaker.join", msg("&Join the turn with the next"),
                 msg("Makes one turn of this one and the next, said by the first one’s speaker"), "",
                 [&context, current] {
                     const auto& view = *current();
                     const auto turn = *view.turn_at(view.selection().begin);
                     const auto source = view.source().id;
                     context.change("join_turns", {},
                                    [&](study::Edit& edit) { study::verbs::join_turns(edit, source, turn); });
                 },
                 no_turn});
}

}  // namespace ui
