// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace text {

/// The byte at which speech can begin: after YAML front matter, and after the block of fields ("Datum: …")
/// and the legend ("I1: Interviewer 1") at the head. 0 where there is none.
[[nodiscard]] std::size_t front_matter_end(std::string_view utf8);

/// A label and what the head of the transcript says it means.
using LegendEntry = std::pair<std::string, std::string>;

/// What is said of labels in the text before the first turn: "I1: Interviewer 1", "I = Interviewer; X =
/// Informant", "Interviewer (I)", "Yasmine Hassan - I", CHAT's "@Participants:". Labels are folded; most of
/// the entries are about no label at all, and are to be looked up.
[[nodiscard]] std::vector<LegendEntry> legend_entries(std::string_view head);

}  // namespace text
