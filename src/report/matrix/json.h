// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include "analysis/crosstab.h"
#include "model/material.h"

namespace report {

/// The table as docs/command-line.md describes it: rows, columns, cells with their five counts and their
/// participants, what belongs to nobody, warnings.
[[nodiscard]] nlohmann::ordered_json matrix_json(const analysis::Crosstab& crosstab,
                                                 const model::Material& material);

}  // namespace report
