// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/window.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "ui/actions/action.h"
#include "ui/context/context.h"

namespace ui {

class Workspace;

/// Adds the page of the matrix, copying it, and writing everything to files.
void add_matrix_actions(Actions& actions, Context& context, Workspace& workspace, wxWindow* parent);

/// Writes "matrix" (as it was chosen last), "chart" or one of report::parts() in the format of the file's
/// ending, and tells how it went. Returns whether it was written.
bool export_to(Context& context, const std::string& what, const std::filesystem::path& file);

/// Asks for a file to write, with one of these endings; the first is proposed. Asks before another file is
/// replaced. Nothing where it was cancelled.
[[nodiscard]] std::optional<std::filesystem::path> ask_for_file(wxWindow* parent, Context& context,
                                                                const std::string& name,
                                                                const std::vector<std::string>& endings);

}  // namespace ui
