// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/verbs/replace_text.h"

#include "base/translate.h"
#include "study/codings.h"
#include "study/memos.h"
#include "study/number_list.h"
#include "study/sources.h"
#include "text/edit_list.h"

namespace study::verbs {

namespace {

using base::say_n;
using base::tr;

void write_edit_list(Edit& edit, const model::Source& source, model::TextId to, const text::EditList& edits) {
    std::vector<std::int64_t> numbers;
    for (const auto& one : edits) numbers.insert(numbers.end(), {one.from.begin, one.from.end, one.length});
    edit.database()
        .prepare(
            "INSERT INTO text_edit (id, guid, source, from_text, to_text, edits)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
        .run(edit.new_id(), base::Guid::random().bytes, source.id.value, source.text.value, to.value,
             to_list(numbers));
}

/// Returns how many codings lost their passage.
std::size_t move_codings(Edit& edit, const model::Source& source, model::TextId to,
                         const text::EditList& edits) {
    std::size_t gone = 0;
    for (auto& coding : codings::of_source(edit.study(), source.id)) {
        if (coding.span) {
            coding.span = text::moved(*coding.span, edits);
            if (!coding.span) {
                codings::remove(edit, coding.id);
                ++gone;
                continue;
            }
        }
        coding.text = to;
        codings::update(edit, coding);
    }
    return gone;
}

/// A memo outlives its passage: it then stands on the source as a whole.
void move_memos(Edit& edit, const model::Source& source, const text::EditList& edits) {
    for (const auto& memo : memos::about(edit.study(), model::Memo::About::source, source.id.value)) {
        if (!memo.span) continue;
        const auto there = text::moved(*memo.span, edits);
        const auto first = there ? std::optional(there->begin) : std::nullopt;
        const auto past = there ? std::optional(there->end) : std::nullopt;
        edit.database()
            .prepare("UPDATE memo SET first = ?2, past = ?3 WHERE id = ?1")
            .run(memo.id.value, first, past);
    }
}

void take_turns(Edit& edit, model::Source& source, const text::DetectedTurns& detected) {
    std::vector<model::SpeakerId> ids;
    for (const auto& speaker : detected.speakers) {
        const auto known =
            std::find_if(source.speakers.begin(), source.speakers.end(),
                         [&](const model::Speaker& one) { return one.label == speaker.label; });
        ids.push_back(known != source.speakers.end()
                          ? known->id
                          : sources::insert_speaker(edit, source.id, speaker.label, speaker.kind));
    }
    source.turns.clear();
    for (const auto& turn : detected.turns)
        source.turns.push_back({turn.span, turn.body, ids.at(turn.speaker)});
}

}  // namespace

std::vector<std::string> replace_text(Edit& edit, model::Source& source, const SourceDraft& draft) {
    const text::Text before = sources::text(edit.study(), source.text);
    if (before.utf8() == draft.content.text.utf8()) return {tr("The text is the same; nothing was changed.")};
    const auto to = sources::insert_text(edit, draft.content.text);
    const auto edits = text::difference(before, draft.content.text);
    write_edit_list(edit, source, to, edits);
    const std::size_t gone = move_codings(edit, source, to, edits);
    move_memos(edit, source, edits);
    take_turns(edit, source, draft.content.turns);
    source.text = to;
    source.anchors = draft.content.anchors;
    source.origin = draft.origin;
    source.encoding = draft.content.encoding;
    sources::update(edit, source);
    if (gone == 0) return {};
    return {say_n("{} coding was removed: its passage is not in the new text.",
                  "{} codings were removed: their passages are not in the new text.", gone)};
}

}  // namespace study::verbs
