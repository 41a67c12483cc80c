// SPDX-License-Identifier: GPL-3.0-or-later
// What is made of the matches of a search: hits, totals, lines of a concordance, groups.
#include <algorithm>

#include "base/strings.h"
#include "base/translate.h"
#include "search/gathering.h"
#include "search/grouping.h"
#include "search/ordering.h"
#include "search/run.h"
#include "search/search.h"
#include "study/sources.h"
#include "text/tokens.h"

namespace search {

template <class Work>
auto Search::healed(const Work& work) {
    for (const bool open_anew : {true, false}) {
        try {
            return work();
        } catch (const IndexGone&) {
            lose_index(open_anew);
        }
    }
    return work();
}

HitPlace Search::place_of(const Found& found, const Match& match) const {
    HitPlace place;
    const text::Span span = found.span_of(match.at);
    place.begin = static_cast<std::int32_t>(span.begin);
    place.end = static_cast<std::int32_t>(span.end);
    if (found.side != nullptr) {
        place.where = found.side->where;
        place.source = found.side->source;
        place.id = found.side->id;
        place.part = static_cast<std::uint32_t>(found.part);
        return place;
    }
    place.source = found.source->id;
    place.turn = (*found.units)[match.unit].turn + 1;
    return place;
}

Hit Search::hit_at(const HitPlace& place) {
    Hit hit;
    hit.where = place.where;
    hit.source = place.source;
    hit.id = place.id;
    hit.part = place.part;
    hit.span = place.span();
    hit.turn = place.turn;
    if (place.where != Where::source) {
        const auto& sides = side_texts(place.where);
        if (place.part >= sides.size() || sides[place.part].id != place.id) return hit;
        hit.title = sides[place.part].title;
        hit.participants = sides[place.part].participants;
        return hit;
    }
    const auto* source = contents_.source(place.source);
    if (source == nullptr) return hit;
    hit.title = source->name;
    hit.participants = voices_of(*source, place.turn - 1);
    if (const auto* speaker = speaker_of(*source, place.turn - 1)) hit.speaker = speaker->label;
    return hit;
}

std::vector<HitPlace> Search::collect(const Prepared& query, std::size_t first, std::size_t limit) {
    std::vector<HitPlace> hits;
    std::size_t passed = 0;
    run(query, [&](const Found& found) {
        const std::size_t here = found.matches.size();
        for (std::size_t i = passed < first ? std::min(first - passed, here) : 0; i < here; ++i) {
            if (hits.size() == limit) return false;
            hits.push_back(place_of(found, found.matches[i]));
        }
        passed += here;
        return hits.size() < limit;
    });
    return hits;
}

std::vector<HitPlace> Search::places(const Prepared& query, std::size_t first, std::size_t limit) {
    return healed([&] { return collect(query, first, limit); });
}

std::vector<Hit> Search::hits(const Prepared& query, std::size_t first, std::size_t limit) {
    std::vector<Hit> hits;
    for (const HitPlace& place : places(query, first, limit)) hits.push_back(hit_at(place));
    return hits;
}

Totals Search::totals(const Prepared& query) {
    Gathering gathering(*this, query, 0);
    gathering.work();
    return gathering.totals();
}

const text::Text& Search::text_of(const Hit& hit) {
    const auto* source = contents_.source(hit.source);
    if (source == nullptr)
        throw base::Error(base::ErrorKind::not_found, base::tr("This source is no longer in the study."));
    if (last_id_ != source->text) {
        last_text_ = study::sources::text(study_, source->text);
        last_id_ = source->text;
    }
    return last_text_;
}

Line Search::line_of(const Hit& hit, text::Position context) {
    Line line;
    if (hit.where == Where::source) {
        line = line_in(text_of(hit), hit.span, context);
    } else if (const auto& sides = side_texts(hit.where); hit.part < sides.size()) {
        line = line_in(sides[hit.part].text, hit.span, context);
    }
    line.hit = hit;
    return line;
}

std::vector<Line> Search::lines(const Prepared& query, Order order, std::size_t first, std::size_t limit,
                                text::Position context) {
    constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();
    const bool by_place = order == Order::place;
    const auto found = places(query, by_place ? first : 0, by_place ? limit : kAll);
    std::vector<Line> lines;
    if (by_place) {
        for (const HitPlace& place : found) lines.push_back(line_of(hit_at(place), context));
        return lines;
    }
    const auto rows = sorted(study_, contents_, found, order);
    for (std::size_t i = first; i < rows.size() && lines.size() < limit; ++i)
        lines.push_back(line_of(hit_at(found[rows[i]]), context));
    return lines;
}

std::vector<Group> Search::groups(const Prepared& query, GroupBy by, bool empty_too) {
    return healed([&] {
        Grouping grouping(contents_, study_, by);
        run(query, [&](const Found& found) {
            if (found.source == nullptr) return true;
            for (const Match& match : found.matches) {
                const std::int32_t turn = (*found.units)[match.unit].turn;
                grouping.add(*found.source, match.unit, voices_of(*found.source, turn),
                             [&] { return found.span_of(match.at); });
            }
            return true;
        });
        return grouping.take(empty_too);
    });
}

}  // namespace search
