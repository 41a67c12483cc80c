// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/matrix/table.h"

#include <string>

#include "base/strings.h"
#include "base/translate.h"
#include "report/matrix/notes.h"
#include "report/passages/passage.h"

namespace report {

namespace {

using analysis::Axis;
using analysis::AxisItem;
using analysis::CrossCell;
using analysis::Crosstab;
using analysis::Percent;
using base::say;
using base::tr;
using model::CellState;
using model::Heading;
using model::Table;
using model::TableCell;

bool of_codes(const Axis& axis) {
    return axis.kind == Axis::Kind::codes || axis.kind == Axis::Kind::dimensions;
}

std::string axis_name(const Axis& axis) {
    switch (axis.kind) {
        case Axis::Kind::codes:
            return tr("Code");
        case Axis::Kind::dimensions:
            return tr("Dimension");
        case Axis::Kind::role:
            return tr("Role");
        case Axis::Kind::participant:
            return tr("Participant");
        case Axis::Kind::triad:
            return tr("Triad");
        case Axis::Kind::source:
            return tr("Source");
        case Axis::Kind::coder:
            return tr("Coder");
        case Axis::Kind::attribute:
            return axis.attribute;
    }
    return {};
}

/// "n = 6" or "n = 6 (4 coded)".
std::string n_note(const AxisItem& item) {
    return item.coded == item.n ? say("n = {}", item.n) : say("n = {} ({} coded)", item.n, item.coded);
}

Heading heading_of(const AxisItem& item, const Axis& axis) {
    Heading heading;
    heading.label = item.label;
    // A single participant's n is 1, or 0 coded, which the cells say too.
    if (!of_codes(axis) && axis.kind != Axis::Kind::participant) heading.note = n_note(item);
    return heading;
}

/// The code's path below its dimension, "Informatie / Praktisch".
std::string label_below_dimension(const AxisItem& code) {
    auto parts = model::path_parts(code.path);
    if (parts.size() > 1) parts.erase(parts.begin());
    return base::join(parts, " / ");
}

/// Zero because nobody can have it is not the zero of those who were coded.
CellState state_of(const CrossCell& cell) {
    if (cell.value > 0 || cell.coded > 0) return CellState::number;
    return cell.uncoded > 0 ? CellState::uncoded : CellState::absent;
}

TableCell number_cell(const CrossCell& cell, Percent percent, std::int64_t trace) {
    TableCell made;
    made.state = state_of(cell);
    made.trace = trace;
    if (made.state != CellState::number) return made;
    if (percent == Percent::none) {
        made.number = static_cast<double>(cell.value);
    } else if (cell.percent) {
        made.number = *cell.percent;
    } else {
        made.state = CellState::empty;  // a share of nothing
    }
    return made;
}

class MatrixTable {
  public:
    MatrixTable(const Crosstab& crosstab, const model::Codebook& codebook)
        : crosstab_(crosstab), codebook_(codebook) {
        const auto& spec = crosstab.spec;
        made_.corner = axis_name(spec.rows);
        made_.title = say("{} by {}", axis_name(spec.rows), axis_name(spec.columns));
        if (spec.percent != Percent::none) {
            made_.unit = "%";
            made_.decimals = 1;
        }
        for (const AxisItem& column : crosstab.columns) {
            made_.columns.push_back(heading_of(column, spec.columns));
        }
    }

    /// One row for each item of the axis.
    Table flat() {
        for (std::size_t row = 0; row < crosstab_.rows.size(); ++row) {
            add_row(heading_of(crosstab_.rows[row], crosstab_.spec.rows), crosstab_.cells[row], row);
        }
        return std::move(made_);
    }

    /// Rows of dimensions with their codes below them.
    Table working() {
        std::size_t row = 0;
        for (std::size_t i = 0; i < crosstab_.dimensions.size(); ++i) {
            const AxisItem& dimension = crosstab_.dimensions[i];
            const std::size_t begin = row;
            while (row < crosstab_.rows.size() && is_below(crosstab_.rows[row], dimension)) ++row;
            if (row == begin + 1 && crosstab_.rows[begin].id == dimension.id) {
                add_row({dimension.label, 0, false, {}}, crosstab_.cells[begin], begin);
                continue;
            }
            add_row({dimension.label, 0, true, {}}, crosstab_.dimension_cells[i], crosstab_.rows.size() + i);
            for (std::size_t code = begin; code < row; ++code) add_code_row(code, dimension);
        }
        return std::move(made_);
    }

