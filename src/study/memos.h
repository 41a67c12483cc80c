// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model/memo.h"
#include "study/edit.h"

/// The store of memos. Writing is for the verbs alone.
namespace study::memos {

/// All, oldest first.
[[nodiscard]] std::vector<model::Memo> all(const Study& study);
/// About one thing, oldest first.
[[nodiscard]] std::vector<model::Memo> about(const Study& study, model::Memo::About about,
                                             std::int64_t target);
/// How many stand on a code and on the codings that have it.
[[nodiscard]] std::int64_t count_with(const Study& study, model::CodeId code);

/// The memo with that number, if it is there.
[[nodiscard]] std::optional<model::Memo> get(const Study& study, model::MemoId memo);

/// Adds a memo; id and guid are made here.
model::MemoId insert(Edit& edit, const model::Memo& memo);
void update(Edit& edit, model::MemoId memo, std::string_view content);
void remove(Edit& edit, model::MemoId memo);
/// Makes the memos about one thing memos about another of its kind.
void move_about(Edit& edit, model::Memo::About about, std::int64_t from, std::int64_t to);
/// Removes every memo about one thing.
void remove_about(Edit& edit, model::Memo::About about, std::int64_t target);

/// The word in the file: study, source, participant, code, coding.
[[nodiscard]] std::string_view to_word(model::Memo::About about);

}  // namespace study::memos
