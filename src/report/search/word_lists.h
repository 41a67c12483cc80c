// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "model/table.h"
#include "report/listing.h"
#include "search/word_list.h"

/// What counting words gave, as lists and as what a chart is drawn of.
namespace report {

/// The first `limit` words: columns words, count, role:NAME…, participants, sources.
[[nodiscard]] Listing frequency_listing(const search::WordList& list, const search::Contents& contents,
                                        std::size_t limit);
/// What sets two roles apart: columns words, more_in, log_likelihood, first, second, expected_….
[[nodiscard]] Listing keyness_listing(const std::vector<search::Key>& keys, model::RoleId first,
                                      model::RoleId second, const search::Contents& contents,
                                      std::size_t limit);

/// The first `limit` words with how often each role says them.
[[nodiscard]] model::Table frequency_chart(const search::WordList& list, const search::Contents& contents,
                                           std::size_t limit);
/// The first `limit` words with how often the two roles say them in each 1,000 words of theirs.
[[nodiscard]] model::Table keyness_chart(const std::vector<search::Key>& keys, const search::WordList& list,
                                         model::RoleId first, model::RoleId second,
                                         const search::Contents& contents, std::size_t limit);

}  // namespace report
