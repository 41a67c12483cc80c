// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/stretches.h"

#include <algorithm>
#include <utility>

namespace analysis {

void find_stretches(Findings& findings, std::vector<Stretch>& stretches) {
    stretches.clear();
    const auto& list = findings.list();
    // Pairs of two numbers are quicker to sort than whole stretches.
    std::vector<std::pair<text::Position, Index>> order;
    order.reserve(list.size());
    for (std::size_t i = 0; i < list.size(); ++i) {
        const model::CountedCoding& coding = findings.coding(list[i]);
        if (coding.whole_source() || coding.span.empty()) continue;
        order.emplace_back(coding.span.begin, static_cast<Index>(i));
    }
    std::sort(order.begin(), order.end());
    for (const auto& [begin, finding] : order) {
        stretches.push_back({finding, findings.coding(list[finding]).span, 0, 0});
    }
    // In this order the turn in which a passage begins is found by going on from the last one's.
    std::size_t turn = 0;
    for (Stretch& stretch : stretches) {
        const Index own = list[stretch.finding].own;
        stretch.own_begin = findings.voices().own_before(own, stretch.span.begin, turn);
        std::size_t end_turn = turn;
        stretch.own_end = findings.voices().own_before(own, stretch.span.end, end_turn);
    }
}

}  // namespace analysis
