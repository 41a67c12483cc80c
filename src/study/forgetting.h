// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "study/study.h"

namespace study {

/// What forget() removed for good.
struct Forgotten {
    std::int64_t revisions = 0;  ///< whose old values are gone
    std::int64_t texts = 0;      ///< versions that no source shows any more
    std::int64_t backups = 0;
};

/// Removes for good what the study no longer shows but still holds: the old values and arguments of the
/// history, texts that nothing refers to, free pages, the log, the backups. The history keeps who did what
/// when, in verbs alone, and cannot be undone past this point. Throws Error: busy where somebody else reads
/// the study.
Forgotten forget(Study& study);

}  // namespace study
