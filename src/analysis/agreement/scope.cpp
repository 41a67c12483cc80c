// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/agreement/scope.h"

#include <algorithm>
#include <utility>

#include "analysis/selection.h"
#include "analysis/voices.h"

namespace analysis {

namespace {

using model::CountedSource;
using text::Span;

std::vector<Span> turns_of(const CountedSource& source) {
    if (source.turns.empty()) return {{0, source.length}};
    std::vector<Span> spans;
    for (const auto& turn : source.turns) spans.push_back(turn.span);
    return spans;
}

/// Those that begin in the places.
void keep_units_in(std::vector<Span>& units, const std::vector<Span>& places) {
    std::erase_if(units, [&](const Span& unit) {
        const auto behind = std::partition_point(
            places.begin(), places.end(), [&](const Span& place) { return place.begin <= unit.begin; });
        return behind == places.begin() || !(behind - 1)->contains(unit.begin);
    });
}

}  // namespace

std::optional<std::vector<Span>> places_of(const Numbered& numbered, Index source, const Scope& scope) {
    if (scope.source && *scope.source != source) return std::vector<Span>{};
    if (!scope.people) return std::nullopt;
    const auto people = numbered.people(source);
    const auto is_in = [&](Index person) { return person != kNowhere && (*scope.people)[person]; };
    if (std::all_of(people.begin(), people.end(), is_in)) {
        return people.empty() ? std::optional(std::vector<Span>{}) : std::nullopt;
    }
    Voices voices;
    voices.open(numbered.material().sources[source]);
    std::vector<Span> places;
    for (std::size_t i = 0; i < people.size(); ++i) {
        if (!is_in(people[i])) continue;
        const auto turns = voices.own_turns(static_cast<Index>(i));
        places.insert(places.end(), turns.begin(), turns.end());
    }
    return text::united(std::move(places));
}

std::vector<Span> units_of(const CountedSource& source, Unit unit, const TextUnits& units) {
    switch (unit) {
        case Unit::word:
        case Unit::sentence:
            return units ? units(source.id, unit) : std::vector<Span>{};
        case Unit::turn:
            return turns_of(source);
        default:
            return {};
    }
}

std::vector<ScopedSource> scoped_sources(const Numbered& numbered, const CodedSources& coded,
                                         const Scope& scope, Unit unit, const TextUnits& units) {
    std::vector<ScopedSource> result;
    for (const CodedSource& one : coded.sources) {
        const CountedSource& source = numbered.material().sources[one.source];
        const auto places = places_of(numbered, one.source, scope);
        ScopedSource scoped{&one, !places, places.value_or(std::vector<Span>{}), source.length, {}};
        if (places) scoped.length = text::total_length(*places);
        if (scoped.length == 0) continue;
        scoped.units = units_of(source, unit, units);
        if (places) keep_units_in(scoped.units, *places);
        result.push_back(std::move(scoped));
    }
    return result;
}

std::vector<TextPlace> places_said(const model::Material& material, const std::vector<Where>& where) {
    const Numbered numbered(material);
    CrosstabSpec filters;
    filters.where = where;
    Scope scope;
    scope.people = selection(numbered, filters).participants;
    std::vector<TextPlace> places;
    for (Index i = 0; i < numbered.sources(); ++i) {
        const CountedSource& source = material.sources[i];
        const auto spans = places_of(numbered, i, scope).value_or(std::vector<Span>{{0, source.length}});
        for (const Span& span : spans) places.push_back({source.id, span});
    }
    return places;
}

}  // namespace analysis
