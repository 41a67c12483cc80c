// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/coding.h"
#include "study/edit.h"

namespace study::verbs {

/// The coder of that name (as written, else folded), made where there is none. Throws Error(bad_input) for an
/// empty name and for the reserved ones: settled, any, all.
model::CoderId ensure_coder(Edit& edit, const std::string& name);

/// Gives a coder another name; the work stays that coder's. Throws Error(conflict) where another coder has
/// it, Error(bad_input) as ensure_coder(), Error(not_found) where there is no such coder.
void rename_coder(Edit& edit, model::CoderId coder, const std::string& name);

}  // namespace study::verbs
