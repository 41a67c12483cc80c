// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/crosstab.h"

#include <utility>
#include <variant>

#include "analysis/axis_items.h"
#include "analysis/bases.h"
#include "analysis/coverage.h"
#include "analysis/exclusivity.h"
#include "analysis/findings.h"
#include "analysis/numbered.h"
#include "analysis/pairs.h"
#include "analysis/selection.h"
#include "analysis/stretches.h"
#include "analysis/tally.h"
#include "base/error.h"
#include "base/translate.h"

namespace analysis {

namespace {

using base::Error;
using base::ErrorKind;

/// More than anybody reads or a spreadsheet shows well; they would fill the memory.
constexpr std::size_t kMostCells = 2'000'000;

void check(const CrosstabSpec& spec, const WordsIn& words_in) {
    if (spec.percent == Percent::n && spec.count != Count::participants) {
        throw Error(ErrorKind::usage, base::tr("Per cent of n can be given for participants only."),
                    base::tr("Count participants, or ask for per cent of the row or of the column."));
    }
    if (spec.count == Count::words && !words_in) {
        throw Error(ErrorKind::internal, base::tr("Words were to be counted without the texts."));
    }
}

void check_size(const AxisItems& rows, const AxisItems& columns) {
    const std::size_t cells = rows.items.size() * columns.items.size();
    if (cells <= kMostCells) return;
    throw Error(ErrorKind::usage, base::say("The table would have {} cells.", cells),
                base::tr("Choose other rows or columns, or fewer participants or codes."));
}

std::int64_t column_total(const CrossCells& cells, std::size_t column) {
    std::int64_t total = 0;
    for (const auto& row : cells) total += row[column].value;
    return total;
}

void add_percents(CrossCells& cells, Percent percent) {
    if (percent == Percent::none || cells.empty()) return;
    std::vector<std::int64_t> columns;
    for (std::size_t i = 0; i < cells.front().size(); ++i) columns.push_back(column_total(cells, i));
    for (auto& row : cells) {
        std::int64_t row_total = 0;
        for (const CrossCell& cell : row) row_total += cell.value;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::int64_t whole = percent == Percent::n     ? row[i].coded
                                       : percent == Percent::row ? row_total
                                                                 : columns[i];
            if (whole > 0)
                row[i].percent = 100.0 * static_cast<double>(row[i].value) / static_cast<double>(whole);
        }
    }
}

/// One table in the making.
class Counting {
  public:
    Counting(AxisItems rows, const AxisItems& columns, const CrosstabSpec& spec, const WordsIn& words_in)
        : rows_(std::move(rows)), columns_(columns), spec_(spec), counter_(make(words_in)) {}
    Counting(const Counting&) = delete;
    Counting& operator=(const Counting&) = delete;

    void add(Findings& findings, const model::CountedSource& source, const std::vector<Stretch>& stretches) {
        if (auto* tally = std::get_if<Tally>(&counter_)) tally->add(findings, source, stretches);
        if (auto* pairs = std::get_if<Pairs>(&counter_)) pairs->add(findings, source);
    }

    [[nodiscard]] CrossCells take(const Numbered& numbered, const Bases& bases) {
        CrossCells cells = std::visit([&](auto& counter) { return counter.take(numbered); }, counter_);
        for (std::size_t row = 0; row < cells.size(); ++row) {
            for (std::size_t column = 0; column < cells[row].size(); ++column) {
                const Base& base = bases.at(static_cast<Index>(row), static_cast<Index>(column));
                CrossCell& cell = cells[row][column];
                cell.of = base.of;
                cell.coded = base.coded;
                cell.uncoded = base.uncoded;
                cell.absent = base.absent;
            }
        }
        add_percents(cells, spec_.percent);
        return cells;
    }

    [[nodiscard]] AxisItems& rows() { return rows_; }

