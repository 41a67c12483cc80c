// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "ui/actions/menus.h"

namespace ui {

/// The menu bar: which action stands where. Ids whose action is not in `actions` are left out.
[[nodiscard]] std::vector<MenuPlan> menu_plan(const Actions& actions);
/// The menu of a right click in a transcript.
[[nodiscard]] std::vector<std::string> transcript_menu(const Actions& actions);
/// The buttons of the toolbar.
[[nodiscard]] std::vector<std::string> toolbar_plan(const Actions& actions);

}  // namespace ui
