// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "study/edit.h"
#include "study/merging/plan.h"

namespace study::verbs {

/// Does what the plan says; merging the same copy again changes nothing. Throws Error(conflict) where the
/// study was changed since the plan was made, or where codes that differ were not confirmed (SameCodes::ask).
void merge(Edit& edit, const merging::MergePlan& plan);

}  // namespace study::verbs
