// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "analysis/crosstab.h"
#include "analysis/findings.h"
#include "analysis/numbered.h"
#include "analysis/selection.h"

namespace analysis {

/// What of a finding decides where on an axis it stands.
enum class Facet { code, participant, source, hand };

/// The headings of an axis, and where on it everything stands.
struct AxisItems {
    Facet facet = Facet::participant;
    std::vector<AxisItem> items;
    /// By the place of the code, participant, source or hand; kNowhere: it has no place on this axis.
    std::vector<Index> item_of;
    /// Items that are shown only where something is counted in them.
    std::vector<bool> only_if_used;

    [[nodiscard]] Index size() const { return static_cast<Index>(items.size()); }
    [[nodiscard]] Index at(const Finding& finding, Index source) const {
        switch (facet) {
            case Facet::code:
                return item_of[finding.code];
            case Facet::participant:
                return item_of[finding.participant];
            case Facet::source:
                return item_of[source];
            case Facet::hand:
                return item_of[finding.hand];
        }
        return kNowhere;
    }
};

/// The items of an axis in the order in which a reader sees them. An item from which the filter took
/// everybody is left out; one that never had anybody stays.
[[nodiscard]] AxisItems axis_items(const Axis& axis, const Numbered& numbered, const Selection& selection,
                                   const Whose& whose);

}  // namespace analysis
