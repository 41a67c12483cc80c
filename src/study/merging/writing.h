// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "study/edit.h"
#include "study/merging/plan.h"

namespace study::merging {

/// The store of merges: writes rows, texts and what was learned as the plan says. For the verb alone.
void write(Edit& edit, const MergePlan& plan);

}  // namespace study::merging
