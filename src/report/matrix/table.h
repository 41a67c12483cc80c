// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/crosstab.h"
#include "model/material.h"
#include "model/table.h"

namespace report {

/// The two ways in which a matrix is read.
enum class Layout {
    working,    ///< one row per code, below a row for its dimension
    published,  ///< one row per dimension, whose cells list the codes that occur with their numbers
};

/// The crosstab as it is shown, printed and exported: headings with n, the three zeros told apart, and in
/// notes what was counted, whose codings, the filters, unattributed codings and exclusivity warnings. Traces
/// are those of trace_of(). The published layout needs rows by codes; for other rows it is the working one.
[[nodiscard]] model::Table matrix_table(const analysis::Crosstab& crosstab, const model::Material& material,
                                        Layout layout);

}  // namespace report
