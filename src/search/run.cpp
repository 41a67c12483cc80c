// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/run.h"

#include <algorithm>

#include "study/sources.h"

namespace search {

namespace {

/// Documents that are looked up first: few, so that the first hits are there at once.
constexpr std::size_t kFirstBatch = 64;

/// A stretch as code points, from characters or from words whose places are known.
template <class Places>
text::Span span_of(const Plan& plan, const Stretch& at, Places& places) {
    if (plan.by_character) return {at.begin, at.end};
    return {places[static_cast<std::size_t>(at.first)].begin,
            places[static_cast<std::size_t>(at.past) - 1].end};
}

void measure_in_characters(std::vector<Stretches>& terms, Index::Places& places) {
    for (Stretches& list : terms) {
        for (Stretch& one : list) {
            one.begin = places[static_cast<std::size_t>(one.first)].begin;
            one.end = places[static_cast<std::size_t>(one.past) - 1].end;
        }
    }
}

const std::vector<WordPlace>& all_of(const std::vector<WordPlace>& places) {
    return places;
}

const std::vector<WordPlace>& all_of(Index::Places& places) {
    return places.all();
}

}  // namespace

Search::Run::Run(Search& search, const Prepared& query, Visit visit, std::size_t largest_batch)
    : search_(search),
      query_(query),
      plan_(query.plan),
      visit_(std::move(visit)),
      conditions_(plan_, search.contents_, search.study_),
      patterns_(patterns_of(plan_)),
      largest_batch_(largest_batch),
      batch_(std::min(kFirstBatch, largest_batch)) {
    const auto& sources = search_.contents_.sources;
    if (!plan_.looks_in(Where::source)) return;
    past_ = sources.size();
    if (!query_.only) return;
    const auto wanted = std::find_if(sources.begin(), sources.end(),
                                     [&](const model::Source& one) { return one.id == query_.only; });
    source_ = static_cast<std::size_t>(wanted - sources.begin());
    past_ = wanted == sources.end() ? source_ : source_ + 1;
}

bool Search::Run::step() {
    if (source_ < past_) return over_transcripts();
    if (query_.only) return false;
    for (; place_ < plan_.places.size(); ++place_) {
        if (plan_.places[place_] == Where::source) continue;
        return over_side_texts(plan_.places[place_++]);
    }
    return false;
}

bool Search::Run::over_transcripts() {
    const auto& sources = search_.contents_.sources;
    std::vector<const model::Source*> batch;
    std::size_t documents = 0;
    for (; source_ < past_ && documents < batch_; ++source_) {
        const model::Source& source = sources[source_];
        if (!conditions_.may_fulfil(source)) continue;
        if (!is_covered(source)) break;
        batch.push_back(&source);
        documents += search_.index_->documents(source.id);
    }
    if (batch.empty()) return source_ == past_ || scanned(sources[source_++]);
    batch_ = std::min(batch_ * 4, largest_batch_);
    return indexed(batch);
}

bool Search::Run::is_covered(const model::Source& source) const {
    return search_.index_ != nullptr && search_.covered_.contains(source.id);
}

bool Search::Run::indexed(const std::vector<const model::Source*>& batch) {
    if (forms_.empty()) {
        for (const Term& term : plan_.terms) {
            forms_.push_back(term.where == Where::source ? search_.index_->forms(term)
                                                         : std::vector<std::string>());
        }
    }
    std::vector<model::SourceId> ids;
    for (const auto* source : batch) ids.push_back(source->id);
    auto found = search_.index_->look_up(plan_, forms_, ids);
    for (std::size_t i = 0; i < batch.size(); ++i) {
        const model::Source& source = *batch[i];
        Index::Places places(*search_.index_, source.id);
        if (plan_.by_character) measure_in_characters(found[i].terms, places);
        if (!evaluate(source, *found[i].units, std::move(found[i].terms), places)) return false;
    }
    return true;
}

bool Search::Run::scanned(const model::Source& source) {
    const auto read = search_.read(source);
    return evaluate(source, read->units, search_.scanner_.stretches(plan_, Where::source, *read),
                    read->places);
}

template <class Places>
bool Search::Run::evaluate(const model::Source& source, const std::vector<Unit>& units,
                           std::vector<Stretches> terms, Places& places) {
    if (!patterns_.empty()) {
        const text::Text text = study::sources::text(search_.study_, source.text);
        add_patterns(plan_, Where::source, patterns_, text, units, all_of(places), terms);
    }
    Found found;
    found.source = &source;
    found.units = &units;
    found.span_of = [&](const Stretch& at) { return span_of(plan_, at, places); };
    Matter matter;
    matter.units = &units;
    matter.terms = std::move(terms);
    matter.holds = [&](int condition, std::size_t unit, const Stretch& at) {
        const auto answer = conditions_.holds(condition, source, units[unit]);
        return answer ? *answer : conditions_.holds(condition, source, units[unit], found.span_of(at));
    };
    matter.passages = [&](std::size_t unit) {
        Stretches passages;
        for (const auto& span : conditions_.passages(source, units[unit])) {
            passages.push_back({static_cast<std::int32_t>(span.begin), static_cast<std::int32_t>(span.end),
                                units[unit].first, units[unit].past});
        }
        return passages;
    };
    found.matches = matches(plan_, matter);
    return found.matches.empty() || visit_(found);
}

bool Search::Run::over_side_texts(Where where) {
    const auto& sides = search_.side_texts(where);
    for (std::size_t part = 0; part < sides.size(); ++part) {
        const SideText& side = sides[part];
        ReadText read = search_.scanner_.read(side.text, {});
        // Each of them is one unit, whatever its paragraphs.
        read.units = {{side.text.whole(), -1, 0, static_cast<std::int32_t>(read.places.size())}};
        Matter matter;
        matter.units = &read.units;
        matter.terms = search_.scanner_.stretches(plan_, where, read);
        add_patterns(plan_, where, patterns_, side.text, read.units, read.places, matter.terms);
        matter.holds = [&](int condition, std::size_t, const Stretch&) {
            return conditions_.holds(condition, side);
        };
        Found found;
        found.side = &side;
        found.part = part;
        found.units = &read.units;
        found.span_of = [&](const Stretch& at) { return span_of(plan_, at, read.places); };
        found.matches = matches(plan_, matter);
        if (!found.matches.empty() && !visit_(found)) return false;
    }
    return true;
}

}  // namespace search
