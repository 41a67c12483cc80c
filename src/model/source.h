// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/guid.h"
#include "model/ids.h"
#include "text/span.h"
#include "text/turns.h"

namespace model {

/// One labelled utterance of a source: from its label to the next turn.
struct Turn {
    text::Span span;
    text::Position body = 0;  ///< where the speech begins, after label and time
    SpeakerId speaker;

    bool operator==(const Turn&) const = default;
};

/// A point of the text that is tied to something outside it.
struct Anchor {
    enum class Kind { time, page, line };
    text::Position position = 0;
    Kind kind = Kind::time;
    std::int64_t value = 0;  ///< milliseconds, or a number from 1

    bool operator==(const Anchor&) const = default;
};

/// A label of one source and whom it stands for: "X en Y" is two participants, an interviewer none.
struct Speaker {
    SpeakerId id;
    base::Guid guid;
    SourceId source;
    std::string label;
    text::SpeakerKind kind = text::SpeakerKind::unknown;
    std::vector<ParticipantId> participants;
};

/// One transcript, without its text.
struct Source {
    SourceId id;
    base::Guid guid;
    std::string name;      ///< the file's name without extension; unique in the study
    std::string kind;      ///< "transcript"
    std::string origin;    ///< the file's name as imported
    std::string encoding;  ///< as decoded; empty where the format says it itself
    TextId text;
    std::int64_t length = 0;  ///< code points
    std::int64_t words = 0;
    std::vector<Turn> turns;
    std::vector<Anchor> anchors;
    std::vector<Speaker> speakers;
    /// Who is interviewed in it: of its speakers, and those said to belong to a source without turns.
    std::vector<ParticipantId> participants;
};

}  // namespace model
