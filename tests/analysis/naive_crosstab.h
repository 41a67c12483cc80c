// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "analysis/crosstab.h"

/// What a cell must hold, by the labels (paths for codes) of its row and column.
struct NaiveCell {
    std::int64_t value = 0, of = 0, coded = 0, uncoded = 0, absent = 0;
    std::set<model::ParticipantId> participants;
    std::set<model::CodingId> codings;
};

struct NaiveTable {
    std::map<std::pair<std::string, std::string>, NaiveCell> cells;
    std::set<model::CodingId> unattributed;
};

/// The table as docs/counting.md tells it, with sets, character by character, slowly: what the real one is
/// compared with. `words` is how a word is told: words begin at these positions.
[[nodiscard]] NaiveTable naive_crosstab(const model::Material& material, const analysis::CrosstabSpec& spec,
                                        const std::vector<analysis::AxisItem>& rows,
                                        const std::vector<analysis::AxisItem>& columns);

/// The rule by which both count words: one begins at every fifth character.
[[nodiscard]] inline bool word_begins_at(std::int64_t position) {
    return position % 5 == 0;
}
