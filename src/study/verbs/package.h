// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "study/edit.h"
#include "study/packages.h"

namespace study::verbs {

/// Gives sources to a coder, who is made where there is none of that name: each that the coder has no mark on
/// is marked as to do. Returns what goes into the package. Throws Error(bad_input) for a reserved or empty
/// name.
packages::Contents assign(Edit& edit, const std::string& coder, const std::vector<model::SourceId>& sources);

/// Gives a coder the right to see others' work in blind coding, or takes it. Throws Error(not_found) where
/// there is no such coder.
void set_supervisor(Edit& edit, model::CoderId coder, bool supervisor);

}  // namespace study::verbs
