// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "ui/actions/action.h"
#include "ui/passages/passage_box.h"

namespace ui {

/// Adds what can be done to the passages that are selected in their pane.
void add_passage_actions(Actions& actions, Context& context, PassageBox& box);

/// The ids of the context menu of a passage.
[[nodiscard]] std::vector<std::string> passage_menu();

}  // namespace ui
