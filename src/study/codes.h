// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "model/codebook.h"
#include "study/edit.h"

/// The store of the codebook. Writing is for the verbs alone.
namespace study::codes {

[[nodiscard]] model::Codebook codebook(const Study& study);

/// One code without the tree around it; nothing where there is no such row.
[[nodiscard]] std::optional<model::Code> get(const Study& study, model::CodeId id);

/// Adds the code behind its brothers; its guid is kept, or made where it is nil. Returns its id.
model::CodeId insert(Edit& edit, const model::Code& code);
/// Writes everything but parent and place.
void update(Edit& edit, const model::Code& code);
/// Puts a code below `parent` (nobody: makes it a dimension), before the brother `before` or at the end.
void move(Edit& edit, model::CodeId code, model::CodeId parent, model::CodeId before = {});
/// Removes a code that has no children and no codings any more, with its memos.
void remove(Edit& edit, model::CodeId code);

}  // namespace study::codes
