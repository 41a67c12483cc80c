// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "study/edit.h"

namespace study::verbs {

/// Keeps a query under a name, in the place of what had that name (case does not matter). Throws
/// Error(bad_input) where the name or the query is empty.
void save_search(Edit& edit, const std::string& name, const std::string& query);

/// Throws Error(not_found) where no search has that name.
void remove_search(Edit& edit, const std::string& name);

}  // namespace study::verbs
