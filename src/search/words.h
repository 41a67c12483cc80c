// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "model/source.h"
#include "text/text.h"

/// What a word is for search, once, for texts and for queries.
namespace search {

/// The form in which words are compared: folded case, without accents, one kind of apostrophe, at most
/// kLongestTerm bytes.
[[nodiscard]] std::string term_of(std::string_view word);
inline constexpr std::size_t kLongestTerm = 200;

/// The terms of all words in a text; several for "ge-appt", none for "…".
[[nodiscard]] std::vector<std::string> terms_of(std::string_view utf8);

/// A pattern of * and ? folded as words are.
[[nodiscard]] std::string folded_glob(std::string_view pattern);
/// True where the pattern can match a word at all: it holds no blank, hyphen or other sign.
[[nodiscard]] bool is_one_word(std::string_view folded_pattern);
/// Whether the pattern (folded; * any letters, ? one letter) describes the whole of `term`. In linear time
/// for each *.
[[nodiscard]] bool glob_matches(std::string_view pattern, std::string_view term);

/// The smallest part of a source in which a query can be fulfilled: what is said in one turn, or one
/// paragraph of a text that belongs to no turn.
struct Unit {
    text::Span body;         ///< without label and time
    std::int32_t turn = -1;  ///< place in the source's turns; -1: none
    std::int32_t first = 0;  ///< number of its first word in the source
    std::int32_t past = 0;   ///< after its last

    bool operator==(const Unit&) const = default;
};

/// The units of a source in the order of the text, without their words.
[[nodiscard]] std::vector<Unit> units_of(const text::Text& text, const std::vector<model::Turn>& turns);

/// Calls `found` for each word of the passage, in order, with its place in the text and its characters.
void each_word(const text::Text& text, const text::Span& passage,
               const std::function<void(const text::Span& place, std::string_view word)>& found);

}  // namespace search
