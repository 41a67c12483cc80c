// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "analysis/crosstab.h"
#include "analysis/numbered.h"

namespace analysis {

/// What the filters of a table leave, by place.
struct Selection {
    std::vector<bool> participants;
    std::vector<bool> codes;
};

/// Several values of one attribute: any of them; several attributes: all of them. An empty value stands for
/// those who have none. Throws Error(not_found) that lists what there is where an attribute is unknown, where
/// nobody has the value, or where a code is not in the codebook.
[[nodiscard]] Selection selection(const Numbered& numbered, const CrosstabSpec& spec);

}  // namespace analysis
