// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/window.h>

#include "ui/actions/action.h"
#include "ui/context/context.h"

namespace ui {

class Workspace;

/// Adds the page of agreement, and writing what it shows to files.
void add_agreement_actions(Actions& actions, Context& context, Workspace& workspace, wxWindow* parent);

/// Writes "agreement", "plot", "disagreements", "stability" or "audit" as the page shows it now, in the
/// format of the file's ending, and tells how it went. Returns whether it was written.
bool export_agreement(Context& context, Workspace& workspace, const std::string& what,
                      const std::filesystem::path& file);

}  // namespace ui
