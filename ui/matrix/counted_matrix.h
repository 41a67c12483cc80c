// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "analysis/crosstab.h"
#include "model/table.h"
#include "ui/context/context.h"
#include "ui/matrix/matrix_choice.h"

namespace ui {

/// A matrix as the study stands now.
struct CountedMatrix {
    analysis::Crosstab crosstab;
    model::Table table;  ///< in the layout that was chosen
};

/// Counts. Throws base::Error where the choice does not fit the study.
[[nodiscard]] CountedMatrix counted(Context& context, const MatrixChoice& choice);

/// The item of the axis at which a row of the table stands: a code, a dimension, a role.
[[nodiscard]] const analysis::AxisItem* row_item(const CountedMatrix& matrix, std::size_t row);
/// What a reader calls a cell: "Rechten / Afspraken, jongere".
[[nodiscard]] std::string cell_name(const CountedMatrix& matrix, std::size_t row, std::size_t column);
/// The code's, dimension's or role's colour as "#rrggbb"; empty for what has none.
[[nodiscard]] std::string item_colour(const Context& context, const analysis::Axis& axis,
                                      const analysis::AxisItem& item);

}  // namespace ui
