// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/coding_actions.h"

namespace ui {

/// Adds what moves through a text and selects in it: words, sentences, turns, codings one after the other,
/// letters larger and smaller, lines wider apart.
void add_reading_actions(Actions& actions, Context& context, const CurrentTranscript& current);

}  // namespace ui
