// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "analysis/crosstab.h"
#include "model/material.h"

namespace report {

/// What a reader must know of a matrix, in sentences: what was counted, whose codings, attribution where it
/// is not the usual one, filters, unattributed codings, exclusivity warnings (ten, then how many more).
[[nodiscard]] std::vector<std::string> matrix_notes(const analysis::Crosstab& crosstab,
                                                    const model::Material& material);

}  // namespace report
