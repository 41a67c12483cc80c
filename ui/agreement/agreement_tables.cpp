// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/agreement/agreement_tables.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/strings.h"
#include "base/translate.h"
#include "model/name_in.h"
#include "report/agreement/dispute_words.h"
#include "report/agreement/figure_text.h"
#include "report/agreement/listing.h"

namespace ui {

namespace {

constexpr std::size_t kDay = 10;  ///< characters of YYYY-MM-DD

using analysis::AgreementFigure;
using analysis::AgreementRow;
using analysis::Lack;
using base::say;
using base::tr;
using model::TableCell;

TableCell text_cell(std::string text, std::int64_t trace) {
    return {model::CellState::text, 0, std::move(text), trace};
}

TableCell number_cell(std::int64_t number, std::int64_t trace) {
    return {model::CellState::number, static_cast<double>(number), {}, trace};
}

bool is_share(analysis::Coefficient coefficient) {
    return coefficient == analysis::Coefficient::percent_agreement ||
           coefficient == analysis::Coefficient::percent_agreement_unanimous;
}

std::string value_text(const AgreementFigure& figure) {
    if (!figure.value.defined()) return "–";
    if (is_share(figure.coefficient)) return report::percent_text(figure.value.value);
    return report::coefficient_text(figure.value.value);
}

std::string interval_text(const AgreementFigure& figure) {
    if (!figure.value.defined() || figure.interval.lack != Lack::none) return "–";
    return fmt::format("{} – {}", report::coefficient_text(figure.interval.low),
                       report::coefficient_text(figure.interval.high));
}

std::string count_text(double count, double of) {
    if (of <= 0) return "–";
    return fmt::format("{:.0f}", count);
}

/// Of the figures by persons, the row of the same code.
const AgreementRow* persons_row(const AgreementFindings& findings, const AgreementRow& row) {
    for (const auto& one : findings.persons.rows) {
        if (one.by == row.by && one.id == row.id) return &one;
    }
    return nullptr;
}

std::string short_label(const AgreementFindings& findings, const AgreementRow& row) {
    if (row.by == analysis::AgreementBy::all) return tr("All together");
    return model::name_in(findings.material->codebook.codes(), model::CodeId{row.id});
}

void add_column(model::Table& table, const std::string& label, const std::string& note = {}) {
    model::Heading heading;
    heading.label = label;
    heading.note = note;
    table.columns.push_back(std::move(heading));
}

std::string unit_note(analysis::Unit unit) {
    switch (unit) {
        case analysis::Unit::character:
            return tr("characters");
        case analysis::Unit::word:
            return tr("words");
        case analysis::Unit::sentence:
            return tr("sentences");
        case analysis::Unit::turn:
            return tr("turns");
        case analysis::Unit::source:
            return tr("sources");
        case analysis::Unit::participant:
            return tr("persons");
    }
    return {};
}

std::string band_of(const AgreementRow& row) {
    for (const auto& figure : row.figures) {
        const std::string band = report::band_of(figure);
        if (!band.empty()) return band;
    }
    return row.figures.front().value.defined() ? tr("no interval") : "–";
}

}  // namespace

std::vector<std::size_t> rows_by_reliability(const AgreementFindings& findings) {
    std::vector<std::size_t> order(findings.codes.rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto key = [&](std::size_t place) {
        const AgreementRow& row = findings.codes.rows[place];
        const auto& value = row.figures.front().value;
        return std::tuple(row.by == analysis::AgreementBy::all, !value.defined(),
                          value.defined() ? value.value : 0.0);
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
    return order;
}

model::Table figures_table(const AgreementFindings& findings, const std::vector<std::size_t>& order) {
    model::Table table;
    table.title = findings.named.title;
    table.corner = tr("Least reliable first");
    const auto& names = findings.named.coders;
    const std::string persons = tr("persons"), unit = unit_note(findings.spec.unit);
    for (const auto& name : names) add_column(table, name, persons);
    add_column(table, tr("Both"), persons);
    add_column(table, tr("Same"), persons);
    for (const auto coefficient : findings.spec.coefficients) {
        add_column(table, analysis::shown_name(coefficient), unit);
        if (coefficient == findings.spec.coefficients.front()) add_column(table, tr("Interval"), "95%");
    }
    add_column(table, tr("Lower limit"), tr("Krippendorff’s bands"));
    for (const auto& name : names) add_column(table, name, unit);
    add_column(table, tr("Both"), unit);
    add_column(table, tr("Neither"), unit);

    for (std::size_t i = 0; i < order.size(); ++i) {
        const AgreementRow& row = findings.codes.rows[order[i]];
        const AgreementRow* people = persons_row(findings, row);
        const auto trace = static_cast<std::int64_t>(i);
        model::Heading heading;
        heading.label = short_label(findings, row);
        table.rows.push_back(std::move(heading));
        auto& cells = table.cells.emplace_back();
        for (std::size_t g = 0; g < names.size(); ++g) {
            cells.push_back(text_cell(people && g < people->marked.size()
                                          ? count_text(people->marked[g], people->units)
                                          : std::string("–"),
                                      trace));
        }
        cells.push_back(text_cell(people ? count_text(people->both, people->units) : "–", trace));
        cells.push_back(text_cell(people ? value_text(people->figures.front()) : "–", trace));
        for (const auto& figure : row.figures) {
            cells.push_back(text_cell(value_text(figure), trace));
            if (&figure == &row.figures.front()) cells.push_back(text_cell(interval_text(figure), trace));
        }
        cells.push_back(text_cell(band_of(row), trace));
        for (std::size_t g = 0; g < names.size(); ++g) {
            cells.push_back(text_cell(
                g < row.marked.size() ? count_text(row.marked[g], row.units) : std::string("–"), trace));
        }
        cells.push_back(text_cell(count_text(row.both, row.units), trace));
        cells.push_back(text_cell(count_text(row.neither, row.units), trace));
    }
    return table;
}

model::Table confusion_table(const AgreementFindings& findings, const analysis::Confusion& confusion,
                             bool passages) {
    const auto& codes = findings.material->codebook.codes();
    model::Table table;
    table.title = model::name_in(codes, confusion.dimension);
    table.corner = say("{} ↓   {} →", findings.named.coders[0], findings.named.coders[1]);
    std::vector<model::CodeId> items = confusion.codes;
    items.push_back({});
    for (const auto item : items) {
        model::Heading heading;
        heading.label = item ? model::name_in(codes, item) : std::string(tr("nothing"));
        table.rows.push_back(heading);
        table.columns.push_back(heading);
    }
    for (const auto first : items) {
        auto& cells = table.cells.emplace_back();
        for (const auto second : items) {
            if (!first && !second) {
                cells.push_back({});
                continue;
            }
            const auto* cell = confusion.at(first, second);
            if (cell == nullptr) {
                cells.push_back(number_cell(0, -1));
                continue;
            }
            const auto count =
                passages ? static_cast<std::int64_t>(cell->places.size()) : std::int64_t{cell->characters};
            cells.push_back(number_cell(count, cell - confusion.cells.data()));
        }
    }
    return table;
}

model::Table stability_table(const AgreementFindings& findings) {
    const auto& stability = findings.stability;
    model::Table table;
    table.title = tr("Stability of the matrix");
    table.corner = tr("Cell of the matrix");
    for (const auto& name : findings.named.coders) add_column(table, name);
    add_column(table, tr("Either"));
    add_column(table, tr("Both"));
    add_column(table, tr("Settled"));
    add_column(table, tr("Can become"));
    add_column(table, tr("Open"), tr("disagreements"));
    add_column(table, tr("Stable"));
    for (std::size_t i = 0; i < stability.cells.size(); ++i) {
        const auto& cell = stability.cells[i];
        const auto trace = static_cast<std::int64_t>(i);
        model::Heading heading;
        heading.label = model::name_in(findings.material->codebook.codes(), cell.code) + " × " +
                        stability.columns[cell.column].label;
        table.rows.push_back(std::move(heading));
        const std::string range =
            cell.low == cell.high ? std::to_string(cell.low) : fmt::format("{} – {}", cell.low, cell.high);
        table.cells.push_back(
            {text_cell(std::to_string(cell.first), trace), text_cell(std::to_string(cell.second), trace),
             text_cell(std::to_string(cell.either), trace), text_cell(std::to_string(cell.both), trace),
             text_cell(std::to_string(cell.settled), trace), text_cell(range, trace),
             number_cell(static_cast<std::int64_t>(cell.open.size()), trace),
             text_cell(cell.stable() ? tr("yes") : tr("no"), trace)});
    }
    return table;
}

std::vector<report::ForestLine> forest_lines(const AgreementFindings& findings) {
    std::vector<report::ForestLine> lines;
    const auto heading = [&](const std::string& label) { lines.push_back({label, {}, true}); };
    heading(tr("By role"));
    for (const auto& row : findings.roles.rows) lines.push_back({row.label, row.figures.front(), false});
    if (findings.trend.size() > 1) {
        heading(tr("As sources were finished"));
        for (const auto& step : findings.trend) {
            const auto sources = base::say_n("{} source", "{} sources", step.sources.size());
            lines.push_back(
                {say("{}, until {}", sources, base::iso_time(step.to).substr(0, kDay)), step.here, false});
        }
    }
    heading(tr("By code"));
    for (const std::size_t place : rows_by_reliability(findings)) {
        const auto& row = findings.codes.rows[place];
        lines.push_back({short_label(findings, row), row.figures.front(), false});
    }
    return lines;
}

std::string headline(const AgreementFindings& findings) {
    if (findings.persons.sources.empty())
        return tr("No source has been marked as coded by both of these coders.");
    const auto& row = findings.persons.rows.back();
    std::string sentence;
    if (row.figures.front().value.defined()) {
        sentence =
            say("Persons: of every 100 questions “does this person have this code” the two answer {:.0f} "
                "alike; α {}.",
                100 * row.figures.front().value.value, value_text(row.figures.back()));
    }
    const auto& stability = findings.stability;
    return sentence + " " +
           say("Matrix: {} of {} cells are the same whoever coded, {} hang on an open disagreement.",
               stability.same, stability.cells.size(), stability.hanging);
}

}  // namespace ui