    /// Rows of dimensions whose cells list their codes.
    Table published() {
        made_.corner = axis_name({Axis::Kind::dimensions, {}, {}});
        made_.title = say("{} by {}", made_.corner, axis_name(crosstab_.spec.columns));
        std::size_t row = 0;
        for (std::size_t i = 0; i < crosstab_.dimensions.size(); ++i) {
            const std::size_t begin = row;
            while (row < crosstab_.rows.size() && is_below(crosstab_.rows[row], crosstab_.dimensions[i]))
                ++row;
            made_.rows.push_back({crosstab_.dimensions[i].label, 0, false, {}});
            made_.cells.emplace_back();
            for (std::size_t column = 0; column < crosstab_.columns.size(); ++column) {
                made_.cells.back().push_back(listing(i, column, begin, row));
            }
        }
        return std::move(made_);
    }

  private:
    [[nodiscard]] bool is_below(const AxisItem& code, const AxisItem& dimension) const {
        return codebook_.is_within({code.id}, {dimension.id});
    }

    void add_row(Heading heading, const std::vector<CrossCell>& cells, std::size_t trace_row) {
        made_.rows.push_back(std::move(heading));
        made_.cells.emplace_back();
        for (std::size_t column = 0; column < cells.size(); ++column) {
            made_.cells.back().push_back(
                number_cell(cells[column], crosstab_.spec.percent, trace_of(crosstab_, trace_row, column)));
        }
    }

    /// A dimension that can itself be coded has a row of its own below it, if it was.
    void add_code_row(std::size_t row, const AxisItem& dimension) {
        const AxisItem& code = crosstab_.rows[row];
        const bool itself = code.id == dimension.id;
        if (itself && !is_used(row)) return;
        const std::string label = itself ? say("{} (itself)", code.label) : label_below_dimension(code);
        add_row({label, 1, false, {}}, crosstab_.cells[row], row);
    }

    [[nodiscard]] bool is_used(std::size_t row) const {
        for (const CrossCell& cell : crosstab_.cells[row]) {
            if (cell.value > 0 || !cell.codings.empty()) return true;
        }
        return false;
    }

    [[nodiscard]] std::string number_of(const CrossCell& cell) const {
        if (crosstab_.spec.percent == Percent::none || !cell.percent) return fmt::format("{}", cell.value);
        return fmt::format("{:.1f}%", *cell.percent);
    }

    /// "Proactief (3)", one a line, for the codes in [begin, end) that occur.
    [[nodiscard]] TableCell listing(std::size_t dimension, std::size_t column, std::size_t begin,
                                    std::size_t end) const {
        TableCell cell;
        const CrossCell& whole = crosstab_.dimension_cells[dimension][column];
        cell.trace = trace_of_dimension(crosstab_, dimension, column);
        cell.state = state_of(whole);
        if (cell.state != CellState::number) return cell;
        cell.state = CellState::text;
        std::vector<std::string> lines;
        for (std::size_t row = begin; row < end; ++row) {
            const CrossCell& one = crosstab_.cells[row][column];
            if (one.value == 0) continue;
            lines.push_back(
                fmt::format("{} ({})", label_below_dimension(crosstab_.rows[row]), number_of(one)));
        }
        cell.text = lines.empty() ? std::string("–") : base::join(lines, "\n");
        return cell;
    }

    const Crosstab& crosstab_;
    const model::Codebook& codebook_;
    Table made_;
};

}  // namespace

Table matrix_table(const Crosstab& crosstab, const model::Material& material, Layout layout) {
    MatrixTable matrix(crosstab, material.codebook);
    Table made = crosstab.spec.rows.kind != Axis::Kind::codes ? matrix.flat()
                 : layout == Layout::published                ? matrix.published()
                                                              : matrix.working();
    made.notes = matrix_notes(crosstab, material);
    return made;
}

}  // namespace report
