// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/vocabulary.h"

#include <algorithm>

#include "search/words.h"

namespace search {

Vocabulary::Number Vocabulary::add(const std::string& term) {
    const auto [place, is_new] = numbers_.try_emplace(term, static_cast<Number>(terms_.size()));
    if (is_new) terms_.push_back(&place->first);
    return place->second;
}

void Vocabulary::stem_new_terms(const Stemmer& stemmer) {
    for (; stemmed_ < terms_.size(); ++stemmed_) {
        for (auto& key : stemmer.keys(*terms_[stemmed_]))
            forms_[std::move(key)].push_back(static_cast<Number>(stemmed_));
    }
}

std::vector<Vocabulary::Number> Vocabulary::meant_by(const Term& term, const Stemmer& stemmer) {
    std::vector<Number> found;
    if (term.kind == Node::Kind::glob) {
        for (Number number = 0; number < terms_.size(); ++number) {
            if (glob_matches(term.text, *terms_[number])) found.push_back(number);
        }
        return found;
    }
    if (const auto known = numbers_.find(term.text); known != numbers_.end()) found.push_back(known->second);
    if (term.kind == Node::Kind::word) {
        stem_new_terms(stemmer);
        for (const auto& key : stemmer.keys(term.text)) {
            if (const auto forms = forms_.find(key); forms != forms_.end())
                found.insert(found.end(), forms->second.begin(), forms->second.end());
        }
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
    }
    return found;
}

}  // namespace search
