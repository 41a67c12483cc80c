// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/memo.h"
#include "study/edit.h"

namespace study::verbs {

/// Writes a memo. Throws Error(bad_input) where it is empty or its passage is outside the source,
/// Error(not_found) where what it is about is not in the study.
model::MemoId add_memo(Edit& edit, const model::Memo& memo);
/// Gives a memo another text. Throws Error(bad_input) where it is empty, Error(not_found) where it is gone.
void update_memo(Edit& edit, model::MemoId memo, const std::string& content);
/// Removes a memo. Throws Error(not_found) where it is gone.
void remove_memo(Edit& edit, model::MemoId memo);

}  // namespace study::verbs
