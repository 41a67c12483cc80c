// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/attribution.h"

#include "analysis/voices.h"

namespace analysis {

std::vector<model::ParticipantId> attributed(const model::CountedSource& source,
                                             const model::CountedCoding& coding, Attribution rule) {
    Voices voices;
    voices.open(source);
    std::vector<Index> owners;
    voices.attribute(coding, rule, owners);
    std::vector<model::ParticipantId> participants;
    participants.reserve(owners.size());
    for (const Index owner : owners) participants.push_back(source.participants[owner]);
    return participants;
}

}  // namespace analysis
