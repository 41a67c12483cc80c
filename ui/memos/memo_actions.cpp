// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/translate.h"
#include "ui/memos/memos_pane.h"
#include "ui/transcript/transcript_view.h"

namespace ui {

namespace {

using base::msg;
using base::tr;

/// About the chosen coding, else about the selected passage, else about the source.
model::Memo about_passage(const TranscriptView& view) {
    model::Memo memo;
    if (const auto* chosen = view.chosen()) {
        memo.about = model::Memo::About::coding;
        memo.target = chosen->id.value;
        return memo;
    }
    memo.about = model::Memo::About::source;
    memo.target = view.source().id.value;
    if (!view.selection().empty()) memo.span = view.selection();
    return memo;
}

/// Who speaks at the caret, else the first of the source's participants.
model::ParticipantId participant_at_caret(const TranscriptView& view) {
    if (const auto turn = view.turn_at(view.selection().begin)) {
        for (const auto& speaker : view.source().speakers) {
            const bool speaks = speaker.id == view.source().turns[*turn].speaker;
            if (speaks && !speaker.participants.empty()) return speaker.participants.front();
        }
    }
    return view.source().participants.empty() ? model::ParticipantId{} : view.source().participants.front();
}

}  // namespace

void add_memo_actions(Actions& actions, Context& context, const CurrentTranscript& current, MemosPane& pane,
                      const std::function<void()>& show) {
    const auto begin = [&pane, show](const model::Memo& memo) {
        show();
        pane.begin(memo);
    };
    const auto no_text = [&context, current]() -> std::string {
        if (!context.study().writable()) return tr("This study was opened to read only.");
        return current() == nullptr ? tr("Open a transcript first.") : "";
    };
    const auto read_only = [&context]() -> std::string {
        return context.study().writable() ? "" : tr("This study was opened to read only.");
    };
    actions.add({"memo.add", msg("&Memo"),
                 msg("Writes a memo on the chosen coding, or else on the selected passage"), "M",
                 [begin, current] { begin(about_passage(*current())); }, no_text});
    actions.add({"memo.source", msg("Memo on the source"), msg("Writes a memo on the source as a whole"), "",
                 [begin, current] {
                     model::Memo memo;
                     memo.about = model::Memo::About::source;
                     memo.target = current()->source().id.value;
                     begin(memo);
                 },
                 no_text});
    actions.add({"memo.participant", msg("Memo on the participant"),
                 msg("Writes a memo on who speaks at the caret"), "",
                 [begin, current] {
                     model::Memo memo;
                     memo.about = model::Memo::About::participant;
                     memo.target = participant_at_caret(*current()).value;
                     begin(memo);
                 },
                 [no_text, current]() -> std::string {
                     if (auto reason = no_text(); !reason.empty()) return reason;
                     return participant_at_caret(*current()) ? ""
                                                             : tr("Nobody is named as interviewed here yet.");
                 }});
    actions.add({"memo.code", msg("Memo on the code"),
                 msg("Writes a memo on the code that is chosen in the codebook"), "",
                 [begin, &context] {
                     model::Memo memo;
                     memo.about = model::Memo::About::code;
                     memo.target = context.chosen_code().value;
                     begin(memo);
                 },
                 [&context, read_only]() -> std::string {
                     if (auto reason = read_only(); !reason.empty()) return reason;
                     return context.chosen_code() ? "" : tr("Choose a code in the codebook first.");
                 }});
    actions.add({"memo.study", msg("Memo on the study"), msg("Writes a memo on the study as a whole"),
                 "Ctrl+Shift+M", [begin] { begin(model::Memo{}); }, read_only});
}

}  // namespace ui
