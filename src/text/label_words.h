// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "text/turns.h"

namespace text {

/// What a word in a label says of the speaker, in the languages whose transcripts we read.
struct LabelWord {
    SpeakerKind kind = SpeakerKind::unknown;
    /// Seldom anything but a speaker: "interviewer", "moeder". Not so "vraag", or "M" for a man.
    bool certain = false;
};

/// The meaning of one folded word (text::folded); unknown and not certain where it has none.
[[nodiscard]] LabelWord label_word(std::string_view folded);

/// Folded words that stand before a colon without being a speaker: what introduces a quotation or a
/// remark ("kijk", "note"), answers ("ja").
[[nodiscard]] bool is_opener(std::string_view folded);

/// Folded fields at the head of a transcript: "datum", "date of birth" begins with "date".
[[nodiscard]] bool is_field(std::string_view folded);

/// True where `folded` opens with a form of address and a name follows ("mevrouw vos"), or is one that needs
/// no name ("de voorzitter").
[[nodiscard]] bool opens_with_address(std::string_view folded);

/// Folded words in lower case within a name ("van", "de") or between two ("en", "og").
[[nodiscard]] bool is_particle(std::string_view folded);

/// Folded words that join two speakers: "en", "og", "and", "&".
[[nodiscard]] bool is_joint(std::string_view folded);

}  // namespace text
