// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/span.h"
#include "text/text.h"

/// Where words, sentences and characters as people see them begin and end around one position, for selecting.
/// Only some of the text around the position is read, at most 32,768 characters to either side, so that a
/// text or a line of a million characters is as quick as a short one; what is longer is cut there. Positions
/// outside the text count as its nearest end.
namespace text {

/// The word (as in words()) that holds the position, else the one that ends there; else nothing: the empty
/// span at the position.
[[nodiscard]] Span word_at(const Text& text, Position position);

/// The sentence (Unicode UAX #29) that holds the position, without white space at its ends; in the white
/// space behind a sentence that sentence. On an empty line the empty span at the position. Nothing outside
/// `within` is looked at: given the speech of a turn, a sentence does not begin with the label.
[[nodiscard]] Span sentence_at(const Text& text, Position position);
[[nodiscard]] Span sentence_at(const Text& text, Position position, const Span& within);

/// The span with both ends moved outwards, where they would cut what a reader sees as one character (UAX #29
/// grapheme clusters: e and its accent, a family of emoji).
[[nodiscard]] Span snapped(const Text& text, const Span& span);

/// Which end of a word or sentence is meant.
enum class Edge { begin, end };

/// The nearest such edge of a word behind the position; the end of the text where there is none.
[[nodiscard]] Position next_word_boundary(const Text& text, Position position, Edge edge = Edge::end);
/// The nearest one before the position; the beginning of the text where there is none.
[[nodiscard]] Position previous_word_boundary(const Text& text, Position position, Edge edge = Edge::begin);
/// The same for sentences, white space at their ends apart.
[[nodiscard]] Position next_sentence_boundary(const Text& text, Position position, Edge edge = Edge::end);
[[nodiscard]] Position previous_sentence_boundary(const Text& text, Position position,
                                                  Edge edge = Edge::begin);

/// Whether a span holds letters or marks of a script that runs from right to left.
[[nodiscard]] bool has_right_to_left(const Text& text, const Span& span);

}  // namespace text
