// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/agreement/named.h"

#include <utility>

#include "base/strings.h"
#include "base/translate.h"
#include "model/name_in.h"
#include "report/agreement/dispute_words.h"
#include "report/agreement/names.h"
#include "report/agreement/notes.h"

namespace report {

namespace {

using analysis::AgreementReport;
using analysis::Lack;
using analysis::Unit;
using base::say;
using base::tr;

}  // namespace

NamedAgreement named(const AgreementReport& report, const model::Material& material) {
    const auto& spec = report.spec;
    NamedAgreement result;
    result.coders = observer_names(material, spec);
    result.title = say("Agreement of {}", base::join(result.coders, ", "));
    result.rows = report.rows;
    result.unit = word_of(kUnits, spec.unit);
    if (spec.unit != Unit::character && spec.unit != Unit::participant)
        result.rule = word_of(kRules, spec.rule);
    result.method = spec.analytic ? std::string("analytic") : word_of(kMethods, spec.interval.method);
    result.level = spec.interval.level;

    auto notes = agreement_notes(report, material, result.coders);
    result.notes = std::move(notes.sentences);
    result.figure_notes = notes.for_figure;

    auto sources = nlohmann::ordered_json::array();
    for (const auto id : report.sources) sources.push_back(model::name_in(material.sources, id));
    auto missing = nlohmann::ordered_json::array();
    for (const auto& one : report.missing) {
        auto who = nlohmann::ordered_json::array();
        for (const std::size_t coder : one.coders) who.push_back(result.coders[coder]);
        missing.push_back({{"source", model::name_in(material.sources, one.source)}, {"coders", who}});
    }
    auto only = nlohmann::ordered_json::array();
    for (const auto& where : spec.where) only.push_back(where.attribute + "=" + where.value);
    for (const auto code : spec.codes) only.push_back(material.codebook.path(code));
    result.more["only"] = std::move(only);
    result.more["sources"] = std::move(sources);
    result.more["missing"] = std::move(missing);
    result.more["clusters"] = report.clusters;
    result.more["undefined_rows"] = report.undefined_rows;
    if (!spec.analytic) {
        result.more["interval"] = {{"cluster", word_of(kClusters, spec.cluster)},
                                   {"replicates", spec.interval.replicates},
                                   {"seed", spec.interval.seed}};
    }
    const auto among = [&](const std::vector<analysis::AgreementAmong>& list) {
        auto entries = nlohmann::ordered_json::array();
        for (const auto& one : list) {
            auto who = nlohmann::ordered_json::array();
            for (const std::size_t coder : one.coders) who.push_back(result.coders[coder]);
            for (std::size_t c = 0; c < one.figures.size(); ++c) {
                const auto& figure = one.figures[c];
                entries.push_back(
                    {{"coders", who},
                     {"coefficient", analysis::info(spec.coefficients[c]).id},
                     {"value", figure.defined() ? nlohmann::ordered_json(figure.value) : nullptr},
                     {"undefined",
                      figure.defined() ? nullptr : nlohmann::ordered_json(analysis::id_of(figure.lack))}});
            }
        }
        return entries;
    };
    if (!report.pairs.empty()) result.more["pairs"] = among(report.pairs);
    if (!report.left_out.empty()) result.more["without_one"] = among(report.left_out);
    return result;
}

NamedAgreement named(const analysis::RatedTable& table, std::vector<analysis::AgreementRow> rows,
                     analysis::Level scale, double level) {
    NamedAgreement result;
    result.coders = table.coders;
    result.title = say("Agreement of {}", base::join(table.coders, ", "));
    result.rows = std::move(rows);
    result.unit = "unit";
    result.method = "analytic";
    result.level = level;
    const double units = analysis::sums_of(table.ratings).units;
    result.notes.push_back(
        say("{:.0f} units rated by at least one of {} coders; level: {}; categories: {}.", units,
            table.coders.size(), word_of(kLevels, scale),
            table.categories.empty() ? std::string(tr("none")) : shortened_list(table.categories)));
    result.notes.push_back(
        say("Intervals: {:.4g}%, by formula, which takes the units to be independent of each other; where "
            "there is no formula, by leaving out one unit at a time.",
            100 * level));
    tell_undefined(result.rows, result.notes);
    for (const auto& figure : result.rows.front().figures) {
        if (!figure.value.defined() || figure.interval.lack == Lack::none) continue;
        result.notes.push_back(say("No interval: {}: {}.", analysis::shown_name(figure.coefficient),
                                   analysis::sentence_of(figure.interval.lack)));
    }
    result.more["level"] = word_of(kLevels, scale);
    result.more["categories"] = table.categories;
    return result;
}

}  // namespace report
