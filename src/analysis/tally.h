// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/axis_items.h"
#include "analysis/crosstab.h"
#include "analysis/findings.h"
#include "analysis/numbered.h"
#include "analysis/stretches.h"

namespace analysis {

using CrossCells = std::vector<std::vector<CrossCell>>;

/// Counts findings into the cells of one table: each stands in one row and one column. (Codes by codes is
/// the business of Pairs.)
class Tally {
  public:
    /// The arguments must outlive it.
    Tally(const AxisItems& rows, const AxisItems& columns, Count count, const WordsIn& words_in);

    /// Takes up one source's findings. `stretches` matter for characters and words only.
    void add(Findings& findings, const model::CountedSource& source, const std::vector<Stretch>& stretches);

    /// The cells with value, participants and codings. Call once, after the last source.
    [[nodiscard]] CrossCells take(const Numbered& numbered);

  private:
    struct Sum {
        std::vector<Index> people;  ///< may repeat
        std::vector<model::CodingId> codings;
        std::int64_t sources = 0;
        Index last_source = kNowhere;
        std::int64_t amount = 0;  ///< characters or words
    };
    /// How far the union of a participant's passages in a cell reaches.
    struct Reach {
        std::uint64_t run = 0;  ///< the source, counted; older ones are void
        text::Position end = 0, own_end = 0;
    };

    [[nodiscard]] Sum* sum_of(const Finding& finding, Index source);
    [[nodiscard]] std::size_t key_of(Index person, const Finding& finding) const;
    [[nodiscard]] bool is_new(const Finding& finding);
    void add_characters(const Findings& findings, const std::vector<Stretch>& stretches);
    void add_words(Findings& findings, const model::CountedSource& source,
                   const std::vector<Stretch>& stretches);

    const AxisItems& rows_;
    const AxisItems& columns_;
    Count count_;
    const WordsIn& words_in_;
    std::vector<Sum> sums_;  ///< [row · columns + column]
    /// Within a source and for a participant only codes and coders tell cells apart.
    std::size_t row_keys_, column_keys_;
    bool by_source_;
    std::vector<bool> seen_;      ///< by key_of() the participant; unused where an axis is the sources
    std::vector<Reach> reaches_;  ///< by key_of()
    std::uint64_t run_ = 0;
};

/// How many triads these participants (places, each once) belong to.
[[nodiscard]] std::int64_t count_triads(const std::vector<Index>& people, const Numbered& numbered);
/// Sorts places and leaves each once.
void sort_unique(std::vector<Index>& places);
/// The ids of participants.
[[nodiscard]] std::vector<model::ParticipantId> ids_of(const std::vector<Index>& people,
                                                       const Numbered& numbered);

}  // namespace analysis
