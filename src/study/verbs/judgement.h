// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <tuple>

#include "model/coding.h"
#include "study/edit.h"

namespace study::verbs {

/// What makes two codings the same judgement: source, code, passage, coder and layer.
using Judgement = std::tuple<model::SourceId, model::CodeId, text::Span, model::CoderId, model::Layer>;

[[nodiscard]] Judgement judgement(const model::Coding& coding);

/// Makes one coding of two that are the same judgement: `gone` is removed; its memos go over to `kept`, and
/// so does its star.
void join(Edit& edit, model::Coding& kept, const model::Coding& gone);

}  // namespace study::verbs
