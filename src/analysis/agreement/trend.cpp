// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/agreement/trend.h"

#include <algorithm>
#include <unordered_set>

namespace analysis {

namespace {

using Batch = std::vector<FinishedSource>;

/// The place nearest to `wanted`, behind `taken`, at which nothing that was finished together is torn apart.
std::size_t boundary_near(const Batch& finished, std::size_t taken, std::size_t wanted) {
    const auto is_boundary = [&](std::size_t place) {
        return place == finished.size() || finished[place].order != finished[place - 1].order;
    };
    std::size_t above = wanted, below = wanted;
    while (!is_boundary(above)) ++above;
    while (below > taken && !is_boundary(below)) --below;
    return below > taken && wanted - below <= above - wanted ? below : above;
}

/// In order, in at most so many batches of nearly the same size; what was finished together stays together.
std::vector<Batch> batches_of(std::vector<FinishedSource> finished, std::size_t steps) {
    std::stable_sort(finished.begin(), finished.end(),
                     [](const auto& a, const auto& b) { return a.order < b.order; });
    std::vector<Batch> batches;
    std::size_t taken = 0;
    while (taken < finished.size()) {
        const std::size_t left = steps > batches.size() ? steps - batches.size() : 1;
        const std::size_t wanted = (finished.size() - taken + left - 1) / left;
        const std::size_t end = boundary_near(finished, taken, taken + wanted);
        batches.emplace_back(finished.begin() + static_cast<std::ptrdiff_t>(taken),
                             finished.begin() + static_cast<std::ptrdiff_t>(end));
        taken = end;
    }
    return batches;
}

/// The figure of all codes together on some sources alone.
AgreementFigure figure_on(const std::unordered_set<model::SourceId>& sources, const model::Material& material,
                          const AgreementSpec& spec, const TextUnits& units) {
    model::Material part = material;
    std::erase_if(part.sources, [&](const auto& source) { return !sources.contains(source.id); });
    const auto report = agreement(part, spec, units);
    return report.rows.back().figures.front();
}

}  // namespace

std::vector<TrendStep> trend(const model::Material& material, const AgreementSpec& spec,
                             std::vector<FinishedSource> finished, std::size_t steps,
                             const TextUnits& units) {
    refuse_wrong_coders(material, spec);
    AgreementSpec all = spec;
    all.by = AgreementBy::all;
    all.coefficients = {spec.coefficients.front()};
    std::vector<TrendStep> found;
    std::unordered_set<model::SourceId> before;
    for (const Batch& batch : batches_of(std::move(finished), steps)) {
        TrendStep step;
        std::unordered_set<model::SourceId> here;
        for (const auto& one : batch) {
            step.sources.push_back(one.source);
            here.insert(one.source);
        }
        step.from = batch.front().at;
        step.to = batch.back().at;
        before.insert(here.begin(), here.end());
        step.here = figure_on(here, material, all, units);
        step.so_far = figure_on(before, material, all, units);
        found.push_back(std::move(step));
    }
    return found;
}

}  // namespace analysis
