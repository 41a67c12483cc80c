// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>
#include <vector>

#include "analysis/attribution.h"
#include "analysis/numbering.h"
#include "model/material.h"
#include "text/span.h"

namespace analysis {

/// Who speaks where in one source. Participants are places in CountedSource::participants. Made to be
/// opened on one source after another, so that it allocates only where a source is larger than all before.
class Voices {
  public:
    /// `source` must outlive the use; its turns are ordered and disjoint.
    void open(const model::CountedSource& source);

    /// Puts those to whom the coding belongs into `owners`, in ascending order; see attributed().
    void attribute(const model::CountedCoding& coding, Attribution rule, std::vector<Index>& owners);

    /// How many characters of the participant's own turns stand before the position. The whole text is
    /// theirs in a source with one participant and without turns. `turn` is where to begin to look, not
    /// behind the turn of the position, and becomes that turn: from 0 for a first position, from there for
    /// later ones.
    [[nodiscard]] text::Position own_before(Index participant, text::Position position, std::size_t& turn);
    /// The participant's own turns, ordered and disjoint.
    [[nodiscard]] std::vector<text::Span> own_turns(Index participant) const;

  private:
    struct Meeting {
        text::Position characters = 0;
        std::size_t first_turn = 0;
    };
    struct SpeakerPeople {
        model::SpeakerId speaker;
        std::size_t begin = 0, end = 0;  ///< in people_
    };

    [[nodiscard]] std::pair<const Index*, const Index*> people_of(model::SpeakerId speaker) const;
    [[nodiscard]] std::size_t first_turn_after(text::Position position) const;
    void meet(const text::Span& span);
    void keep_the_most();
    void measure();
    [[nodiscard]] bool whole_text_is_theirs() const;

    const model::CountedSource* source_ = nullptr;
    std::vector<SpeakerPeople> speakers_;  ///< ordered by speaker
    std::vector<Index> people_;
    std::vector<Meeting> meetings_;  ///< by participant; all zero between two calls
    std::vector<Index> met_;         ///< who is not zero in it
    bool measured_ = false;
    std::vector<text::Position> own_;  ///< [participant][turn]: own characters in the turns before it
};

}  // namespace analysis
