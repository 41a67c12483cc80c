// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/verbs/turns.h"

#include "base/error.h"
#include "base/translate.h"
#include "study/sources.h"
#include "study/verbs/rules.h"
#include "text/text.h"
#include "text/tokens.h"
#include "text/utf8_scan.h"

namespace study::verbs {

namespace {

using base::Error;
using base::ErrorKind;
using base::say;
using base::tr;

void check_turn(const model::Source& source, std::size_t turn) {
    if (turn < source.turns.size()) return;
    throw Error(ErrorKind::bad_input,
                say("{} has no turn {}: it has {} turns.", source.name, turn + 1, source.turns.size()));
}

model::SpeakerId speaker_of(Edit& edit, const model::Source& source, const std::string& label) {
    const std::string clean = clean_name(label, tr("A speaker"));
    for (const auto& speaker : source.speakers) {
        if (speaker.label == clean) return speaker.id;
    }
    for (const auto& speaker : source.speakers) {
        if (text::folded(speaker.label) == text::folded(clean)) return speaker.id;
    }
    return sources::insert_speaker(edit, source.id, clean, text::SpeakerKind::unknown);
}

/// The bytes of the label, its mark and the blanks behind it, where they stand at the beginning; else 0.
std::size_t leading_label(std::string_view utf8, std::string_view label) {
    if (!utf8.starts_with(label)) return 0;
    std::size_t at = text::after_blanks(utf8, label.size());
    if (at == utf8.size() || (utf8[at] != ':' && utf8[at] != ';')) return 0;
    at = text::after_blanks(utf8, at + 1);
    return at;
}

void write(Edit& edit, const model::Source& source) {
    sources::update(edit, source);
    edit.args()["source"] = source.guid.to_string();
}

}  // namespace

void set_turn_speaker(Edit& edit, model::SourceId id, std::size_t turn, const std::string& label) {
    auto source = sources::get(edit.study(), id);
    check_turn(source, turn);
    source.turns[turn].speaker = speaker_of(edit, source, label);
    write(edit, source);
    edit.args()["label"] = label;
}

void split_turn(Edit& edit, model::SourceId id, std::size_t turn, text::Position at,
                const std::string& label) {
    auto source = sources::get(edit.study(), id);
    check_turn(source, turn);
    model::Turn& first = source.turns[turn];
    const text::Text text = sources::text(edit.study(), source.text);
    const std::string_view before = text.view({first.body, at});
    const std::string_view rest = text.view({at, first.span.end});
    const auto said = text::without_white_ends(before);
    const auto words = text::without_white_ends(rest);
    if (!first.span.contains(at) || said.first == said.past || words.first == words.past) {
        throw Error(
            ErrorKind::bad_input,
            say("Turn {} of {} cannot be split there: one half would have no words.", turn + 1, source.name),
            tr("Choose a place between two words of the speech."));
    }
    const std::size_t begin = text.byte_of(at) + words.first;
    model::Turn second;
    second.span = {text.position_of(begin), first.span.end};
    second.body = text.position_of(begin + leading_label(rest.substr(words.first), label));
    second.speaker = speaker_of(edit, source, label);
    first.span.end = second.span.begin;
    source.turns.insert(source.turns.begin() + static_cast<std::ptrdiff_t>(turn) + 1, second);
    write(edit, source);
    edit.args()["label"] = label;
}

void join_turns(Edit& edit, model::SourceId id, std::size_t turn) {
    auto source = sources::get(edit.study(), id);
    check_turn(source, turn);
    if (turn + 1 == source.turns.size()) {
        throw Error(
            ErrorKind::bad_input,
            say("Turn {} of {} is the last one; there is none behind it to join.", turn + 1, source.name));
    }
    source.turns[turn].span.end = source.turns[turn + 1].span.end;
    source.turns.erase(source.turns.begin() + static_cast<std::ptrdiff_t>(turn) + 1);
    write(edit, source);
}

}  // namespace study::verbs
