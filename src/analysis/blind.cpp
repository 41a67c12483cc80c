// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/blind.h"

namespace analysis {

bool sees_others(const std::map<model::CoderId, model::Mark>& marks, model::CoderId viewer) {
    // The mark under nobody is that of the settled layer.
    if (!viewer) return false;
    const auto mark = marks.find(viewer);
    return mark != marks.end() && mark->second == model::Mark::coded;
}

bool sees_coding(model::CoderId coder, model::Layer layer, const std::map<model::CoderId, model::Mark>& marks,
                 model::CoderId viewer) {
    if (sees_others(marks, viewer)) return true;
    return viewer && coder == viewer && layer != model::kSettledLayer;
}

model::Material blinded(model::Material material, model::CoderId viewer) {
    for (auto& source : material.sources) {
        if (sees_others(source.marks, viewer)) continue;
        std::erase_if(source.codings, [&](const model::CountedCoding& coding) {
            return !sees_coding(coding.coder, coding.layer, source.marks, viewer);
        });
        std::erase_if(source.marks, [&](const auto& mark) { return !viewer || mark.first != viewer; });
    }
    return material;
}

}  // namespace analysis
