// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/coding_actions.h"

namespace ui {

class MainFrame;

/// Adds what changes the view and moves through the window: whose codings are shown, panes, pages, triads
/// beside each other, marks, the language.
void add_view_actions(Actions& actions, Context& context, MainFrame& frame, const CurrentTranscript& current);

/// The sources of the triad to which a source belongs, in the order of the roles; only itself where it
/// belongs to none.
[[nodiscard]] std::vector<model::SourceId> triad_of(const model::Material& material, model::SourceId source);

/// Shows them beside each other in one tab; where there are no further ones, says so.
void open_triad(Context& context, MainFrame& frame, model::SourceId source);

}  // namespace ui
