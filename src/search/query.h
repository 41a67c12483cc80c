// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "search/fields.h"
#include "text/span.h"

/// The query language (docs/query-language.md), in stages: text -> tokens (lexer.h) -> Node -> printed text.
namespace search {

/// How far apart words may be that belong together.
enum class Scope : std::uint8_t { turn, source };

/// One node of a query. A value; trees are at most kDeepest deep.
struct Node {
    enum class Kind : std::uint8_t {
        all_of,     ///< AND
        any_of,     ///< OR
        none_of,    ///< NOT, one child
        near,       ///< NEAR/n, in any order
        adjacent,   ///< ADJ/n, in this order
        within,     ///< WITHIN turn or source, one child
        elsewhere,  ///< memo:, definition: or attribute:, one child
        word,       ///< a word in all its forms
        exact,      ///< one word as it is written
        glob,       ///< a word with * or ?
        phrase,     ///< words as they are written, one after the other
        regex,      ///< a regular expression
        field,      ///< FIELD:VALUE of a hit
    };
    Kind kind = Kind::all_of;
    std::string text;           ///< word, words with blanks, pattern, or a field's value
    FieldId field{};            ///< of field and elsewhere
    std::string attribute;      ///< NAME of attribute.NAME
    std::int64_t distance = 0;  ///< of near and adjacent, in words: 1 is the next word
    Scope scope = Scope::turn;  ///< of within
    std::vector<Node> children;
    text::Span place;  ///< where it stands in the query, code points

    /// The same query; places do not count.
    [[nodiscard]] bool same_as(const Node& other) const;
};

/// What is wrong with a query, and where in it.
class QueryError : public base::Error {
  public:
    QueryError(const text::Span& place, const std::string& message, const std::string& hint = {})
        : Error(base::ErrorKind::bad_input, message, hint), place_(place) {}

    /// Code points of the query.
    [[nodiscard]] const text::Span& place() const { return place_; }

  private:
    text::Span place_;
};

inline constexpr std::size_t kLongestQuery = 10'000;  ///< bytes
inline constexpr int kDeepest = 64;
inline constexpr int kMostTerms = 200;
inline constexpr std::size_t kMostNear = 6;
inline constexpr std::int64_t kFarthest = 1000;
inline constexpr std::int64_t kUsualNear = 10;

/// Reads a query in English or Dutch. Throws QueryError.
[[nodiscard]] Node parse(std::string_view query);

/// The query as text that parse() reads as the same tree.
[[nodiscard]] std::string printed(const Node& node, Keywords keywords = Keywords::english);

/// The tree, one node a line, indented by two blanks a level, in no language: "near 5", "word vertrouwen".
[[nodiscard]] std::string outline(const Node& node);

/// The line of the query that holds the place, and below it "^^^" under the place.
[[nodiscard]] std::string pointed_at(std::string_view query, const text::Span& place);

}  // namespace search
