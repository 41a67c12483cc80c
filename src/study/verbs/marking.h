// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "study/verbs/coding.h"

namespace study::verbs {

/// Says how far a hand is with a source, in the round in which it is.
void mark(Edit& edit, model::SourceId source, const Hand& hand, model::Mark mark);

/// A coder who has coded a source codes it once more: what was coded stays as it is, and the next codings are
/// of a further round. Throws Error(conflict) where the round before is not marked as coded; Error(usage) for
/// the settled layer.
void begin_round(Edit& edit, model::SourceId source, const Hand& hand);

/// Takes a further round back in which nothing was coded. Throws Error(conflict) where something was, or
/// where it is the first.
void leave_round(Edit& edit, model::SourceId source, const Hand& hand);

}  // namespace study::verbs
