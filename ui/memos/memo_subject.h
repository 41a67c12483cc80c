// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "model/memo.h"
#include "ui/context/context.h"

namespace ui {

/// What a memo is about, for people: “Coding Rechten/Afspraken, T1_moeder”.
[[nodiscard]] std::string subject_of(const Context& context, const model::Memo& memo);
/// The place in the texts to which a memo leads, where it has one.
[[nodiscard]] std::optional<Place> place_of(const Context& context, const model::Memo& memo);

}  // namespace ui
