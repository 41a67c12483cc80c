// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <list>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "search/algebra.h"
#include "search/query.h"
#include "search/stemming.h"
#include "study/study.h"
#include "text/span.h"
#include "text/text.h"

namespace naive {

/// A passage that fulfils a query, found by trying every combination of words.
struct Found {
    std::int64_t source = 0;
    text::Span span;
    auto operator<=>(const Found&) const = default;
};

/// Of all stretches those that hold no other one, by comparing each with each.
search::Stretches smallest(const search::Stretches& all);
/// One of each list, in every combination.
search::Stretches covering(const std::vector<search::Stretches>& lists);
search::Stretches near(const std::vector<search::Stretches>& lists, std::int64_t distance);
search::Stretches adjacent(const std::vector<search::Stretches>& lists, std::int64_t distance);

/// A source of a study, and where it is coded: passages with the paths of their codes.
struct Source {
    std::int64_t id = 0;
    std::string name;
    std::vector<std::pair<text::Span, std::string>> coded;
};

/// Which words of the texts a word or glob of a query means, as far as it was asked.
using Answers = std::map<std::pair<search::Node::Kind, std::string>, std::map<std::string, bool>>;

/// One turn, or a paragraph that belongs to none, with its words.
struct Turn {
    const Source* source;
    int number;  ///< from 1; 0: none
    text::Span body;
    std::vector<std::string> roles;
    std::vector<std::string> terms;
    std::vector<text::Span> places;  ///< parallel to terms
    const search::Stemmer* stemmer;
    Answers* answers;
};

/// The transcripts of a study, taken apart once. Knows of the fields only role, source, turn and code, and
/// neither regular expressions nor WITHIN.
class Texts {
  public:
    explicit Texts(const study::Study& study);
    Texts(const Texts&) = delete;
    Texts& operator=(const Texts&) = delete;

    /// Every hit of a query, in order.
    [[nodiscard]] std::vector<Found> hits(const search::Node& query) const;
    [[nodiscard]] const std::vector<Turn>& turns() const { return turns_; }

  private:
    void add(const Source& source, int number, const text::Text& text, const text::Span& body,
             const std::vector<std::string>& roles);

    search::Stemmer stemmer_;
    mutable Answers answers_;
    std::list<Source> sources_;
    std::vector<Turn> turns_;
};

/// The same of a study that is asked once.
std::vector<Found> hits(const study::Study& study, const search::Node& query);

}  // namespace naive
