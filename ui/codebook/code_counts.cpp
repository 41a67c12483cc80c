// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/codebook/code_counts.h"

#include "analysis/numbering.h"
#include "analysis/voices.h"

namespace ui {

namespace {

using analysis::Index;
using analysis::kNowhere;

/// Who was seen with which code, by their places: one bit each.
class Seen {
  public:
    Seen(std::size_t codes, std::size_t participants)
        : participants_(participants), bits_(codes * participants, false) {}

    /// Whether it is new.
    bool add(Index code, Index participant) {
        auto bit =
            bits_[static_cast<std::size_t>(code) * participants_ + static_cast<std::size_t>(participant)];
        if (bit) return false;
        bit = true;
        return true;
    }

  private:
    std::size_t participants_;
    std::vector<bool> bits_;
};

}  // namespace

CodeCounts count_codes(const model::Material& material, const ShowsCoding& shows) {
    const auto& codes = material.codebook.codes();
    const analysis::Numbering<model::CodeId> places(codes);
    const analysis::Numbering<model::ParticipantId> people(material.participants);
    std::vector<Index> parents;
    for (const auto& code : codes) parents.push_back(places.of(code.parent));
    std::vector<CodeCount> counts(codes.size());
    const auto count_of = [&](Index code) -> CodeCount& { return counts[static_cast<std::size_t>(code)]; };
    Seen seen(codes.size(), material.participants.size());
    analysis::Voices voices;
    std::vector<Index> owners;
    for (const auto& source : material.sources) {
        if (source.codings.empty() && source.aside.empty()) continue;
        voices.open(source);
        model::each_coding(source, [&](const model::CountedCoding& coding) {
            const Index place = places.of(coding.code);
            if (place == kNowhere || !shows(source, coding)) return;
            ++count_of(place).passages;
            voices.attribute(coding, analysis::Attribution::most, owners);
            for (const auto owner : owners) {
                const Index person = people.of(source.participants[static_cast<std::size_t>(owner)]);
                if (person == kNowhere) continue;
                // Who has been seen with a code was seen with all above it.
                for (Index code = place; code != kNowhere && seen.add(code, person);
                     code = parents[static_cast<std::size_t>(code)]) {
                    ++count_of(code).participants;
                }
            }
        });
    }
    // Parents stand before their children.
    for (std::size_t i = codes.size(); i-- > 0;) {
        if (parents[i] != kNowhere) count_of(parents[i]).passages += counts[i].passages;
    }
    CodeCounts result;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (counts[i].passages > 0) result.emplace(codes[i].id, counts[i]);
    }
    return result;
}

}  // namespace ui
