// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "search/query.h"
#include "search/search.h"

namespace search {

/// What may be meant by the word of a query that is being typed.
struct Completion {
    struct Proposal {
        std::string text;   ///< what takes the word's place
        std::string about;  ///< what it is, translated; empty for a word of the texts

        bool operator==(const Proposal&) const = default;
    };
    text::Span replaced;  ///< code points of the query
    std::vector<Proposal> proposals;
};

/// Proposals for the word that ends at the caret (code points): behind FIELD: the names that the study has;
/// otherwise operators, fields, words of the texts, and names with their field before them. None within a
/// word, a quotation or an expression. Fields and operators are proposed in the language of `keywords`, but
/// known in both. Queries that are not valid may be completed, too.
[[nodiscard]] Completion complete(Search& search, std::string_view query, text::Position caret,
                                  Keywords keywords, std::size_t most = 10);

}  // namespace search
