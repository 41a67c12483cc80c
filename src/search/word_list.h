// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "search/search.h"

namespace search {

/// How the words of transcripts are counted.
struct WordListSpec {
    int length = 1;  ///< words that belong together: 1 single words, 2 pairs, … up to 5
    std::vector<std::string> stop_words;  ///< folded; sequences that begin or end with one are left out
    std::vector<model::RoleId>
        roles;                  ///< only what these say; empty: everybody, interviewers and unknown too
    std::int64_t least = 1;     ///< what occurs less often is left out
    bool interviewers = false;  ///< with no roles: count what belongs to no participant as well
};

/// One word, or a few that follow each other, as written most often, with its numbers.
struct WordCount {
    std::string words;  ///< folded
    std::int64_t count = 0;
    std::vector<std::int64_t> by_role;  ///< parallel to WordList::roles
    std::int64_t participants = 0, sources = 0;
};

struct WordList {
    std::vector<model::RoleId> roles;  ///< in the study's order; what has none is in `count` alone
    std::vector<std::int64_t> totals;  ///< all words (or sequences) of each role, stop words too
    std::int64_t total = 0;
    std::vector<WordCount> words;  ///< the most frequent first, then in alphabetical order
};

/// Counts the words of all transcripts. Sequences do not go beyond a turn. Words of a turn with participants
/// of several roles count for each of the roles, and once in all.
[[nodiscard]] WordList word_list(Search& search, const WordListSpec& spec,
                                 const base::Progress& progress = {});

/// A word that one side says more often than the other, beyond chance.
struct Key {
    std::string words;
    std::int64_t first = 0, second = 0;  ///< how often each side says it
    double expected_first = 0, expected_second = 0;
    double log_likelihood = 0;   ///< G², always positive
    bool more_in_first = false;  ///< relative to all that each side says
};

/// What sets two roles of a list apart, the most telling first: the log-likelihood of Rayson & Garside,
/// Comparing corpora using frequency profiling (2000): with a and b the counts and c and d all words of both
/// sides, E1 = c (a + b) / (c + d), E2 = d (a + b) / (c + d), G² = 2 (a ln(a / E1) + b ln(b / E2)), 0 ln 0 =
/// 0. 3.84 is the 5 per cent point of chi-square with one degree of freedom; of many words some are above it
/// by chance. `least`: words that occur less often in both together are left out.
[[nodiscard]] std::vector<Key> keyness(const WordList& list, model::RoleId first, model::RoleId second,
                                       std::int64_t least);
[[nodiscard]] double log_likelihood(std::int64_t a, std::int64_t b, std::int64_t c, std::int64_t d);

/// Frequent words without a meaning of their own, folded; none for a language that has no list here.
[[nodiscard]] std::vector<std::string> stop_words(std::string_view language);

}  // namespace search
