// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search/fields.h"
#include "search/query.h"

namespace search {

/// One sign or word of a query.
struct Token {
    enum class Kind : std::uint8_t {
        open,
        close,
        and_,
        or_,
        not_,  ///< NOT, or - before a word
        near,  ///< with number
        adjacent,
        within,  ///< with scope
        field,   ///< "role:", with field and attribute
        word,    ///< any run of characters that is none of the others
        exact,   ///< =word
        quoted,  ///< between quotation marks
        regex,   ///< between slashes
        end,
    };
    Kind kind = Kind::end;
    std::string text;  ///< without marks and escapes
    std::int64_t number = 0;
    Scope scope = Scope::turn;
    NamedField field;
    text::Span place;
};

/// A keyword as it is written in both languages.
struct Keyword {
    Token::Kind kind;
    const char* english;
    const char* dutch;
};
inline constexpr std::array kKeywords{
    Keyword{Token::Kind::and_, "AND", "EN"},        Keyword{Token::Kind::or_, "OR", "OF"},
    Keyword{Token::Kind::not_, "NOT", "NIET"},      Keyword{Token::Kind::near, "NEAR", "NABIJ"},
    Keyword{Token::Kind::adjacent, "ADJ", "NAAST"}, Keyword{Token::Kind::within, "WITHIN", "BINNEN"},
};
inline constexpr const char* kScopeWords[2][2] = {{"turn", "beurt"}, {"source", "bron"}};

/// The tokens of a query; the last one is `end`. Throws QueryError: too long, not UTF-8, NUL, an open
/// quotation or expression, an unknown field, a distance that is none.
[[nodiscard]] std::vector<Token> tokens_of(std::string_view query);

/// True where the word would not be read as a word: it must be quoted to be searched for.
[[nodiscard]] bool is_keyword(std::string_view word);

}  // namespace search
