// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "text/span.h"
#include "text/text.h"

namespace text {

/// What a speaker label probably stands for. A proposal: people decide.
enum class SpeakerKind { unknown, participant, interviewer, other };

/// One label as it occurs in a transcript, without its punctuation.
struct DetectedSpeaker {
    std::string label;
    SpeakerKind kind = SpeakerKind::unknown;
    /// What a legend at the head of the transcript says: "Interviewer 1" for "I1: Interviewer 1".
    std::string legend;
    std::int64_t turns = 0;
    /// Turns of this speaker that hold a question mark: the one who asks is proposed as interviewer.
    std::int64_t questions = 0;
};

/// One labelled utterance: from its label to the next label. Unlabelled paragraphs continue it;
/// neighbouring turns of one speaker stay separate.
struct DetectedTurn {
    /// From the label (or the time that stands before it) to the next turn; turns never overlap.
    Span span;
    /// Where the speech begins, after label, time and punctuation; within span.
    Position body = 0;
    /// Index into DetectedTurns::speakers.
    std::size_t speaker = 0;
};

/// A time stamp in the text.
struct DetectedTime {
    Position position = 0;
    std::int64_t milliseconds = 0;
};

/// A place where the file's own formatting says that a label stands: a bold run that opens a paragraph, the
/// first cell of a table row, a paragraph in a speaker style.
struct LabelHint {
    /// The label as it stands in the text, with or without its punctuation.
    Span span;
};

/// What detect_turns() found. Everything is a proposal with its place in the text; the text is unchanged.
struct DetectedTurns {
    std::vector<DetectedSpeaker> speakers;  ///< in the order of their first turn
    std::vector<DetectedTurn> turns;        ///< in the order of the text
    std::vector<DetectedTime> times;        ///< in the order of the text
};

/// Finds speaker labels, turns and times in a transcript. Candidates are collected line by line in the
/// forms that docs/importing.md lists, kept where they recur and alternate as speakers do, and then applied
/// with tolerant punctuation. A text without speakers gives no turns.
[[nodiscard]] DetectedTurns detect_turns(const Text& text, const std::vector<LabelHint>& hints = {});

}  // namespace text
