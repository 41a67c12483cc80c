// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/verbs/import.h"

#include "base/error.h"
#include "base/strings.h"
#include "base/translate.h"
#include "study/memos.h"
#include "study/sources.h"
#include "study/verbs/people.h"
#include "study/verbs/replace_text.h"
#include "study/verbs/rules.h"
#include "study/verbs/speakers.h"

namespace study::verbs {

namespace {

using base::Error;
using base::ErrorKind;
using base::say;
using base::tr;
using model::Source;

void refuse_known_text(const Study& study, const SourceDraft& draft) {
    const auto twin = sources::with_text(study, draft.content.text);
    if (!twin) return;
    throw Error(ErrorKind::conflict,
                say("{} has the same text as “{}”, which is in the study already.", draft.origin,
                    sources::get(study, *twin).name),
                tr("Leave it out, or remove the other one first."));
}

/// Comments of the file become memos on their passages.
void add_comments(Edit& edit, const Source& source, const std::vector<model::Comment>& comments) {
    for (const auto& comment : comments) {
        if (comment.content.empty()) continue;
        model::Memo memo;
        memo.about = model::Memo::About::source;
        memo.target = source.id.value;
        if (!comment.span.empty()) memo.span = comment.span;
        memo.author = comment.author;
        memo.content = comment.content;
        memo.created = comment.created;
        memos::insert(edit, memo);
    }
}

std::vector<std::string> notes_of(const model::Imported& content) {
    std::vector<std::string> notes;
    if (content.encoding_assumed) {
        notes.push_back(say("Read as {}: the file does not say so itself.", content.encoding));
    }
    for (const auto& loss : content.losses) notes.push_back(loss.what);
    return notes;
}

Source new_source(Edit& edit, const SourceDraft& draft, const std::string& name) {
    Source source;
    source.name = name;
    source.kind = "transcript";
    source.origin = draft.origin;
    source.encoding = draft.content.encoding;
    source.text = sources::insert_text(edit, draft.content.text);
    source.anchors = draft.content.anchors;
    for (const auto& speaker : draft.content.turns.speakers) {
        model::Speaker one;
        one.label = speaker.label;
        one.kind = speaker.kind;
        source.speakers.push_back(std::move(one));
    }
    for (const auto& turn : draft.content.turns.turns) {
        source.turns.push_back({turn.span, turn.body, {static_cast<std::int64_t>(turn.speaker)}});
    }
    sources::insert(edit, source);
    return source;
}

}  // namespace

ImportedSource import_source(Edit& edit, const SourceDraft& draft, bool update) {
    const std::string name = clean_name(draft.name, tr("A source"));
    ImportedSource result;
    result.notes = notes_of(draft.content);
    const auto present = sources::named(edit.study(), name);
    if (present && !update) {
        throw Error(ErrorKind::conflict, say("There is a source “{}” in the study already.", name),
                    tr("Give the file another name, or bring the source up to it with --update."));
    }
    Source source;
    if (present) {
        source = sources::get(edit.study(), *present);
        result.updated = true;
        for (auto& note : replace_text(edit, source, draft)) result.notes.push_back(std::move(note));
    } else {
        refuse_known_text(edit.study(), draft);
        source = new_source(edit, draft, name);
        add_comments(edit, source, draft.content.comments);
    }
    if (draft.participant) {
        const auto participant = ensure_participant(edit, *draft.participant, draft.role, draft.triad);
        for (auto& note : tie_only_participant(edit, source.id, participant))
            result.notes.push_back(std::move(note));
    }
    result.source = source.id;
    result.name = source.name;
    result.turns = static_cast<std::int64_t>(draft.content.turns.turns.size());
    for (const auto& speaker : draft.content.turns.speakers) result.speakers.push_back(speaker.label);
    edit.args()["sources"].push_back(source.guid.to_string());
    return result;
}

}  // namespace study::verbs
