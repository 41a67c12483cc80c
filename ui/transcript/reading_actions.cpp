// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/reading_actions.h"

#include "base/translate.h"
#include "text/boundaries.h"
#include "ui/transcript/transcript_view.h"

namespace ui {

namespace {

using base::msg;
using base::tr;

/// The coding after (or before) the caret; of one code alone where that is given.
const model::Coding* neighbour(const TranscriptView& view, bool forward, model::CodeId code) {
    const auto* chosen = view.chosen();
    const text::Position from =
        chosen != nullptr && chosen->span ? chosen->span->begin : view.selection().begin;
    const model::Coding* found = nullptr;
    bool passed = false;  // codings that begin at one place are met one after the other
    for (const auto& coding : view.codings()) {
        if (!coding.span || (code && coding.code != code)) continue;
        if (chosen != nullptr && coding.id == chosen->id) {
            passed = true;
            if (!forward) break;
            continue;
        }
        const auto begin = coding.span->begin;
        if (forward && (begin > from || (begin == from && (chosen == nullptr || passed)))) return &coding;
        if (!forward && (begin < from || (begin == from && chosen != nullptr))) found = &coding;
    }
    return found;
}

void go_to_coding(Context& context, TranscriptView& view, bool forward, model::CodeId code) {
    const auto* next = neighbour(view, forward, code);
    if (next == nullptr) {
        context.say(forward ? tr("There is no further coding below.")
                            : tr("There is no further coding above."));
        return;
    }
    const auto span = *next->span;
    view.choose(next->id);
    view.select({span.begin, span.begin});
    view.words().reveal(span);
}

/// A turn in which somebody who is not the interviewer speaks.
bool is_answer(const model::Source& source, const model::Turn& turn) {
    for (const auto& speaker : source.speakers) {
        if (speaker.id == turn.speaker) return speaker.kind != text::SpeakerKind::interviewer;
    }
    return true;
}

void go_to_uncoded(Context& context, TranscriptView& view) {
    const auto from = view.selection().end;
    for (const auto& turn : view.source().turns) {
        if (turn.span.begin <= from || !is_answer(view.source(), turn)) continue;
        const bool coded = std::any_of(view.codings().begin(), view.codings().end(), [&](const auto& coding) {
            return coding.span && text::overlap(*coding.span, turn.span) > 0;
        });
        if (coded) continue;
        view.select({turn.body, turn.body});
        view.words().reveal({turn.span.begin, turn.span.end});
        return;
    }
    context.say(tr("Every answer below has a coding."));
}

void select_turn(Context& context, TranscriptView& view) {
    const auto turn = view.turn_at(view.selection().begin);
    if (!turn) {
        context.say(tr("This passage belongs to no turn."));
        return;
    }
    const auto& one = view.source().turns[*turn];
    text::Span span{one.body, one.span.end};
    const auto words = view.text().view(span);
    const auto blanks = words.size() - std::min(words.size(), words.find_last_not_of(" \t\n") + 1);
    span.end -= static_cast<text::Position>(blanks);  // blanks are one byte and one character each
    view.select(span);
}

void zoom(Context& context, TranscriptView& view, int by) {
    view.words().set_zoom(by == 0 ? 0 : view.words().zoom() + by);
    view.SendSizeEvent();
    context.settings().set("transcript/zoom", static_cast<long>(view.words().zoom()));
}

void space_lines(Context& context, TranscriptView& view) {
    // Three steps: narrow, usual, wide.
    const long now = context.settings().number("transcript/spacing", 5);
    const long next = now < 5 ? 5 : now < 12 ? 12 : 1;
    view.words().set_line_spacing(static_cast<int>(next));
    context.settings().set("transcript/spacing", next);
}

}  // namespace

void add_reading_actions(Actions& actions, Context& context, const CurrentTranscript& current) {
    const auto none = [current]() -> std::string {
        return current() == nullptr ? tr("Open a transcript first.") : "";
    };
    actions.add({"select.word", msg("Select the &word"), msg("Selects the word at the caret"), "W",
                 [current] {
                     auto& view = *current();
                     view.select(text::word_at(view.text(), view.selection().begin));
                 },
                 none});
    actions.add({"select.sentence", msg("Select the &sentence"), msg("Selects the sentence at the caret"),
                 "S",
                 [current] {
                     auto& view = *current();
                     view.select(view.sentence());
                 },
                 none});
    actions.add({"select.turn", msg("Select the &turn"), msg("Selects what is said in the turn at the caret"),
                 "T", [current, &context] { select_turn(context, *current()); }, none});
    actions.add({"go.next_coding", msg("&Next coding"), msg("Goes to the next coding in this text"), "N",
                 [current, &context] { go_to_coding(context, *current(), true, {}); }, none});
    actions.add({"go.previous_coding", msg("&Previous coding"), msg("Goes to the coding before"), "P",
                 [current, &context] { go_to_coding(context, *current(), false, {}); }, none});
    const auto no_code = [current, none]() -> std::string {
        if (auto reason = none(); !reason.empty()) return reason;
        return current()->chosen() == nullptr ? tr("Choose a coding first: click its bar or its passage.")
                                              : "";
    };
    actions.add({"go.next_same", msg("Next passage of this &code"),
                 msg("Goes to the next passage with the code of the chosen coding"), "C",
                 [current, &context] { go_to_coding(context, *current(), true, current()->chosen()->code); },
                 no_code});
    actions.add({"go.previous_same", msg("Previous passage of this code"),
                 msg("Goes to the passage before with the code of the chosen coding"), "Shift+C",
                 [current, &context] { go_to_coding(context, *current(), false, current()->chosen()->code); },
                 no_code});
    actions.add({"go.uncoded", msg("Next &uncoded answer"),
                 msg("Goes to the next turn of a participant without coding"), "U",
                 [current, &context] { go_to_uncoded(context, *current()); }, none});
    actions.add({"view.larger", msg("&Larger letters"), msg("Makes the letters of transcripts larger"),
                 "Ctrl++", [current, &context] { zoom(context, *current(), 1); }, none});
    actions.add({"view.smaller", msg("S&maller letters"), msg("Makes the letters of transcripts smaller"),
                 "Ctrl+-", [current, &context] { zoom(context, *current(), -1); }, none});
    actions.add({"view.usual_size", msg("Letters of usual si&ze"),
                 msg("Shows transcripts in the usual size again"), "Ctrl+0",
                 [current, &context] { zoom(context, *current(), 0); }, none});
    actions.add({"view.spacing", msg("Line s&pacing"),
                 msg("Sets the lines of transcripts closer or wider apart"), "Ctrl+Shift+L",
                 [current, &context] { space_lines(context, *current()); }, none});
}

}  // namespace ui
