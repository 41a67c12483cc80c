// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

#include "model/source.h"
#include "study/edit.h"

/// Turns that were recognised wrongly are mended here; the text and the codings stay as they are. `turn` is
/// an index from 0 into model::Source::turns. A label that the source does not have yet is made, and stands
/// for nobody until set_speaker(). Each throws Error(bad_input) where there is no such turn.
namespace study::verbs {

/// Says that a turn is spoken by that label of its source (as written, else folded).
void set_turn_speaker(Edit& edit, model::SourceId source, std::size_t turn, const std::string& label);

/// Ends a turn at a position and lets a new one begin there, spoken by that label. White space at the
/// position goes to the first turn; where the label itself stands there, the speech begins behind it ("R:
/// …"). Throws Error(bad_input) where one of the two would have no words.
void split_turn(Edit& edit, model::SourceId source, std::size_t turn, text::Position at,
                const std::string& label);

/// Makes one turn of a turn and the one behind it; it is spoken by the first one's label. Throws
/// Error(bad_input) for the last turn.
void join_turns(Edit& edit, model::SourceId source, std::size_t turn);

}  // namespace study::verbs
