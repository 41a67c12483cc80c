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
/// The same in parts, for those who make links of some: what was counted and by which choices;
[[nodiscard]] std::vector<std::string> choice_notes(const analysis::Crosstab& crosstab,
                                                    const model::Material& material);
/// how many codings belong to nobody (empty where none do);
[[nodiscard]] std::string unattributed_note(const analysis::Crosstab& crosstab);
/// and one warning.
[[nodiscard]] std::string warning_note(const analysis::ExclusivityWarning& warning,
                                       const model::Material& material);

}  // namespace report
