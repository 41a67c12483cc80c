// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "ui/actions/action.h"
#include "ui/context/context.h"

namespace ui {

class TranscriptView;

/// Gives the transcript in which the user works, or none.
using CurrentTranscript = std::function<TranscriptView*()>;

/// Adds what can be done to passages and codings: coding by key, recoding, moving ends, removing, stars.
void add_coding_actions(Actions& actions, Context& context, const CurrentTranscript& current);

/// Puts a code on a passage of a source; remembers it for the next time. Returns whether it was done.
bool apply_code(Context& context, model::SourceId source, const study::verbs::Passage& passage,
                model::CodeId code);

/// Puts a code on a passage of an open transcript, chooses the new coding there, and leaves the caret behind
/// it, so that reading goes on. Returns whether it was done.
bool code_passage(Context& context, TranscriptView& view, const text::Span& span, model::CodeId code);

}  // namespace ui
