// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "model/table.h"
#include "report/charts/forest_chart.h"
#include "ui/agreement/agreement_work.h"

namespace ui {

/// Rows of codes in the order in which they are shown: places in AgreementFindings::codes.rows. The least
/// reliable first, then those without a value; all codes together last.
[[nodiscard]] std::vector<std::size_t> rows_by_reliability(const AgreementFindings& findings);

/// A row for each code: first whether both find it for the same persons, then the text. Traces of cells are
/// places in `order`.
[[nodiscard]] model::Table figures_table(const AgreementFindings& findings,
                                         const std::vector<std::size_t>& order);

/// Codes of a dimension against each other; traces are places in Confusion::cells, -1 for nothing.
[[nodiscard]] model::Table confusion_table(const AgreementFindings& findings,
                                           const analysis::Confusion& confusion, bool passages);

/// A row for each cell of the matrix; traces are places in Stability::cells.
[[nodiscard]] model::Table stability_table(const AgreementFindings& findings);

/// The first coefficient with its interval, by code and by role.
[[nodiscard]] std::vector<report::ForestLine> forest_lines(const AgreementFindings& findings);

/// "All together, persons: …": what is read first.
[[nodiscard]] std::string headline(const AgreementFindings& findings);

}  // namespace ui
