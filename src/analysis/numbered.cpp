// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/numbered.h"

namespace analysis {

Numbered::Numbered(const model::Material& material)
    : material_(material),
      codes_(material.codebook.codes()),
      coders_(material.coders),
      interviewed_(material.participants.size()) {
    const Numbering<model::ParticipantId> participants(material.participants);
    first_.reserve(material.sources.size() + 1);
    for (const model::CountedSource& source : material.sources) {
        first_.push_back(people_.size());
        for (const model::ParticipantId id : source.participants) {
            people_.push_back(participants.of(id));
            if (people_.back() != kNowhere) interviewed_[people_.back()] = true;
        }
    }
    first_.push_back(people_.size());
}

std::span<const Index> Numbered::people(Index source) const {
    return {people_.data() + first_[source], first_[source + 1] - first_[source]};
}

Index Numbered::hand_of(const model::CountedCoding& coding) const {
    if (coding.layer == model::kSettledLayer) return settled_hand();
    const Index coder = coders_.of(coding.coder);
    return coder == kNowhere ? unknown_hand() : coder;
}

}  // namespace analysis
