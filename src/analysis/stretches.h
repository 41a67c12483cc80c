// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "analysis/findings.h"
#include "text/span.h"

namespace analysis {

/// The passage of a finding, and how much of the participant's own speech stands before its two ends.
struct Stretch {
    Index finding = 0;  ///< in Findings::list()
    text::Span span;
    text::Position own_begin = 0, own_end = 0;
};

/// The passages of a source's findings by where they begin; judgements of the whole source have none. In this
/// order the union of passages grows at its end only, so that it need not be kept.
void find_stretches(Findings& findings, std::vector<Stretch>& stretches);

}  // namespace analysis
