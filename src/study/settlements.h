// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model/settlement.h"
#include "study/edit.h"

/// The store of decisions about disagreements. Writing is for the verbs and for other stores alone.
namespace study::settlements {

/// In the order in which they were made. Studies before version 3 have none.
[[nodiscard]] std::vector<model::Settlement> all(const Study& study);

/// Nothing where it is not there.
[[nodiscard]] std::optional<model::Settlement> get(const Study& study, model::SettlementId settlement);
/// The decisions that settle a coding, or (`outcome`) of which it came.
[[nodiscard]] std::vector<model::SettlementId> of_coding(const Study& study, model::CodingId coding,
                                                         bool outcome);

/// Adds one whose id and guid are set here where they are missing.
void insert(Edit& edit, model::Settlement& settlement);
/// Removes the decision; the codings that it is about, and those that came of it, stay.
void remove(Edit& edit, model::SettlementId settlement);

/// Before a coding is removed: no decision points to it any more.
void forget_coding(Edit& edit, model::CodingId coding);
/// A coding is no longer what was decided about.
void forget_original(Edit& edit, model::CodingId coding);
/// Before a source is removed.
void forget_source(Edit& edit, model::SourceId source);
/// Before a code is removed: decisions about it are about another code of what they settle, or go.
void forget_code(Edit& edit, model::CodeId code);
/// Before a code is merged into another.
void move_code(Edit& edit, model::CodeId from, model::CodeId into);

/// The word in the file, in options and in JSON.
[[nodiscard]] std::string_view to_word(model::Decision decision);
[[nodiscard]] std::optional<model::Decision> decision_of(std::string_view word);

}  // namespace study::settlements
