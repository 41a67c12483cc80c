// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "ui/actions/action.h"

class wxWindow;

namespace ui {

/// Actions whose label or help holds every typed word, in any order, without regard to case and accents;
/// those whose label begins so first.
[[nodiscard]] std::vector<const Action*> matching_actions(const Actions& actions, const std::string& typed);

/// Asks for an action by a few letters of its name. Nothing where the user went away.
[[nodiscard]] const Action* ask_for_action(wxWindow* parent, const Actions& actions);

}  // namespace ui
