// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "search/query.h"

/// A query made ready: what is to be looked up once, and how the answers are put together.
namespace search {

/// In which texts of a study something stands.
enum class Where : std::uint8_t { source, memo, definition, attribute };

/// Something to look up in texts: a word, an exact word, a glob or a regular expression. A phrase is several.
struct Term {
    Node::Kind kind = Node::Kind::word;
    std::string text;
    Where where = Where::source;

    bool operator==(const Term&) const = default;
};

/// A condition on a hit, FIELD:VALUE as it stands in the query.
struct Condition {
    FieldId field{};
    std::string attribute;
    std::string value;
    text::Span place;
    /// Of code, dimension and turn.code: conditions coder and date beside it, as numbers in Plan::conditions.
    std::vector<int> narrowed_by;
};

/// A node of the query with numbers for what is looked up.
struct Step {
    Node::Kind kind = Node::Kind::all_of;
    std::vector<int> terms;  ///< one; of a phrase one a word
    int condition = -1;
    std::int64_t distance = 0;
    Scope scope = Scope::turn;
    bool has_words = false;  ///< it gives stretches of text; otherwise it only tells yes or no of one
    bool of_passages =
        false;  ///< where it has no words and stands alone: coded passages are hits, and not turns
    std::vector<Step> children;
};

struct Plan {
    Step root;
    std::vector<Term> terms;
    std::vector<Condition> conditions;
    bool by_character =
        false;  ///< stretches are measured in characters: a regular expression, no words at all
    bool across_turns = false;  ///< WITHIN source
    std::vector<Where> places;  ///< the kinds of texts in which it can be fulfilled

    [[nodiscard]] bool looks_in(Where where) const;
};

/// Throws QueryError where conditions contradict the place that is searched.
[[nodiscard]] Plan plan_of(const Node& query);

}  // namespace search
