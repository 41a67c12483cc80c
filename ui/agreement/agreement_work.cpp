// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/agreement/agreement_work.h"

#include <algorithm>
#include <map>

#include "analysis/agreement/scope.h"
#include "report/agreement/texts.h"
#include "report/agreement/trend.h"
#include "study/study.h"

namespace ui {

namespace {

using analysis::Unit;

constexpr std::size_t kTrendSteps = 6;

/// Words and sentences and the history, read from the file by a connection of its own, since the window's
/// belongs to the window's thread. Each list is made once.
class OwnStudy {
  public:
    explicit OwnStudy(std::filesystem::path path) : path_(std::move(path)) {}

    [[nodiscard]] std::vector<text::Span> units(model::SourceId source, Unit unit) {
        const auto known = made_.find({source, unit});
        if (known != made_.end()) return known->second;
        return made_[{source, unit}] = report::AgreementTexts(study()).units(source, unit);
    }

    [[nodiscard]] const study::Study& study() {
        if (!study_) study_ = study::Study::open(path_, study::Access::read);
        return *study_;
    }

  private:
    std::filesystem::path path_;
    std::unique_ptr<study::Study> study_;
    std::map<std::pair<model::SourceId, Unit>, std::vector<text::Span>> made_;
};

}  // namespace

analysis::AgreementSpec AgreementChoice::spec() const {
    analysis::AgreementSpec made;
    made.coders = coders;
    made.unit = unit;
    made.rule = rule;
    made.trim = trim;
    made.coefficients = coefficients;
    if (code) made.codes = {code};
    made.where = where;
    return made;
}

std::vector<analysis::Observer> usual_coders(const model::Material& material) {
    std::vector<analysis::Observer> coders;
    for (const auto& coder : material.coders) {
        const bool finished =
            std::any_of(material.sources.begin(), material.sources.end(), [&](const auto& source) {
                const auto mark = source.marks.find(coder.id);
                return mark != source.marks.end() && mark->second.is_coded();
            });
        if (finished && coders.size() < 2) coders.push_back({coder.id});
    }
    return coders;
}

model::Layer last_round(const model::Material& material, model::CoderId coder) {
    model::Layer last = 0;
    for (const auto& source : material.sources) {
        const auto standing = model::standing_round(source.marks, coder);
        if (standing > model::kFirstRound) last = std::max(last, standing);
    }
    return last;
}

AgreementFindings find_agreement(std::shared_ptr<const model::Material> material,
                                 const AgreementChoice& choice, const std::filesystem::path& study,
                                 const base::Progress& progress) {
    OwnStudy own(study);
    const analysis::TextUnits units = [&](model::SourceId source, Unit unit) {
        progress.step(0, {});
        return own.units(source, unit);
    };
    AgreementFindings found;
    found.material = std::move(material);
    found.spec = choice.spec();
    const auto& all = *found.material;
    if (!found.spec.where.empty()) found.places = analysis::places_said(all, found.spec.where);
    found.disputes = analysis::disputes(all, found.spec, units);
    found.stability = analysis::stability(all, found.spec, found.disputes);
    found.confusions = analysis::confusions(all, found.spec, units);
    progress.step(0, {});

    analysis::AgreementSpec persons = found.spec;
    persons.unit = Unit::participant;
    persons.coefficients = {analysis::Coefficient::percent_agreement,
                            analysis::Coefficient::krippendorff_alpha_nominal};
    found.persons = analysis::agreement(all, persons, units);
    progress.step(0, {});
    found.codes = analysis::agreement(all, found.spec, units);
    progress.step(0, {});
    analysis::AgreementSpec roles = found.spec;
    roles.by = analysis::AgreementBy::role;
    roles.coefficients = {found.spec.coefficients.front()};
    found.roles = analysis::agreement(all, roles, units);
    progress.step(0, {});
    found.trend = analysis::trend(all, found.spec, report::finished_sources(own.study(), all, found.spec),
                                  kTrendSteps, units);
    found.named = report::named(found.codes, all);
    return found;
}

}  // namespace ui
