// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "model/codebook.h"
#include "model/coding.h"
#include "model/ids.h"
#include "model/participant.h"
#include "model/settlement.h"
#include "model/source.h"

namespace model {

/// One coding as counting needs it: 48 bytes, so that a million fit in memory.
struct CountedCoding {
    CodingId id;
    CodeId code;
    CoderId coder;
    text::Span span;  ///< begin -1: the source as a whole
    Layer layer = kFirstRound;
    bool starred = false;

    [[nodiscard]] bool whole_source() const { return span.begin < 0; }
};
static_assert(sizeof(CountedCoding) == 48);

/// One source with everything on it that is counted, its text excepted.
struct CountedSource {
    SourceId id;
    std::string name;
    std::int64_t length = 0;
    std::int64_t words = 0;
    std::vector<Turn> turns;
    /// Participants of each speaker of the turns; interviewers and unknown labels have none.
    std::map<SpeakerId, std::vector<ParticipantId>> speakers;
    std::vector<ParticipantId> participants;  ///< everybody interviewed in it
    std::vector<CountedCoding> codings;       ///< ordered by code, then begin
    /// Marks by coder; the settled layer's under nobody.
    std::map<CoderId, Mark> marks;
};

/// All that tables are computed from, in one value. Orders are those in which a reader sees things: roles
/// as the user put them, triads, participants and sources by name.
struct Material {
    std::vector<Role> roles;
    std::vector<Triad> triads;
    std::vector<Attribute> attributes;
    std::vector<Participant> participants;
    std::vector<Coder> coders;
    Codebook codebook;
    std::vector<CountedSource> sources;
    std::vector<Settlement> settlements;  ///< in the order in which they were made
};

}  // namespace model
