// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "search/plan.h"
#include "search/stemming.h"

namespace search {

/// Numbers for terms, and which of them a word of a query means.
class Vocabulary {
  public:
    using Number = std::uint32_t;

    /// The number of a term, which is new or known.
    Number add(const std::string& term);
    [[nodiscard]] const std::string& term(Number number) const { return *terms_[number]; }
    [[nodiscard]] std::size_t size() const { return terms_.size(); }

    /// The terms that a word, exact word or glob means, in the order of their numbers.
    [[nodiscard]] std::vector<Number> meant_by(const Term& term, const Stemmer& stemmer);

  private:
    void stem_new_terms(const Stemmer& stemmer);

    std::unordered_map<std::string, Number> numbers_;
    std::vector<const std::string*> terms_;
    /// The terms of each key of the stemmer, for the first stemmed_ terms.
    std::unordered_map<std::string, std::vector<Number>> forms_;
    std::size_t stemmed_ = 0;
};

}  // namespace search
