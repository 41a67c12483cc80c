// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/agreement/effects.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "analysis/voices.h"

namespace analysis {

namespace {

/// Who has which code.
using Found = std::set<std::pair<model::CodeId, model::ParticipantId>>;

/// Gathers what is given and what each dispute's coders found, in one pass over the codings.
class Gatherer {
  public:
    Gatherer(const Disputes& disputes, const model::Material& material)
        : given_(disputes.undisputed.begin(), disputes.undisputed.end()), found_(disputes.list.size()) {
        for (std::size_t i = 0; i < disputes.list.size(); ++i) {
            const Dispute& dispute = disputes.list[i];
            for (std::size_t coder = 0; coder < dispute.codings.size(); ++coder) {
                for (const auto id : dispute.codings[coder]) disputed_[id] = {i, coder};
            }
            if (!dispute.settled) continue;
            const auto& outcomes = material.settlements[*dispute.settlement].outcomes;
            given_.insert(outcomes.begin(), outcomes.end());
        }
        for (const auto& source : material.sources) gather(source);
    }

    [[nodiscard]] const Found& given() const { return base_; }
    [[nodiscard]] const std::array<Found, 2>& of(std::size_t dispute) const { return found_[dispute]; }

  private:
    void gather(const model::CountedSource& source) {
        voices_.open(source);
        for (const auto& coding : source.codings) {
            const auto disputed = disputed_.find(coding.id);
            if (disputed == disputed_.end() && !given_.contains(coding.id)) continue;
            voices_.attribute(coding, Attribution::most, owners_);
            for (const Index own : owners_) {
                const std::pair finding{coding.code, source.participants[static_cast<std::size_t>(own)]};
                if (disputed == disputed_.end()) {
                    base_.insert(finding);
                } else {
                    found_[disputed->second.first][disputed->second.second].insert(finding);
                }
            }
        }
    }

    std::unordered_set<model::CodingId> given_;
    std::unordered_map<model::CodingId, std::pair<std::size_t, std::size_t>> disputed_;
    Found base_;
    std::vector<std::array<Found, 2>> found_;
    Voices voices_;
    std::vector<Index> owners_;
};

}  // namespace

void tell_effects(Disputes& disputes, const model::Material& material) {
    const Gatherer gatherer(disputes, material);
    Found certain = gatherer.given();
    for (std::size_t i = 0; i < disputes.list.size(); ++i) {
        const auto& [first, second] = gatherer.of(i);
        if (disputes.list[i].settled) continue;
        std::set_intersection(first.begin(), first.end(), second.begin(), second.end(),
                              std::inserter(certain, certain.end()));
    }
    disputes.certain.assign(certain.begin(), certain.end());
    std::unordered_map<model::CodeId, std::size_t> places;
    for (const auto& code : material.codebook.codes()) places.emplace(code.id, places.size());
    for (std::size_t i = 0; i < disputes.list.size(); ++i) {
        auto& effect = disputes.list[i].effect;
        for (std::size_t coder = 0; coder < 2; ++coder) {
            for (const auto& finding : gatherer.of(i)[coder]) {
                if (gatherer.of(i)[1 - coder].contains(finding) || certain.contains(finding)) continue;
                effect.push_back({finding.first, finding.second, coder});
            }
        }
        std::stable_sort(effect.begin(), effect.end(), [&](const CellChange& a, const CellChange& b) {
            return places.at(a.code) < places.at(b.code);
        });
    }
}

}  // namespace analysis