  private:
    [[nodiscard]] std::variant<Tally, Pairs> make(const WordsIn& words_in) const {
        if (rows_.facet == Facet::code && columns_.facet == Facet::code) {
            return Pairs(rows_, columns_, spec_.count, words_in);
        }
        return Tally(rows_, columns_, spec_.count, words_in);
    }

    AxisItems rows_;
    const AxisItems& columns_;
    const CrosstabSpec& spec_;
    std::variant<Tally, Pairs> counter_;
};

/// Keeps of a list what is to stay, in its order.
template <class Things>
void keep(Things& things, const std::vector<bool>& wanted) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < things.size(); ++i) {
        if (!wanted[i]) continue;
        if (kept != i) things[kept] = std::move(things[i]);
        ++kept;
    }
    things.resize(kept);
}

/// Leaves out the rows and columns that are shown only where something is counted in them.
void drop_unused(Crosstab& table, const std::vector<bool>& optional_rows,
                 const std::vector<bool>& optional_columns) {
    std::vector<bool> rows(table.rows.size()), columns(table.columns.size());
    for (std::size_t row = 0; row < rows.size(); ++row) {
        rows[row] = rows[row] || !optional_rows[row];
        for (std::size_t column = 0; column < columns.size(); ++column) {
            const bool used = !table.cells[row][column].codings.empty();
            rows[row] = rows[row] || used;
            columns[column] = columns[column] || used;
        }
    }
    for (std::size_t column = 0; column < columns.size(); ++column) {
        columns[column] = columns[column] || !optional_columns[column];
    }
    keep(table.rows, rows);
    keep(table.cells, rows);
    keep(table.columns, columns);
    for (auto& row : table.cells) keep(row, columns);
    for (auto& row : table.dimension_cells) keep(row, columns);
}

}  // namespace

Crosstab crosstab(const model::Material& material, const CrosstabSpec& spec, const WordsIn& words_in) {
    check(spec, words_in);
    const Numbered numbered(material);
    const Selection selected = selection(numbered, spec);
    const Coverage coverage(numbered, spec.whose);

    AxisItems columns = axis_items(spec.columns, numbered, selected, spec.whose);
    count_participants(columns, numbered, selected, coverage);
    std::vector<std::unique_ptr<Counting>> tables;
    const auto prepare = [&](const Axis& axis) {
        AxisItems rows = axis_items(axis, numbered, selected, spec.whose);
        check_size(rows, columns);
        count_participants(rows, numbered, selected, coverage);
        tables.push_back(std::make_unique<Counting>(std::move(rows), columns, spec, words_in));
    };
    prepare(spec.rows);
    if (spec.rows.kind == Axis::Kind::codes) prepare({Axis::Kind::dimensions, {}, {}});

    Findings findings(numbered, selected, spec);
    Exclusivity exclusivity(numbered, selected);
    std::vector<Stretch> stretches;
    for (Index i = 0; i < numbered.sources(); ++i) {
        findings.read(i);
        exclusivity.add(findings.list());
        if (spec.count == Count::characters || spec.count == Count::words)
            find_stretches(findings, stretches);
        for (const auto& table : tables) table->add(findings, material.sources[i], stretches);
    }

    Crosstab made;
    made.spec = spec;
    const auto take = [&](Counting& table) {
        return table.take(numbered, Bases(table.rows(), columns, numbered, selected, coverage));
    };
    made.cells = take(*tables.front());
    made.rows = std::move(tables.front()->rows().items);
    if (tables.size() > 1) {
        made.dimension_cells = take(*tables.back());
        made.dimensions = std::move(tables.back()->rows().items);
    }
    made.columns = std::move(columns.items);
    drop_unused(made, tables.front()->rows().only_if_used, columns.only_if_used);
    made.unattributed = static_cast<std::int64_t>(findings.unattributed().size());
    made.unattributed_codings = findings.unattributed();
    made.warnings = exclusivity.warnings(coverage);
    return made;
}

}  // namespace analysis
