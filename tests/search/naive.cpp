// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/naive.h"

#include <algorithm>
#include <functional>

#include "search/words.h"
#include "study/codes.h"
#include "study/codings.h"
#include "study/participants.h"
#include "study/sources.h"
#include "text/text.h"
#include "text/tokens.h"

namespace naive {

using search::Node;
using search::Stretch;
using search::Stretches;
using Kind = Node::Kind;

namespace {

void each_choice(const std::vector<Stretches>& lists, std::vector<Stretch>& chosen,
                 const std::function<void(const std::vector<Stretch>&)>& visit) {
    if (chosen.size() == lists.size()) return visit(chosen);
    for (const auto& one : lists[chosen.size()]) {
        chosen.push_back(one);
        each_choice(lists, chosen, visit);
        chosen.pop_back();
    }
}

Stretch around(const std::vector<Stretch>& all) {
    Stretch whole = all.front();
    for (const auto& one : all) {
        whole = {std::min(whole.begin, one.begin), std::max(whole.end, one.end),
                 std::min(whole.first, one.first), std::max(whole.past, one.past)};
    }
    return whole;
}

bool is_chain(const std::vector<Stretch>& all, std::int64_t distance) {
    for (std::size_t i = 1; i < all.size(); ++i) {
        const std::int64_t step = all[i].first - (all[i - 1].past - 1);
        if (step < 1 || step > distance || all[i].begin < all[i - 1].end) return false;
    }
    return true;
}

Stretches chosen_by(const std::vector<Stretches>& lists,
                    const std::function<bool(std::vector<Stretch>)>& fulfils) {
    Stretches all;
    std::vector<Stretch> chosen;
    each_choice(lists, chosen, [&](const std::vector<Stretch>& choice) {
        if (fulfils(choice)) all.push_back(around(choice));
    });
    return smallest(all);
}

/// One turn with its words, and the study around it.
struct Turn {
    const study::Study* study;
    const model::Source* source;
    int number;
    std::vector<std::string> terms;
    std::vector<text::Span> places;
    text::Span body;
};

bool holds(const Turn& turn, const Node& node, const text::Span& span) {
    if (node.field == search::FieldId::turn) return std::to_string(turn.number) == node.text;
    if (node.field == search::FieldId::source) return turn.source->name == node.text;
    if (node.field == search::FieldId::code) {
        const auto codebook = study::codes::codebook(*turn.study);
        for (const auto& coding : study::codings::of_source(*turn.study, turn.source->id)) {
            const bool named = node.text == "*" || codebook.path(coding.code) == node.text;
            if (named && coding.span && coding.span->begin <= span.begin && span.end <= coding.span->end)
                return true;
        }
        return false;
    }
    for (const auto& speaker : turn.source->speakers) {
        if (turn.number < 1 ||
            speaker.id != turn.source->turns[static_cast<std::size_t>(turn.number) - 1].speaker)
            continue;
        for (const auto& participant : study::participants::all(*turn.study)) {
            const bool says = std::find(speaker.participants.begin(), speaker.participants.end(),
                                        participant.id) != speaker.participants.end();
            for (const auto& role : study::participants::roles(*turn.study)) {
                if (says && role.id == participant.role && role.name == node.text) return true;
            }
        }
    }
    return false;
}

bool has_words(const Node& node) {
    if (node.kind == Kind::field || node.kind == Kind::none_of) return false;
    return node.children.empty() || std::any_of(node.children.begin(), node.children.end(), has_words);
}

Stretches stretches(const Turn& turn, const Node& node);

bool fulfils(const Turn& turn, const Node& node, const Stretch& at) {
    const text::Span span{turn.places[static_cast<std::size_t>(at.first)].begin,
                          turn.places[static_cast<std::size_t>(at.past) - 1].end};
    switch (node.kind) {
        case Kind::field:
            return holds(turn, node, span);
        case Kind::none_of:
            return has_words(node.children[0]) ? stretches(turn, node.children[0]).empty()
                                               : !fulfils(turn, node.children[0], at);
        case Kind::all_of:
            return std::all_of(node.children.begin(), node.children.end(),
                               [&](const Node& one) { return fulfils(turn, one, at); });
        default:
            return std::any_of(node.children.begin(), node.children.end(),
                               [&](const Node& one) { return fulfils(turn, one, at); });
    }
}

bool matches(const Node& node, const std::string& term) {
    static const search::Stemmer kStemmer("nl");
    if (node.kind == Kind::glob) return search::glob_matches(node.text, term);
    if (node.kind == Kind::exact || term == node.text) return term == node.text;
    for (const auto& a : kStemmer.keys(node.text)) {
        for (const auto& b : kStemmer.keys(term)) {
            if (a == b) return true;
        }
    }
    return false;
}

Stretches stretches(const Turn& turn, const Node& node) {
    Stretches all;
    std::vector<Stretches> lists;
    switch (node.kind) {
        case Kind::word:
        case Kind::exact:
        case Kind::glob:
            for (std::size_t i = 0; i < turn.terms.size(); ++i) {
                const auto word = static_cast<std::int32_t>(i);
                if (matches(node, turn.terms[i])) all.push_back({word, word + 1, word, word + 1});
            }
            return all;
        case Kind::phrase: {
            const auto words = search::terms_of(node.text);
            for (std::size_t i = 0; i + words.size() <= turn.terms.size(); ++i) {
                const auto word = static_cast<std::int32_t>(i);
                const auto past = static_cast<std::int32_t>(i + words.size());
                if (std::equal(words.begin(), words.end(), turn.terms.begin() + word))
                    all.push_back({word, past, word, past});
            }
            return smallest(all);
        }
        case Kind::near:
        case Kind::adjacent:
            for (const Node& child : node.children) lists.push_back(stretches(turn, child));
            return node.kind == Kind::near ? naive::near(lists, node.distance)
                                           : naive::adjacent(lists, node.distance);
        case Kind::any_of:
            for (const Node& child : node.children) {
                const auto here = stretches(turn, child);
                all.insert(all.end(), here.begin(), here.end());
            }
            return smallest(all);
        default:
            for (const Node& child : node.children) {
                if (has_words(child)) lists.push_back(stretches(turn, child));
            }
            for (const Stretch& one : naive::covering(lists)) {
                const bool good = std::all_of(
                    node.children.begin(), node.children.end(),
                    [&](const Node& child) { return has_words(child) || fulfils(turn, child, one); });
                if (good) all.push_back(one);
            }
            return all;
    }
}

}  // namespace

Stretches smallest(const Stretches& all) {
    Stretches kept;
    for (const auto& one : all) {
        const bool holds_other = std::any_of(all.begin(), all.end(), [&](const Stretch& other) {
            const bool within = one.begin <= other.begin && other.end <= one.end;
            const bool same = one.begin == other.begin && one.end == other.end;
            return within && !same;
        });
        const bool known = std::any_of(kept.begin(), kept.end(), [&](const Stretch& other) {
            return one.begin == other.begin && one.end == other.end;
        });
        if (!holds_other && !known) kept.push_back(one);
    }
    std::sort(kept.begin(), kept.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
    return kept;
}

Stretches covering(const std::vector<Stretches>& lists) {
    return chosen_by(lists, [](const std::vector<Stretch>&) { return true; });
}

Stretches near(const std::vector<Stretches>& lists, std::int64_t distance) {
    return chosen_by(lists, [&](std::vector<Stretch> choice) {
        std::sort(choice.begin(), choice.end(),
                  [](const auto& a, const auto& b) { return a.begin < b.begin; });
        return is_chain(choice, distance);
    });
}

Stretches adjacent(const std::vector<Stretches>& lists, std::int64_t distance) {
    return chosen_by(lists, [&](const std::vector<Stretch>& choice) { return is_chain(choice, distance); });
}

std::vector<Found> hits(const study::Study& study, const Node& query) {
    std::vector<Found> found;
    for (const auto& source : study::sources::all(study)) {
        const auto text = study::sources::text(study, source.text);
        std::vector<Turn> turns;
        for (std::size_t i = 0; i < source.turns.size(); ++i) {
            turns.push_back({&study,
                             &source,
                             static_cast<int>(i) + 1,
                             {},
                             {},
                             {source.turns[i].body, source.turns[i].span.end}});
        }
        // Paragraphs before the first turn, or all of them.
        const auto end = source.turns.empty() ? text.size() : source.turns.front().span.begin;
        for (text::Position at = 0; at < end;) {
            text::Position stop = at;
            while (stop < end && text.view({stop, stop + 1}) != "\n") ++stop;
            turns.insert(
                std::find_if(turns.begin(), turns.end(), [](const Turn& one) { return one.number > 0; }),
                {&study, &source, 0, {}, {}, {at, stop}});
            at = stop + 1;
        }
        for (Turn& turn : turns) {
            const text::Text part{std::string(text.view(turn.body))};
            for (const auto& word : text::words(part)) {
                turn.terms.push_back(search::term_of(part.view(word)));
                turn.places.push_back({turn.body.begin + word.begin, turn.body.begin + word.end});
            }
            for (const auto& one : stretches(turn, query)) {
                found.push_back({source.id.value,
                                 {turn.places[static_cast<std::size_t>(one.first)].begin,
                                  turn.places[static_cast<std::size_t>(one.past) - 1].end}});
            }
        }
    }
    return found;
}

}  // namespace naive
