// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "analysis/agreement/agreement.h"

namespace analysis {

/// Units that follow each other and that every coder rated alike.
struct RatedRun {
    model::SourceId source;   ///< of a participant the first
    std::size_t cluster = 0;  ///< from 0, as samples draw them
    model::CodeId code;
    /// In whose words they are, or who they are; a source with one participant is all theirs. And whose roles
    /// count them.
    std::vector<model::ParticipantId> people;
    std::vector<model::RoleId> roles;
    text::Span span;  ///< begin -1: of a participant
    double count = 0;
    std::vector<std::optional<bool>> marked;  ///< [coder]; nothing: that coder did not code the source
};

/// The units of the spec on every source that at least two coders marked as coded, code by code in the order
/// of the codebook: from these any program computes the figures by code and by role anew. A source that is
/// itself the unit has the roles of everybody in it. Of the spec coders, codes, unit, rule, trimming and
/// clusters count. Throws what agreement() throws.
[[nodiscard]] std::vector<RatedRun> rated_runs(const model::Material& material, const AgreementSpec& spec,
                                               const TextUnits& units = {});

}  // namespace analysis
