// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "search/algebra.h"
#include "search/plan.h"
#include "search/stemming.h"
#include "search/vocabulary.h"
#include "search/words.h"
#include "text/pattern.h"
#include "text/text.h"

namespace search {

/// Where a word stands in a source: code points.
struct WordPlace {
    std::int32_t begin = 0, end = 0;
};

/// A text that was taken apart into words: what a search needs of it without an index.
struct ReadText {
    std::vector<Unit> units;
    std::vector<WordPlace> places;
    std::vector<Vocabulary::Number> terms;  ///< parallel to places
};

/// Looks for terms by going through the words of texts.
class Scanner {
  public:
    explicit Scanner(const Stemmer& stemmer) : stemmer_(stemmer) {}

    [[nodiscard]] ReadText read(const text::Text& text, const std::vector<model::Turn>& turns);

    /// Where each term of the plan that belongs to that kind of text stands, in the measure of the plan;
    /// terms that are regular expressions are left empty.
    [[nodiscard]] std::vector<Stretches> stretches(const Plan& plan, Where where, const ReadText& text);

    [[nodiscard]] Vocabulary& vocabulary() { return vocabulary_; }

  private:
    /// For each number of the vocabulary the terms of the plan that mean it.
    void look_up(const Plan& plan, Where where);

    const Stemmer& stemmer_;
    Vocabulary vocabulary_;
    std::vector<std::uint32_t> lists_;  ///< place in meanings_ by number; 0: none
    std::vector<std::vector<std::size_t>> meanings_;
    std::vector<Term> looked_up_;  ///< for which the meanings are
    Where looked_up_where_ = Where::source;
    std::size_t looked_up_size_ = 0;
};

/// Where the regular expressions of the plan match in the units of a text, in characters, each with the words
/// that it touches.
void add_patterns(const Plan& plan, Where where, std::vector<text::Pattern>& patterns, const text::Text& text,
                  const std::vector<Unit>& units, const std::vector<WordPlace>& places,
                  std::vector<Stretches>& stretches);

/// The expressions of a plan, compiled, in the order of its terms.
[[nodiscard]] std::vector<text::Pattern> patterns_of(const Plan& plan);

}  // namespace search
