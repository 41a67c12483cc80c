// SPDX-License-Identifier: GPL-3.0-or-later
// What is made of the matches of a search: hits, totals, lines of a concordance, groups.
#include <algorithm>

#include "base/strings.h"
#include "base/translate.h"
#include "search/gathering.h"
#include "search/grouping.h"
#include "search/run.h"
#include "search/search.h"
#include "study/sources.h"
#include "text/tokens.h"

namespace search {

namespace {

/// On one line: line ends and tabs are blanks, runs of blanks one.
std::string flat(std::string_view text) {
    std::string made;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\n' || c == '\t';
        if (!blank) {
            made += c;
        } else if (made.empty() || made.back() != ' ') {
            made += ' ';
        }
    }
    return made;
}

/// The words of the context from the hit outwards, as lines are put in order by what stands before them.
std::string backwards(const std::string& left) {
    auto words = terms_of(left);
    std::reverse(words.begin(), words.end());
    return base::join(words, " ");
}

std::string role_of(const Contents& contents, const Hit& hit) {
    for (const auto id : hit.participants) {
        const auto* participant = contents.participant(id);
        if (participant == nullptr) continue;
        // Roles are in the user's order.
        for (std::size_t i = 0; i < contents.roles.size(); ++i) {
            if (contents.roles[i].id == participant->role) return fmt::format("{:06}", i);
        }
    }
    return "~";
}

std::string sort_key(const Contents& contents, const Line& line, Order order) {
    switch (order) {
        case Order::left:
            return backwards(line.left);
        case Order::right:
            return base::join(terms_of(line.right), " ");
        case Order::match:
            return base::join(terms_of(line.match), " ");
        case Order::role:
            return role_of(contents, line.hit);
        case Order::place:
            break;
    }
    return {};
}

}  // namespace

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

Hit Search::hit_of(const Found& found, const Match& match) const {
    Hit hit;
    hit.span = found.span_of(match.at);
    if (found.side != nullptr) {
        hit.where = found.side->where;
        hit.source = found.side->source;
        hit.id = found.side->id;
        hit.part = found.part;
        hit.title = found.side->title;
        hit.participants = found.side->participants;
        return hit;
    }
    const std::int32_t turn = (*found.units)[match.unit].turn;
    hit.source = found.source->id;
    hit.title = found.source->name;
    hit.turn = turn + 1;
    hit.participants = voices_of(*found.source, turn);
    if (const auto* speaker = speaker_of(*found.source, turn)) hit.speaker = speaker->label;
    return hit;
}

std::vector<Hit> Search::collect(const Prepared& query, std::size_t first, std::size_t limit) {
    std::vector<Hit> hits;
    std::size_t passed = 0;
    run(query, [&](const Found& found) {
        const std::size_t here = found.matches.size();
        for (std::size_t i = passed < first ? std::min(first - passed, here) : 0; i < here; ++i) {
            if (hits.size() == limit) return false;
            hits.push_back(hit_of(found, found.matches[i]));
        }
        passed += here;
        return hits.size() < limit;
    });
    return hits;
}

std::vector<Hit> Search::hits(const Prepared& query, std::size_t first, std::size_t limit) {
    return healed([&] { return collect(query, first, limit); });
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
    line.hit = hit;
    const auto fill = [&](const text::Text& text) {
        line.left = flat(text.view({std::max<text::Position>(0, hit.span.begin - context), hit.span.begin}));
        line.match = flat(text.view(hit.span));
        line.right = flat(text.view({hit.span.end, std::min(text.size(), hit.span.end + context)}));
    };
    if (hit.where == Where::source) {
        fill(text_of(hit));
    } else if (const auto& sides = side_texts(hit.where); hit.part < sides.size()) {
        fill(sides[hit.part].text);
    }
    // The blanks beside the hit stay: "(school)" and "( school )" are not the same.
    line.left.erase(0, line.left.find_first_not_of(' '));
    line.right.erase(line.right.find_last_not_of(' ') + 1);
    return line;
}

std::vector<std::size_t> Search::sorted(const std::vector<Hit>& hits, Order order) {
    std::vector<std::pair<std::string, std::size_t>> keys;
    for (std::size_t i = 0; i < hits.size(); ++i) {
        const bool by_place = order == Order::place;
        keys.emplace_back(by_place ? std::string() : sort_key(contents_, line_of(hits[i]), order), i);
    }
    std::sort(keys.begin(), keys.end());
    std::vector<std::size_t> places;
    for (const auto& [key, place] : keys) places.push_back(place);
    return places;
}

std::vector<Line> Search::lines(const Prepared& query, Order order, std::size_t first, std::size_t limit,
                                text::Position context) {
    constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();
    const bool by_place = order == Order::place;
    const auto found = hits(query, by_place ? first : 0, by_place ? limit : kAll);
    std::vector<Line> lines;
    if (by_place) {
        for (const Hit& hit : found) lines.push_back(line_of(hit, context));
        return lines;
    }
    const auto places = sorted(found, order);
    for (std::size_t i = first; i < places.size() && lines.size() < limit; ++i)
        lines.push_back(line_of(found[places[i]], context));
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
