// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/coding.h"
#include "search/contents.h"
#include "study/study.h"

namespace report {

/// Hides from a search what a coder may not see while the study is coded blind (analysis/blind.h): codings of
/// others in sources that the viewer has not marked as coded. Looks at the study's setting and marks anew
/// each time. `viewer` nobody: a person who is no coder, who sees no coding then.
[[nodiscard]] search::Contents::Filter blind_filter(const study::Study& study, model::CoderId viewer);

}  // namespace report
