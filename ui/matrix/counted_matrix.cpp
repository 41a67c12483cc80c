// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/counted_matrix.h"

#include "base/strings.h"
#include "exchange/out/table_parts.h"
#include "report/passages/passage.h"
#include "study/material.h"
#include "ui/context/role_colour.h"
#include "ui/kit/theme.h"
#include "ui/kit/words.h"

namespace ui {

using Kind = analysis::Axis::Kind;

CountedMatrix counted(Context& context, const MatrixChoice& choice) {
    study::WordCounter words(context.study());
    CountedMatrix made;
    made.crosstab = analysis::crosstab(context.material(), choice.spec,
                                       [&](model::SourceId source, const std::vector<text::Span>& spans) {
                                           return words.count(source, spans);
                                       });
    made.table = report::matrix_table(made.crosstab, context.material(), choice.layout);
    return made;
}

const analysis::AxisItem* row_item(const CountedMatrix& matrix, std::size_t row) {
    const auto& crosstab = matrix.crosstab;
    const auto trace = exchange::cell_at(matrix.table, row, 0).trace;
    if (trace < 0 || crosstab.columns.empty()) return nullptr;
    const auto place = static_cast<std::size_t>(trace) / crosstab.columns.size();
    if (place < crosstab.rows.size()) return &crosstab.rows[place];
    const auto dimension = place - crosstab.rows.size();
    return dimension < crosstab.dimensions.size() ? &crosstab.dimensions[dimension] : nullptr;
}

std::string cell_name(const CountedMatrix& matrix, std::size_t row, std::size_t column) {
    const auto rows = exchange::heading_paths(matrix.table.rows);
    const auto columns = exchange::heading_paths(matrix.table.columns);
    return base::join(rows.at(row), " / ") + ", " + base::join(columns.at(column), " / ");
}

std::string item_colour(const Context& context, const analysis::Axis& axis, const analysis::AxisItem& item) {
    if (item.none) return {};
    if (axis.kind == Kind::role) {
        return utf8(colour_of_role(context.material(), {item.id}).GetAsString(wxC2S_HTML_SYNTAX));
    }
    if (axis.kind != Kind::codes && axis.kind != Kind::dimensions) return {};
    const auto* code = context.codebook().find({item.id});
    if (code == nullptr || code->colour.empty()) return {};
    return utf8(bar_colour(code->colour).GetAsString(wxC2S_HTML_SYNTAX));
}

}  // namespace ui
