// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/agreement/audit_tables.h"

#include <algorithm>

#include "analysis/agreement/resampling.h"
#include "base/strings.h"
#include "base/translate.h"
#include "report/agreement/figure_text.h"
#include "report/agreement/listing.h"

namespace report {

namespace {

using analysis::AgreementFigure;
using analysis::AgreementRow;
using analysis::Coefficient;
using analysis::Lack;
using base::say;
using base::tr;

/// A report to be signed tells a digit more than a table on the screen.
constexpr int kDecimals = 3;

AuditCell figure_cell(const AgreementFigure& figure) {
    if (!figure.value.defined()) return audit_text("–");
    AuditCell cell{coefficient_text(figure.value.value, kDecimals), figure.value.value};
    const auto& interval = figure.interval;
    if (interval.lack != Lack::none) return cell;
    cell.interval = {interval.low, interval.high};
    return cell;
}

/// The share of samples in which the figure is below one of the limits it is measured against.
AuditCell missing_cell(const AgreementFigure& figure, std::size_t target) {
    const auto& interval = figure.interval;
    if (!figure.value.defined() || interval.lack != Lack::none) return audit_text("–");
    return {coefficient_text(interval.missing[target], kDecimals), interval.missing[target]};
}

std::string row_label(const AgreementRow& row) {
    return row.label.empty() ? std::string(tr("All together")) : row.label;
}

/// The coefficients of a row without a value or an interval, by the reason.
std::vector<std::pair<std::string, std::vector<std::string>>> lacks_of(const AgreementRow& row) {
    std::vector<std::pair<std::string, std::vector<std::string>>> reasons;
    for (const auto& figure : row.figures) {
        const bool defined = figure.value.defined();
        const Lack lack = defined ? figure.interval.lack : figure.value.lack;
        if (lack == Lack::none) continue;
        const std::string sentence = analysis::sentence_of(lack);
        const std::string why = defined ? say("no interval: {}", sentence) : sentence;
        auto known =
            std::find_if(reasons.begin(), reasons.end(), [&](const auto& one) { return one.first == why; });
        if (known == reasons.end()) known = reasons.insert(known, {why, {}});
        known->second.emplace_back(analysis::shown_name(figure.coefficient));
    }
    return reasons;
}

}  // namespace

AuditCell audit_text(std::string words) {
    return {std::move(words)};
}

AuditCell audit_count(double number) {
    return {fmt::format("{:.0f}", number), number};
}

AuditTable audit_table(const Listing& listing, std::string id) {
    AuditTable table{std::move(id), {}, {}, {}};
    for (const auto& column : listing.columns) table.columns.push_back({column.title});
    for (const auto& row : listing.rows) {
        auto& cells = table.rows.emplace_back();
        for (std::size_t i = 0; i < row.size(); ++i) {
            AuditCell cell = audit_text(row[i]);
            if (listing.columns[i].number && !row[i].empty()) cell.value = std::stod(row[i]);
            cells.push_back(std::move(cell));
        }
    }
    return table;
}

AuditLabel audit_label(model::CodeId id, const model::Codebook& codebook) {
    const auto* code = codebook.find(id);
    if (code == nullptr) return {{}, "?"};
    const auto& dimension = codebook.dimension_of(id);
    if (code->id == dimension.id) return {dimension.name, dimension.name};
    return {dimension.name, codebook.path(id).substr(codebook.path(dimension.id).size() + 1)};
}

AuditLabel audit_label(const AgreementRow& row, const model::Material& material) {
    if (row.by == analysis::AgreementBy::code) return audit_label(model::CodeId{row.id}, material.codebook);
    return {{}, row_label(row)};
}

AuditTable audit_figures(const analysis::AgreementReport& report, const model::Material& material,
                         const std::vector<std::string>& coders, std::string id, std::string title) {
    AuditTable table{std::move(id), std::move(title), {{tr("Of")}}, {}};
    for (const auto& name : coders) table.columns.push_back({name});
    for (const char* name : {tr("Both"), tr("Neither"), tr("N")}) table.columns.push_back({name});
    for (const auto coefficient : report.spec.coefficients)
        table.columns.push_back({analysis::shown_name(coefficient), true});
    for (const char* name : {tr("α below .667"), tr("α below .800"), tr("Lower limit of α")})
        table.columns.push_back({name});
    for (const AgreementRow& row : report.rows) {
        const auto [group, label] = audit_label(row, material);
        table.groups.push_back(group);
        auto& cells = table.rows.emplace_back();
        cells.push_back(audit_text(label));
        for (std::size_t g = 0; g < coders.size(); ++g)
            cells.push_back(g < row.marked.size() ? audit_count(row.marked[g]) : audit_text({}));
        for (const double number : {row.both, row.neither, row.units}) cells.push_back(audit_count(number));
        for (const auto& figure : row.figures) cells.push_back(figure_cell(figure));
        const auto alpha =
            std::find_if(row.figures.begin(), row.figures.end(), [](const AgreementFigure& one) {
                return one.coefficient == Coefficient::krippendorff_alpha_nominal;
            });
        const bool known = alpha != row.figures.end();
        for (std::size_t i = 0; i < analysis::kTargets.size(); ++i)
            cells.push_back(known ? missing_cell(*alpha, i) : audit_text("–"));
        cells.push_back(audit_text(known ? band_of(*alpha) : std::string()));
    }
    return table;
}

void add_audit_lacks(const analysis::AgreementReport& report, const std::string& title, AuditTable& table) {
    struct Group {
        std::string why, coefficients;
        std::vector<std::string> labels;
    };
    std::vector<Group> groups;
    for (const AgreementRow& row : report.rows) {
        for (const auto& [why, names] : lacks_of(row)) {
            const std::string coefficients = base::join(names, ", ");
            auto known = std::find_if(groups.begin(), groups.end(), [&, &reason = why](const Group& one) {
                return one.why == reason && one.coefficients == coefficients;
            });
            if (known == groups.end()) known = groups.insert(known, {why, coefficients, {}});
            known->labels.push_back(row_label(row));
        }
    }
    for (const Group& one : groups) {
        table.rows.push_back({audit_text(title), audit_text(one.why), audit_text(one.coefficients),
                              audit_text(base::join(one.labels, "; "))});
    }
}

}  // namespace report
