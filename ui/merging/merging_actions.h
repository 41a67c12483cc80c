// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/action.h"
#include "ui/context/context.h"

class wxWindow;

namespace ui {

/// Making packages for a second coder, merging copies, and who may see others' work.
void add_merging_actions(Actions& actions, Context& context, wxWindow* parent);

}  // namespace ui
