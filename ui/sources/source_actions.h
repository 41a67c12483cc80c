// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "ui/actions/action.h"
#include "ui/context/context.h"

namespace ui {

class MainFrame;
class SourcesPane;

/// Adds what can be done to the sources that are chosen in the pane: open, rename, mark, remove, and who was
/// interviewed.
void add_source_actions(Actions& actions, Context& context, SourcesPane& pane, MainFrame& frame);

/// The coder codes these sources once more; tells that what was coded has not gone.
void begin_round(Context& context, const std::vector<model::SourceId>& sources);

/// The menu of a right click in the pane.
[[nodiscard]] std::vector<std::string> source_menu(const Actions& actions);

}  // namespace ui
