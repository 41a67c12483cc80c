// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <utility>

#include "model/ids.h"
#include "study/study.h"

namespace study {

/// When a mark became what it is: later changes compare greater.
struct MarkingTime {
    std::int64_t at = 0;    ///< seconds since 1970; 0: not known
    std::int64_t step = 0;  ///< of the history, where clocks do not tell changes apart

    auto operator<=>(const MarkingTime&) const = default;
};

/// When each coder said last how far she is with each source (nobody: the settled layer), as the history
/// tells it; of marks that came with a merged copy when it was said there.
[[nodiscard]] std::map<std::pair<model::SourceId, model::CoderId>, MarkingTime> marking_times(
    const Study& study);

}  // namespace study
