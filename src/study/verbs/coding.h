// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/coding.h"
#include "model/source.h"
#include "study/edit.h"
#include "text/text.h"

namespace study::verbs {

/// Words by which a passage is found.
struct Quote {
    std::string words;
    std::optional<std::int64_t> turn;  ///< only in the turn of that number, from 1
    std::string speaker;               ///< only in turns of that label; empty: anywhere
};

/// Where a code goes: a span, a quotation, or (monostate) the source as a whole.
using Passage = std::variant<std::monostate, text::Span, Quote>;

/// Who codes: a coder, in the round in which that coder is with a source, or the settled layer.
struct Hand {
    model::CoderId coder;  ///< nobody: the settled layer
};

/// The layer into which a hand codes on a source.
[[nodiscard]] model::Layer layer_of(const Study& study, model::SourceId source, const Hand& hand);

/// The hand of that name: "settled" is the settled layer, any other the coder of that name, who is made where
/// there is none. Throws Error(bad_input) for the reserved names "any" and "all" and for an empty one.
Hand hand(Edit& edit, const std::string& name);

/// The place of a passage in a text; nothing for the source as a whole. Throws Error(bad_input) where the
/// span is empty or outside the text, or the quotation is not there or there more than once.
std::optional<text::Span> locate(const model::Source& source, const text::Text& text, const Passage& passage);

/// Puts a code on a passage. Throws Error(conflict) where the code is a heading that cannot be used so. A
/// coding that is there already (same source, code, span, hand) stays as it is; then nothing is returned.
std::optional<model::CodingId> code(Edit& edit, model::SourceId source, const Passage& passage,
                                    model::CodeId code, const Hand& hand);

/// A passage of one of several sources.
struct SourcePassage {
    model::SourceId source;
    text::Span span;
};

/// Puts a code on passages that a search found, as code() does on each; the history names the query. Returns
/// the new codings.
std::vector<model::CodingId> code_found(Edit& edit, const std::vector<SourcePassage>& passages,
                                        model::CodeId code, const Hand& hand, const std::string& query);

/// Removes the codings with that code by that hand on exactly that passage, and their memos. Throws
/// Error(not_found) where there is none.
void uncode(Edit& edit, model::SourceId source, const Passage& passage, model::CodeId code, const Hand& hand);

/// Gives a coding another passage of its source, in the text as it is now; it stays the same coding (GUID,
/// memos, star). Where that hand has put the code on that passage already, the two become one. Throws
/// Error(bad_input) for a span that is empty or outside the text, Error(not_found) where the coding is gone.
void resize_coding(Edit& edit, model::CodingId coding, const text::Span& span);

/// Puts another code in the place of a coding's; likewise. Throws Error(conflict) for a heading.
void recode(Edit& edit, model::CodingId coding, model::CodeId code);

/// Removes one coding and its memos. Throws Error(not_found) where it is gone.
void remove_coding(Edit& edit, model::CodingId coding);

/// Puts a star on a coding, or takes it off; the history has the verbs `star` and `unstar` for it.
void star(Edit& edit, model::CodingId coding, bool starred);

}  // namespace study::verbs
