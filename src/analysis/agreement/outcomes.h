// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "analysis/agreement/disputes.h"
#include "model/settlement.h"

namespace analysis {

/// What is to stand in the settled layer.
struct SettledPassage {
    model::CodeId code;
    text::Span span;  ///< begin -1: the source as a whole

    auto operator<=>(const SettledPassage&) const = default;
};

/// A decision that can be carried out: which codings it is about, and what becomes of them.
struct Proposal {
    model::SourceId source;
    text::Span span;
    model::Decision decision = model::Decision::later;
    model::CoderId accepted;  ///< for Decision::accept; nobody for the settled layer
    std::vector<model::CodingId> settles;
    std::vector<SettledPassage> outcomes;
};

/// The decision about a dispute. accept: the codings of coder `accepted` (0 or 1) as they are; both and
/// united: everything that either coded, overlapping passages of one code made one; intersection: what both
/// coded, code by code; drop and later: nothing. For anew, whoever draws fills in the outcomes. Throws
/// Error(bad_input) where the spec names rounds.
[[nodiscard]] Proposal proposal(const Dispute& dispute, const model::Material& material,
                                const AgreementSpec& spec, model::Decision decision,
                                std::size_t accepted = 0);

/// Rules that settle by themselves.
struct SettlingRule {
    model::Decision decision = model::Decision::agreed;  ///< agreed, united or intersection
    /// united and intersection: at no place do the ends differ by as many characters.
    text::Position under = 0;
};

/// What a rule would settle, in the order of sources and text: `agreed` what both coded alike and has not
/// been taken over (as the first coder drew it); the others the disputes that nobody has settled or put off
/// and that are about ends alone. Throws as proposal() does.
[[nodiscard]] std::vector<Proposal> proposals(const Disputes& disputes, const model::Material& material,
                                              const AgreementSpec& spec, const SettlingRule& rule);

}  // namespace analysis
