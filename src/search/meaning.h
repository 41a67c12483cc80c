// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <unordered_set>

#include "search/contents.h"
#include "search/plan.h"

namespace search {

/// What a condition asks for in a study: its name as rows, its numbers as numbers.
struct Meaning {
    std::unordered_set<model::ParticipantId> participants;
    std::unordered_set<model::SourceId> sources;
    std::unordered_set<model::CodeId> codes;
    std::unordered_set<model::CoderId> coders;
    std::unordered_set<model::SpeakerId> speakers;
    bool settled = false;  ///< of coder: the settled layer
    std::int64_t low = 0;  ///< of numbers, times and dates: both ends included
    std::int64_t high = 0;
};

/// Throws QueryError at the place of a name that the study does not know, with proposals.
[[nodiscard]] Meaning meaning_of(const Condition& condition, const Contents& contents);

}  // namespace search
