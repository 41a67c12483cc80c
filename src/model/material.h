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
    /// Those that count: of each coder the round that stands, and the settled layer. Ordered by code, then
    /// begin.
    std::vector<CountedCoding> codings;
    std::vector<CountedCoding> aside;  ///< those of other rounds, likewise
    Marks marks;
};

/// Puts each coding where the marks say that it belongs: into `codings` or `aside`.
void sort_rounds(CountedSource& source);
/// Puts all into `codings`: for lists of everything that was coded.
void join_rounds(CountedSource& source);

/// Calls `visit` with each coding of a source, of whatever round; first those that count.
template <class Visit>
void each_coding(const CountedSource& source, Visit&& visit) {
    for (const auto& coding : source.codings) visit(coding);
    for (const auto& coding : source.aside) visit(coding);
}

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
