// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/stretches.h"

#include <algorithm>

namespace analysis {

void find_stretches(Findings& findings, std::vector<Stretch>& stretches) {
    stretches.clear();
    const auto& list = findings.list();
    for (std::size_t i = 0; i < list.size(); ++i) {
        const model::CountedCoding& coding = findings.coding(list[i]);
        if (coding.whole_source() || coding.span.empty()) continue;
        Voices& voices = findings.voices();
        stretches.push_back({static_cast<Index>(i), coding.span,
                             voices.own_before(list[i].own, coding.span.begin),
                             voices.own_before(list[i].own, coding.span.end)});
    }
    std::sort(stretches.begin(), stretches.end(), [](const Stretch& a, const Stretch& b) {
        return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.finding < b.finding;
    });
}

}  // namespace analysis
