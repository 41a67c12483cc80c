// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "analysis/agreement/disagreements.h"
#include "model/material.h"

namespace analysis {

/// A participant who has a code if one of two coders is right, and has it not if the other is: a number of
/// the matrix that hangs on a dispute.
struct CellChange {
    model::CodeId code;
    model::ParticipantId participant;
    std::size_t with = 0;  ///< the coder with whom the participant counts: 0 or 1

    bool operator==(const CellChange&) const = default;
};

/// Codings of two coders about the same words that are not the same: what is settled together. Passages of
/// disagreement belong to one dispute where they are about the same codings, or where the two gave the same
/// words different codes of one dimension.
struct Dispute {
    std::size_t number = 0;  ///< from 1, in the order of sources and text; settling changes no number
    model::SourceId source;
    text::Span span;            ///< of all its codings
    text::Position length = 0;  ///< characters on which the coders differ, each code's counted
    DisagreementKind kind = DisagreementKind::boundary;
    std::vector<model::CodeId> codes;                     ///< in the order of the codebook
    std::array<std::vector<model::CodingId>, 2> codings;  ///< of the first and of the second coder
    std::vector<DisagreementPassage> passages;            ///< in the order of the text
    std::vector<CellChange> effect;                       ///< what changes if it is settled either way
    std::optional<std::size_t>
        settlement;        ///< in Material::settlements; also one that put it off, or is void
    bool settled = false;  ///< that decides it
    bool changed = false;  ///< codings were added, changed or removed since: the decision is void
};

/// Both coders' codings, sorted out.
struct Disputes {
    std::vector<Dispute> list;                ///< by number
    std::vector<model::CodingId> undisputed;  ///< codings of both with which the other agrees throughout
    std::vector<model::SourceId> sources;     ///< that both marked as coded
    /// Who has which code whichever way the open disputes are settled, in order.
    std::vector<std::pair<model::CodeId, model::ParticipantId>> certain;

    [[nodiscard]] std::size_t open() const;
};

/// The disputes of the two coders of the spec (of which coders and trimming count), with what each does to
/// the matrix of codes by participants: whether a participant has a code if the first coder is right, and if
/// the second is, given all that is certain. Throws what agreement() throws, and
/// Error(bad_input) for other than two coders.
[[nodiscard]] Disputes disputes(const model::Material& material, const AgreementSpec& spec,
                                const TextUnits& units = {});

/// Places in `disputes.list`, those that change most cells first, then the longest.
[[nodiscard]] std::vector<std::size_t> by_effect(const Disputes& disputes);

}  // namespace analysis
