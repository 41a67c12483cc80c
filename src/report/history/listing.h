// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "report/listing.h"
#include "report/sight.h"
#include "study/history.h"

namespace report {

/// The history from the newest revision, at most `limit`, without the steps that are hidden; of others'
/// imports it is not told how many codings they brought.
[[nodiscard]] std::vector<study::Revision> visible_history(study::Study& study, const Sight& sight,
                                                           std::int64_t limit);

/// The same as a list: columns number, time, coder, what, kind, verb.
[[nodiscard]] Listing history_listing(study::Study& study, const Sight& sight, std::int64_t limit);

}  // namespace report
