// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model/coding.h"
#include "study/edit.h"

/// The store of codings and marks. Writing is for the verbs alone.
namespace study::codings {

/// On one source, ordered by begin (whole-source codings first), then end, then id.
[[nodiscard]] std::vector<model::Coding> of_source(const Study& study, model::SourceId source);
/// Those of them that count: of each coder the round that stands, and the settled layer.
[[nodiscard]] std::vector<model::Coding> standing_of_source(const Study& study, model::SourceId source);
/// Those of these ids, in the order of the ids; ids without a row are passed over.
[[nodiscard]] std::vector<model::Coding> get(const Study& study, const std::vector<model::CodingId>& ids);
[[nodiscard]] std::int64_t count(const Study& study);
[[nodiscard]] std::int64_t count_with(const Study& study, model::CodeId code);
/// What is to be selected for coding.starred: studies of version 1 have no stars.
[[nodiscard]] std::string_view starred_column(const Study& study);
/// The same for mark.round: studies before version 3 have one round.
[[nodiscard]] std::string_view round_column(const Study& study);

/// Adds codings whose ids and guids are set here where they are missing.
void insert(Edit& edit, std::vector<model::Coding>& codings);
/// With its memos; decisions about it and the others stay.
void remove(Edit& edit, model::CodingId coding);
/// Gives a coding another span, text version, code or star.
void update(Edit& edit, const model::Coding& coding);

[[nodiscard]] model::Marks marks(const Study& study, model::SourceId source);
/// Where one coder is with a source.
[[nodiscard]] model::Progress progress(const Study& study, model::SourceId source, model::CoderId coder);
void set_progress(Edit& edit, model::SourceId source, model::CoderId coder, const model::Progress& progress);

/// The word in the file and on the command line: to-do, coding, coded.
[[nodiscard]] std::string_view to_word(model::Mark mark);
[[nodiscard]] std::optional<model::Mark> mark_of(std::string_view word);

}  // namespace study::codings
