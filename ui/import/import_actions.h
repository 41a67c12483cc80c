// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "ui/actions/action.h"
#include "ui/context/context.h"

class wxWindow;

namespace ui {

/// Adds the ways by which files come into the study. All lead to the import assistant, which knows by its
/// content what a file is.
void add_import_actions(Actions& actions, Context& context, wxWindow& frame);

/// Opens the import assistant on these files and folders.
void import_files(wxWindow& frame, Context& context, const std::vector<std::filesystem::path>& files);

}  // namespace ui
