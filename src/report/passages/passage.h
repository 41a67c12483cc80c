// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

#include "analysis/crosstab.h"
#include "model/ids.h"

namespace report {

/// One coded passage with everything a reader needs to find and judge it.
struct Passage {
    model::CodingId coding;
    std::string participant;  ///< whose words; several joined with "; ", empty where nobody's
    std::string role;
    std::string triad;
    std::string source;
    std::string coder;
    std::string code_path;
    std::string dimension;
    std::string quotation;   ///< empty for a judgement of the whole source
    std::int64_t turn = 0;   ///< from 1, as a reader counts; 0: none
    std::int64_t begin = 0;  ///< code points, half-open
    std::int64_t end = 0;
    model::Layer round = 0;  ///< of its coder; 0: the settled layer
    bool whole_source = false;
    bool starred = false;
    std::int64_t created = 0;  ///< seconds since 1970, UTC
};

/// Gives the passage of a coding; called once for each time that it is printed.
using PassageOf = std::function<Passage(model::CodingId)>;

/// How a matrix writes down in model::TableCell::trace from which cell of the crosstab a number comes:
/// first the cells in rows, then the dimensions' cells in rows.
[[nodiscard]] inline std::int64_t trace_of(const analysis::Crosstab& crosstab, std::size_t row,
                                           std::size_t column) {
    return static_cast<std::int64_t>(row * crosstab.columns.size() + column);
}
[[nodiscard]] inline std::int64_t trace_of_dimension(const analysis::Crosstab& crosstab,
                                                     std::size_t dimension, std::size_t column) {
    return trace_of(crosstab, crosstab.rows.size() + dimension, column);
}

/// The crosstab's cell of a trace, or none where it has no such cell.
[[nodiscard]] inline const analysis::CrossCell* cell_of(const analysis::Crosstab& crosstab,
                                                        std::int64_t trace) {
    const auto width = static_cast<std::int64_t>(crosstab.columns.size());
    if (trace < 0 || width == 0) return nullptr;
    const auto row = static_cast<std::size_t>(trace / width);
    const auto column = static_cast<std::size_t>(trace % width);
    if (row < crosstab.cells.size()) return &crosstab.cells[row].at(column);
    const auto dimension = row - crosstab.cells.size();
    if (dimension < crosstab.dimension_cells.size()) return &crosstab.dimension_cells[dimension].at(column);
    return nullptr;
}

}  // namespace report
