// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/source.h"
#include "study/edit.h"
#include "text/text.h"

/// The store of transcripts, their texts and their speakers. Reading takes a Study; writing takes an Edit and
/// is for the verbs alone: it checks no rule of the domain.
namespace study::sources {

/// All, ordered by name as text::name_less() does, each with turns, anchors, speakers and participants.
[[nodiscard]] std::vector<model::Source> all(const Study& study);
/// Throws Error(not_found) where there is no such row.
[[nodiscard]] model::Source get(const Study& study, model::SourceId id);
/// The source of exactly that name, if there is one.
[[nodiscard]] std::optional<model::SourceId> named(const Study& study, std::string_view name);
/// By name (as written, else folded), file name or GUID. Throws Error(not_found) that proposes near names.
[[nodiscard]] model::Source resolve(const Study& study, std::string_view name);
/// The source whose present text has exactly this content, if there is one.
[[nodiscard]] std::optional<model::SourceId> with_text(const Study& study, const text::Text& text);

[[nodiscard]] text::Text text(const Study& study, model::TextId id);

/// Adds the text, or finds the row that has it already.
model::TextId insert_text(Edit& edit, const text::Text& text);
/// Adds source, speakers and participants; sets all ids.
void insert(Edit& edit, model::Source& source);
/// Writes name, text, turns and anchors of a source that is there.
void update(Edit& edit, const model::Source& source);
/// Removes the source and everything on it: speakers, participants' links, codings, marks, memos, edits.
void remove(Edit& edit, model::SourceId id);

model::SpeakerId insert_speaker(Edit& edit, model::SourceId source, std::string_view label,
                                text::SpeakerKind kind);
/// Sets what a label is and whom it stands for.
void set_speaker(Edit& edit, model::SpeakerId speaker, text::SpeakerKind kind,
                 const std::vector<model::ParticipantId>& participants);
void add_participant(Edit& edit, model::SourceId source, model::ParticipantId participant);
void remove_participant(Edit& edit, model::SourceId source, model::ParticipantId participant);

/// The word in the file for a kind of speaker: unknown, participant, interviewer, other.
[[nodiscard]] std::string_view to_word(text::SpeakerKind kind);

}  // namespace study::sources
