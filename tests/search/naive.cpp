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

bool holds(const Turn& turn, const Node& node, const text::Span& span) {
    if (node.field == search::FieldId::turn) return std::to_string(turn.number) == node.text;
    if (node.field == search::FieldId::source) return turn.source->name == node.text;
    if (node.field == search::FieldId::code) {
        return std::any_of(turn.source->coded.begin(), turn.source->coded.end(), [&](const auto& one) {
            return (node.text == "*" || one.second == node.text) && one.first.begin <= span.begin &&
                   span.end <= one.first.end;
        });
    }
    return std::find(turn.roles.begin(), turn.roles.end(), node.text) != turn.roles.end();
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

bool is_meant(const search::Stemmer& stemmer, const Node& node, const std::string& term) {
    if (node.kind == Kind::glob) return search::glob_matches(node.text, term);
    if (node.kind == Kind::exact || term == node.text) return term == node.text;
    for (const auto& a : stemmer.keys(node.text)) {
        for (const auto& b : stemmer.keys(term)) {
            if (a == b) return true;
        }
    }
    return false;
}

bool matches(const Turn& turn, const Node& node, const std::string& term) {
    if (node.kind == Kind::exact) return term == node.text;
    auto& answers = (*turn.answers)[{node.kind, node.text}];
    const auto [place, is_new] = answers.try_emplace(term, false);
    if (is_new) place->second = is_meant(*turn.stemmer, node, term);
    return place->second;
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
                if (matches(turn, node, turn.terms[i])) all.push_back({word, word + 1, word, word + 1});
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

Texts::Texts(const study::Study& study) : stemmer_(study.language()) {
    const auto codebook = study::codes::codebook(study);
    const auto participants = study::participants::all(study);
    const auto roles = study::participants::roles(study);
    for (const auto& source : study::sources::all(study)) {
        const auto text = study::sources::text(study, source.text);
        auto& known = sources_.emplace_back(Source{source.id.value, source.name, {}});
        for (const auto& coding : study::codings::of_source(study, source.id)) {
            if (coding.span) known.coded.emplace_back(*coding.span, codebook.path(coding.code));
        }
        // Paragraphs before the first turn, or all of them.
        const auto end = source.turns.empty() ? text.size() : source.turns.front().span.begin;
        text::Position begin = 0;
        for (const auto& line_end : text.occurrences("\n", {0, end})) {
            add(known, 0, text, {begin, line_end.begin}, {});
            begin = line_end.end;
        }
        add(known, 0, text, {begin, end}, {});
        for (std::size_t i = 0; i < source.turns.size(); ++i) {
            std::vector<std::string> said_by;
            for (const auto& speaker : source.speakers) {
                if (speaker.id != source.turns[i].speaker) continue;
                for (const auto& one : participants) {
                    const auto& ids = speaker.participants;
                    if (std::find(ids.begin(), ids.end(), one.id) == ids.end()) continue;
                    for (const auto& role : roles)
                        if (role.id == one.role) said_by.push_back(role.name);
                }
            }
            add(known, static_cast<int>(i) + 1, text, {source.turns[i].body, source.turns[i].span.end},
                said_by);
        }
    }
}

void Texts::add(const Source& source, int number, const text::Text& text, const text::Span& body,
                const std::vector<std::string>& roles) {
    Turn turn{&source, number, body, roles, {}, {}, &stemmer_, &answers_};
    const text::Text part{std::string(text.view(body))};
    for (const auto& word : text::words(part)) {
        turn.terms.push_back(search::term_of(part.view(word)));
        turn.places.push_back({body.begin + word.begin, body.begin + word.end});
    }
    turns_.push_back(std::move(turn));
}

std::vector<Found> Texts::hits(const Node& query) const {
    std::vector<Found> found;
    for (const Turn& turn : turns_) {
        for (const auto& one : stretches(turn, query)) {
            found.push_back({turn.source->id,
                             {turn.places[static_cast<std::size_t>(one.first)].begin,
                              turn.places[static_cast<std::size_t>(one.past) - 1].end}});
        }
    }
    return found;
}

std::vector<Found> hits(const study::Study& study, const Node& query) {
    return Texts(study).hits(query);
}

}  // namespace naive
