// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/agreement/trend.h"

#include <algorithm>

#include "analysis/agreement/observed.h"
#include "base/strings.h"
#include "base/translate.h"
#include "model/name_in.h"
#include "report/agreement/dispute_words.h"
#include "report/agreement/listing.h"
#include "study/marking_times.h"

namespace report {

namespace {

using analysis::AgreementFigure;
using base::tr;
using study::MarkingTime;
using Json = nlohmann::ordered_json;

/// The day and time at which a step began or ended; nothing where the history does not tell.
std::string time_text(std::int64_t at) {
    return at == 0 ? std::string() : base::iso_time(at);
}

/// When the second of those who finished a source had finished it.
MarkingTime finished_at(const model::CountedSource& source, const analysis::AgreementSpec& spec,
                        const std::map<std::pair<model::SourceId, model::CoderId>, MarkingTime>& times) {
    std::vector<MarkingTime> finished;
    for (const auto& observer : spec.coders) {
        if (!analysis::has_coded(observer, source.marks)) continue;
        const auto marked = times.find({source.id, observer.coder});
        finished.push_back(marked == times.end() ? MarkingTime{} : marked->second);
    }
    std::sort(finished.begin(), finished.end());
    return finished[1];
}

Json json_of(const AgreementFigure& figure) {
    const auto& interval = figure.interval;
    const bool sure = figure.value.defined() && interval.lack == analysis::Lack::none;
    const auto lack = analysis::id_of(figure.value.lack);
    return {{"value", figure.value.defined() ? json_number(figure.value.value) : Json(nullptr)},
            {"low", sure ? json_number(interval.low) : Json(nullptr)},
            {"high", sure ? json_number(interval.high) : Json(nullptr)},
            {"undefined", lack.empty() ? Json(nullptr) : Json(lack)}};
}

}  // namespace

std::vector<analysis::FinishedSource> finished_sources(const study::Study& study,
                                                       const model::Material& material,
                                                       const analysis::AgreementSpec& spec) {
    const auto times = study::marking_times(study);
    std::vector<std::pair<MarkingTime, model::SourceId>> finished;
    for (const auto& source : material.sources) {
        const auto coders = std::count_if(spec.coders.begin(), spec.coders.end(), [&](const auto& one) {
            return analysis::has_coded(one, source.marks);
        });
        if (coders >= 2) finished.emplace_back(finished_at(source, spec, times), source.id);
    }
    std::stable_sort(finished.begin(), finished.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<analysis::FinishedSource> ordered;
    for (std::size_t i = 0; i < finished.size(); ++i) {
        const bool together = i > 0 && finished[i].first == finished[i - 1].first;
        const auto order = together ? ordered.back().order : static_cast<std::int64_t>(i);
        ordered.push_back({finished[i].second, finished[i].first.at, order});
    }
    return ordered;
}

Listing trend_listing(const std::vector<analysis::TrendStep>& steps) {
    Listing listing;
    listing.title = tr("Agreement as sources were finished");
    listing.columns = {{"from", tr("From")},
                       {"to", tr("To")},
                       {"sources", tr("Sources"), true},
                       {"here", tr("On these")},
                       {"so_far", tr("So far")}};
    for (const auto& step : steps) {
        listing.rows.push_back({time_text(step.from), time_text(step.to), std::to_string(step.sources.size()),
                                figure_text(step.here), figure_text(step.so_far)});
    }
    return listing;
}

Json trend_json(const std::vector<analysis::TrendStep>& steps, const model::Material& material) {
    Json list = Json::array();
    for (const auto& step : steps) {
        Json sources = Json::array();
        for (const auto id : step.sources) sources.push_back(model::name_in(material.sources, id));
        Json entry{{"from", time_text(step.from)},
                   {"to", time_text(step.to)},
                   {"sources", sources},
                   {"coefficient", analysis::info(step.here.coefficient).id}};
        entry.update(json_of(step.here));
        entry["so_far"] = json_of(step.so_far);
        list.push_back(std::move(entry));
    }
    return list;
}

}  // namespace report
