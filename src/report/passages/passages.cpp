// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/passages/passages.h"

#include <algorithm>
#include <tuple>
#include <unordered_set>

#include "base/error.h"
#include "base/strings.h"
#include "base/translate.h"
#include "model/name_in.h"
#include "report/passages/said_by.h"
#include "study/codings.h"
#include "study/sources.h"

namespace report {

namespace {

bool is_by(const model::CountedCoding& coding, const analysis::Whose& whose) {
    using Kind = analysis::Whose::Kind;
    switch (whose.kind) {
        case Kind::settled:
            return coding.layer == model::kSettledLayer;
        case Kind::one:
            return coding.layer != model::kSettledLayer && coding.coder == whose.coder;
        case Kind::any:
        case Kind::all:
            return true;
    }
    return true;
}

/// The codings of the participants that a filter leaves: counting decides whose words they are, so that a
/// list and a table never disagree.
std::unordered_set<model::CodingId> of_participants(const model::Material& material,
                                                    const CodingFilter& filter) {
    analysis::CrosstabSpec spec;
    spec.columns.kind = analysis::Axis::Kind::participant;
    spec.count = analysis::Count::codings;
    spec.whose = filter.whose.value_or(analysis::Whose{});
    spec.attribution = filter.attribution;
    spec.where = filter.where;
    spec.codes = filter.codes;
    const auto crosstab = analysis::crosstab(material, spec);
    std::unordered_set<model::CodingId> ids;
    for (const auto& row : crosstab.cells) {
        for (const auto& cell : row) ids.insert(cell.codings.begin(), cell.codings.end());
    }
    return ids;
}

}  // namespace

std::vector<model::CodingId> selected_codings(const model::Material& material, const CodingFilter& filter) {
    std::optional<std::unordered_set<model::CodingId>> allowed;
    if (!filter.where.empty()) allowed = of_participants(material, filter);
    const auto passes = [&](const model::CountedCoding& coding) {
        if (allowed && !allowed->contains(coding.id)) return false;
        if (filter.whose && !is_by(coding, *filter.whose)) return false;
        return filter.codes.empty() ||
               std::any_of(filter.codes.begin(), filter.codes.end(), [&](model::CodeId code) {
                   return material.codebook.is_within(coding.code, code);
               });
    };
    std::vector<model::CodingId> ids;
    for (const auto& source : material.sources) {
        std::vector<const model::CountedCoding*> here;
        for (const auto& coding : source.codings) {
            if (passes(coding)) here.push_back(&coding);
        }
        std::sort(here.begin(), here.end(), [](const auto* a, const auto* b) {
            return std::tie(a->span.begin, a->span.end, a->id) < std::tie(b->span.begin, b->span.end, b->id);
        });
        for (const auto* coding : here) ids.push_back(coding->id);
    }
    return ids;
}

std::int64_t turn_number(const std::vector<model::Turn>& turns, const text::Span& span) {
    const auto first = std::find_if(turns.begin(), turns.end(),
                                    [&](const model::Turn& turn) { return turn.span.end > span.begin; });
    if (first == turns.end() || text::overlap(first->span, span) == 0) return 0;
    return first - turns.begin() + 1;
}

Passages::Passages(const study::Study& study, const model::Material& material,
                   analysis::Attribution attribution)
    : study_(study), material_(material), attribution_(attribution) {
    for (const auto& source : material.sources) {
        for (const auto& coding : source.codings) places_[coding.id] = {&source, &coding};
        for (const auto& coding : source.aside) places_[coding.id] = {&source, &coding};
    }
}

const Passages::Place& Passages::place_of(model::CodingId coding) const {
    const auto found = places_.find(coding);
    if (found == places_.end()) {
        throw base::Error(base::ErrorKind::internal, base::tr("A coding that was counted is not there."));
    }
    return found->second;
}

const Passages::Loaded& Passages::loaded(model::SourceId source) {
    const auto [place, is_new] = loaded_.try_emplace(source);
    if (is_new) {
        place->second.text = study::sources::text(study_, study::sources::get(study_, source).text);
        for (const auto& coding : study::codings::of_source(study_, source)) {
            place->second.created[coding.id] = coding.created;
        }
    }
    return place->second;
}

std::vector<model::ParticipantId> Passages::participants_of(model::CodingId coding) const {
    const Place& place = place_of(coding);
    return analysis::attributed(*place.source, *place.coding, attribution_);
}

const model::CountedSource& Passages::source_of(model::CodingId coding) const {
    return *place_of(coding).source;
}

Passage Passages::of(model::CodingId id) {
    const auto [source, coding] = place_of(id);
    const Loaded& here = loaded(source->id);
    Passage passage;
    passage.coding = id;
    auto by = said_by(material_, participants_of(id));
    passage.participant = std::move(by.participant);
    passage.role = std::move(by.role);
    passage.triad = std::move(by.triad);
    passage.source = source->name;
    passage.coder = coding->layer == model::kSettledLayer
                        ? model::kSettled
                        : model::name_in(material_.coders, coding->coder, "");
    passage.round = coding->layer;
    passage.code_path = material_.codebook.path(coding->code);
    passage.dimension = material_.codebook.dimension_of(coding->code).name;
    passage.whole_source = coding->whole_source();
    passage.starred = coding->starred;
    if (!passage.whole_source) {
        passage.quotation = here.text.view(coding->span);
        passage.begin = coding->span.begin;
        passage.end = coding->span.end;
        passage.turn = turn_number(source->turns, coding->span);
    }
    if (const auto made = here.created.find(id); made != here.created.end()) passage.created = made->second;
    return passage;
}

}  // namespace report
