// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "search/plan.h"

/// Which documents of an index may hold what a plan looks for. All words of a turn stand in one document, so
/// Xapian can leave out those that lack a word, or have none of them near the other: it looks at positions
/// several times faster than its interface gives them out.
namespace search {

/// The documents, in the order of their numbers, of those in `among` (ascending) that may fulfil the plan.
/// `forms` are the words of the texts for each of its terms. Throws Xapian::Error.
[[nodiscard]] std::vector<Xapian::docid> matching(const Xapian::Database& database, const Plan& plan,
                                                  const std::vector<std::vector<std::string>>& forms,
                                                  const std::vector<Xapian::docid>& among);

}  // namespace search
