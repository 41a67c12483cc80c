// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/coding_actions.h"

namespace ui {

/// Adds undo and redo, and copying and selecting, which mean the field that has the focus where that is one.
void add_edit_actions(Actions& actions, Context& context, const CurrentTranscript& current, wxWindow* frame);

/// Puts text on the clipboard, where it stays when the program ends.
void copy_to_clipboard(const std::string& text);

}  // namespace ui
