// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "study/study.h"

namespace study {

/// Looks whether the study is whole: the file as SQLite sees it, references, texts against their hashes and
/// counts, turns and anchors within their texts, the codebook, codings and memos within theirs. A sentence
/// for each finding; none: it is whole. Reads every text; changes nothing.
[[nodiscard]] std::vector<std::string> check(const Study& study);

}  // namespace study
