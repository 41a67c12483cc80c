// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "ui/actions/action.h"

namespace ui {

class MainFrame;

/// Adds what concerns a study as a whole: new, open, the sample study, and in a window that has one its
/// settings, looking whether it is whole, closing. Also for the welcome page.
void add_study_actions(Actions& actions, MainFrame& frame);

/// Opens the sample study of this user in a window, and makes it before where it is not there.
void open_sample_study(MainFrame& frame);

}  // namespace ui
