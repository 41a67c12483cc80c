// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/scanner.h"

#include <algorithm>

namespace search {

ReadText Scanner::read(const text::Text& text, const std::vector<model::Turn>& turns) {
    ReadText read;
    read.units = units_of(text, turns);
    for (Unit& unit : read.units) {
        unit.first = static_cast<std::int32_t>(read.places.size());
        each_word(text, unit.body, [&](const text::Span& place, std::string_view word) {
            read.places.push_back(
                {static_cast<std::int32_t>(place.begin), static_cast<std::int32_t>(place.end)});
            read.terms.push_back(vocabulary_.add(term_of(word)));
        });
        unit.past = static_cast<std::int32_t>(read.places.size());
    }
    return read;
}

void Scanner::look_up(const Plan& plan, Where where) {
    if (looked_up_ == plan.terms && looked_up_where_ == where && looked_up_size_ == vocabulary_.size())
        return;
    looked_up_ = plan.terms;
    looked_up_where_ = where;
    looked_up_size_ = vocabulary_.size();
    lists_.assign(vocabulary_.size(), 0);
    meanings_.assign(1, {});
    for (std::size_t term = 0; term < plan.terms.size(); ++term) {
        if (plan.terms[term].where != where || plan.terms[term].kind == Node::Kind::regex) continue;
        for (const auto number : vocabulary_.meant_by(plan.terms[term], stemmer_)) {
            if (lists_[number] == 0) {
                lists_[number] = static_cast<std::uint32_t>(meanings_.size());
                meanings_.emplace_back();
            }
            meanings_[lists_[number]].push_back(term);
        }
    }
}

std::vector<Stretches> Scanner::stretches(const Plan& plan, Where where, const ReadText& text) {
    look_up(plan, where);
    std::vector<Stretches> found(plan.terms.size());
    for (std::size_t i = 0; i < text.terms.size(); ++i) {
        const std::uint32_t list = lists_[text.terms[i]];
        if (list == 0) continue;
        const auto word = static_cast<std::int32_t>(i);
        const Stretch at = plan.by_character
                               ? Stretch{text.places[i].begin, text.places[i].end, word, word + 1}
                               : Stretch{word, word + 1, word, word + 1};
        for (const std::size_t term : meanings_[list]) found[term].push_back(at);
    }
    return found;
}

void add_patterns(const Plan& plan, Where where, std::vector<text::Pattern>& patterns, const text::Text& text,
                  const std::vector<Unit>& units, const std::vector<WordPlace>& places,
                  std::vector<Stretches>& stretches) {
    std::size_t pattern = 0;
    for (std::size_t term = 0; term < plan.terms.size(); ++term) {
        if (plan.terms[term].kind != Node::Kind::regex) continue;
        text::Pattern& expression = patterns[pattern++];
        if (plan.terms[term].where != where) continue;
        for (const Unit& unit : units) {
            for (const text::Span& match : expression.matches(text.view(unit.body))) {
                const auto begin = static_cast<std::int32_t>(unit.body.begin + match.begin);
                const auto end = static_cast<std::int32_t>(unit.body.begin + match.end);
                const auto first =
                    std::partition_point(places.begin() + unit.first, places.begin() + unit.past,
                                         [&](const WordPlace& word) { return word.end <= begin; });
                const auto past =
                    std::partition_point(first, places.begin() + unit.past,
                                         [&](const WordPlace& word) { return word.begin < end; });
                stretches[term].push_back({begin, end, static_cast<std::int32_t>(first - places.begin()),
                                           static_cast<std::int32_t>(past - places.begin())});
            }
        }
    }
}

std::vector<text::Pattern> patterns_of(const Plan& plan) {
    std::vector<text::Pattern> patterns;
    for (const Term& term : plan.terms) {
        if (term.kind == Node::Kind::regex) patterns.emplace_back(term.text);
    }
    return patterns;
}

}  // namespace search
