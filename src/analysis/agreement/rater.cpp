// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/agreement/rater.h"

#include <algorithm>
#include <array>
#include <utility>

#include "analysis/voices.h"

namespace analysis {

namespace {

/// Begins clusters up to and including this one; clusters without ratings are there too.
template <class Clustered>
void go_to_cluster(Clustered& ratings, std::size_t cluster) {
    while (ratings.clusters() <= cluster) ratings.begin_cluster();
}

template <class Item>
void add_once(std::vector<Item>& items, const Item& item) {
    const auto place = std::lower_bound(items.begin(), items.end(), item);
    if (place == items.end() || *place != item) items.insert(place, item);
}

}  // namespace

Rater::Rater(const Numbered& numbered, const CodedSources& coded, const AgreementSpec& spec,
             const Scope& scope, const TextUnits& units)
    : numbered_(numbered),
      coded_(coded),
      spec_(spec),
      scope_(scope),
      sources_(scoped_sources(numbered, coded, scope, spec.unit, units)) {
    if (spec.unit == Unit::participant) find_participants();
}

Rater::CoderSpans Rater::spans_of(const ScopedSource& source, const CodeValues& values_of) const {
    CoderSpans spans(spec_.coders.size());
    for (const CodeMarks& marks : source.coded->marks) {
        const int value = values_of[marks.code];
        if (value == 0) continue;
        for (std::size_t g = 0; g < spans.size(); ++g) {
            for (const auto& one : marks.spans[g]) spans[g].push_back({one.span, value});
        }
    }
    for (auto& one : spans) one = united(std::move(one));
    return spans;
}

/// Null spans: nobody marked anything.
void Rater::rate(const ScopedSource& source, const CoderSpans* spans, ClusteredRatings& ratings) const {
    const auto coders = spec_.coders.size();
    static const std::vector<ValuedSpan> kNone;
    const bool project = !source.whole && (spec_.unit == Unit::character || spec_.unit == Unit::source);
    CoderSpans inside;
    if (spans != nullptr && project) {
        for (const auto& one : *spans) inside.push_back(projected(one, source.places));
        spans = &inside;
    }
    std::vector<MarkedSpans> marked(coders, nullptr);
    for (std::size_t g = 0; g < coders; ++g) {
        if (source.coded->coded[g]) marked[g] = spans == nullptr ? &kNone : &(*spans)[g];
    }
    go_to_cluster(ratings, source.coded->cluster);
    const auto sink = [&](std::span<const Category> row, double count) { ratings.add(row, count); };
    if (spec_.unit == Unit::character) {
        rate_characters(marked, source.length, sink);
    } else if (spec_.unit == Unit::source) {
        rate_units(marked, std::array{text::Span{0, source.length}}, spec_.rule, sink);
    } else {
        rate_units(marked, source.units, spec_.rule, sink);
    }
}

ClusteredRatings Rater::code(Index code) const {
    if (spec_.unit == Unit::participant) {
        CodeValues values(static_cast<std::size_t>(numbered_.codes()), 0);
        values[code] = 1;
        std::vector<DoubleCoding> none;
        return rate_participants(code, values, 1, none);
    }
    ClusteredRatings ratings(static_cast<int>(spec_.coders.size()), 2);
    for (const ScopedSource& source : sources_) {
        const CodeMarks* marks = source.coded->of(code);
        rate(source, marks == nullptr ? nullptr : &marks->spans, ratings);
    }
    if (coded_.clusters > 0) go_to_cluster(ratings, coded_.clusters - 1);
    return ratings;
}

ClusteredRatings Rater::dimension(Index dimension, const CodeValues& values_of, int values,
                                  std::vector<DoubleCoding>& doubles) const {
    if (spec_.unit == Unit::participant) return rate_participants(dimension, values_of, values, doubles);
    ClusteredRatings ratings(static_cast<int>(spec_.coders.size()), values + 1);
    const auto id = numbered_.material().codebook.codes()[dimension].id;
    for (const ScopedSource& source : sources_) {
        const CoderSpans spans = spans_of(source, values_of);
        bool disjoint = true;
        for (std::size_t g = 0; g < spans.size(); ++g) {
            const auto overlap = std::adjacent_find(
                spans[g].begin(), spans[g].end(),
                [](const ValuedSpan& a, const ValuedSpan& b) { return b.span.begin < a.span.end; });
            if (overlap == spans[g].end()) continue;
            disjoint = false;
            const auto& counted = numbered_.material().sources[source.coded->source];
            doubles.push_back({id, g, counted.id, (overlap + 1)->span.begin});
        }
        if (disjoint) rate(source, &spans, ratings);
    }
    if (coded_.clusters > 0) go_to_cluster(ratings, coded_.clusters - 1);
    return ratings;
}

SetRatings Rater::sets(const CodeValues& values_of) const {
    SetRatingsBuilder builder(spec_.coders.size());
    for (const Person& person : people_) {
        std::vector<CodeSet> sets(person.found.size());
        std::vector<const CodeSet*> row;
        for (std::size_t g = 0; g < sets.size(); ++g) {
            for (const Index code : person.found[g]) {
                if (values_of[code] > 0) add_once(sets[g], values_of[code]);
            }
            row.push_back(person.coded[g] ? &sets[g] : nullptr);
        }
        go_to_cluster(builder, person.cluster);
        builder.add(row, 1);
    }
    for (const ScopedSource& source : sources_) {
        if (spec_.unit == Unit::participant) break;
        CoderSpans spans = spans_of(source, values_of);
        std::vector<MarkedSpans> marked(spans.size(), nullptr);
        for (std::size_t g = 0; g < spans.size(); ++g) {
            if (!source.whole && (spec_.unit == Unit::character || spec_.unit == Unit::source))
                spans[g] = projected(spans[g], source.places);
            if (source.coded->coded[g]) marked[g] = &spans[g];
        }
        go_to_cluster(builder, source.coded->cluster);
        if (spec_.unit == Unit::character) {
            builder.add_characters(marked, source.length);
        } else if (spec_.unit == Unit::source) {
            builder.add_units(marked, std::array{text::Span{0, source.length}}, spec_.rule);
        } else {
            builder.add_units(marked, source.units, spec_.rule);
        }
    }
    if (coded_.clusters > 0) go_to_cluster(builder, coded_.clusters - 1);
    return builder.made();
}

std::vector<Rater::ClusteredContinuum> Rater::continua(const CodeValues& values_of) const {
    std::vector<ClusteredContinuum> continua;
    for (const ScopedSource& source : sources_) {
        CoderSpans spans = spans_of(source, values_of);
        ClusteredContinuum one{source.coded->cluster, {source.length, {}}};
        for (std::size_t g = 0; g < spans.size(); ++g) {
            if (!source.coded->coded[g]) continue;
            // Overlaps must be seen before places outside the scope are taken out.
            one.continuum.observers.push_back(source.whole || !are_disjoint(spans[g])
                                                  ? std::move(spans[g])
                                                  : projected(spans[g], source.places));
        }
        continua.push_back(std::move(one));
    }
    return continua;
}

std::vector<Rater::ClusteredPassages> Rater::passages(Index code) const {
    std::vector<ClusteredPassages> result;
    for (const ScopedSource& source : sources_) {
        const CodeMarks* marks = source.coded->of(code);
        if (marks == nullptr) continue;
        ClusteredPassages one{source.coded->cluster, {}, marks->passages};
        for (std::size_t g = 0; g < spec_.coders.size(); ++g) {
            one.coders.push_back(source.coded->coded[g] ? &marks->spans[g] : nullptr);
            if (source.whole) continue;
            std::erase_if(one.passages[g], [&](const text::Span& passage) {
                return text::intersection({passage}, source.places).empty();
            });
        }
        result.push_back(std::move(one));
    }
    return result;
}

void Rater::find_participants() {
    std::vector<Index> place(static_cast<std::size_t>(numbered_.participants()), kNowhere);
    Voices voices;
    std::vector<Index> owners;
    for (const ScopedSource& scoped : sources_) {
        const auto& source = numbered_.material().sources[scoped.coded->source];
        const auto people = numbered_.people(scoped.coded->source);
        const auto person_of = [&](Index own) -> Person* {
            const Index person = people[own];
            if (person == kNowhere || (scope_.people && !(*scope_.people)[person])) return nullptr;
            Index& known = place[person];
            if (known == kNowhere) {
                known = static_cast<Index>(people_.size());
                people_.push_back({person, scoped.coded->cluster, source.id,
                                   std::vector<bool>(spec_.coders.size()),
                                   std::vector<std::vector<Index>>(spec_.coders.size())});
            }
            return &people_[known];
        };
        for (std::size_t own = 0; own < people.size(); ++own) {
            Person* person = person_of(static_cast<Index>(own));
            if (person == nullptr) continue;
            for (std::size_t g = 0; g < spec_.coders.size(); ++g) {
                if (scoped.coded->coded[g]) person->coded[g] = true;
            }
        }
        voices.open(source);
        for (const auto& coding : source.codings) {
            const Index observer = observer_of(spec_, coding);
            const Index code = numbered_.code(coding.code);
            if (observer == kNowhere || code == kNowhere || !scoped.coded->coded[observer]) continue;
            voices.attribute(coding, Attribution::most, owners);
            for (const Index own : owners) {
                if (Person* person = person_of(own)) add_once(person->found[observer], code);
            }
        }
    }
    std::stable_sort(people_.begin(), people_.end(),
                     [](const Person& a, const Person& b) { return a.cluster < b.cluster; });
}

ClusteredRatings Rater::rate_participants(Index dimension, const CodeValues& values_of, int values,
                                          std::vector<DoubleCoding>& doubles) const {
    ClusteredRatings ratings(static_cast<int>(spec_.coders.size()), values + 1);
    const auto id = numbered_.material().codebook.codes()[dimension].id;
    std::vector<Category> row(spec_.coders.size());
    for (const Person& person : people_) {
        for (std::size_t g = 0; g < row.size(); ++g) {
            row[g] = person.coded[g] ? Category{0} : kMissing;
            for (const Index code : person.found[g]) {
                const auto value = static_cast<Category>(values_of[code]);
                if (value == 0 || value == row[g]) continue;
                if (row[g] > 0) doubles.push_back({id, g, person.source, -1});
                row[g] = value;
            }
        }
        go_to_cluster(ratings, person.cluster);
        ratings.add(row, 1);
    }
    if (coded_.clusters > 0) go_to_cluster(ratings, coded_.clusters - 1);
    return ratings;
}

}  // namespace analysis
