// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/agreement/disputes.h"

namespace analysis {

/// Finds what is certain, and what each dispute does to the matrix: a participant has a code where a coding
/// with it belongs to them (attributed by most words). Certain is what both coders agree on, what came of
/// settled disputes, and what both sides of an open one say. What else is in dispute is left out, so that a
/// participant about whom two disputes say the same hangs on both.
void tell_effects(Disputes& disputes, const model::Material& material);

}  // namespace analysis
