// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/blind.h"

#include <unordered_set>

namespace analysis {

bool has_finished(const Viewer& viewer, const model::Marks& marks) {
    // The mark under nobody is that of the settled layer.
    if (!viewer.coder) return false;
    const auto own = marks.find(viewer.coder);
    return own != marks.end() && own->second.mark == model::Mark::coded;
}

bool sees(const Viewer& viewer, model::CoderId coder, model::Layer layer, const model::Marks& marks) {
    if (viewer.sees_all) return true;
    const bool finished = has_finished(viewer, marks);
    if (layer == model::kSettledLayer) return finished;
    const auto theirs = marks.find(coder);
    if (viewer.coder && coder == viewer.coder) {
        return finished || layer == (theirs == marks.end() ? model::kFirstRound : theirs->second.round);
    }
    return finished && theirs != marks.end() && theirs->second.is_finished(layer);
}

bool sees_work(const Viewer& viewer, model::CoderId coder, const model::Marks& marks) {
    if (viewer.sees_all || (viewer.coder && coder == viewer.coder)) return true;
    const auto theirs = marks.find(coder);
    return has_finished(viewer, marks) && theirs != marks.end() && theirs->second.mark == model::Mark::coded;
}

model::Material blinded(model::Material material, const Viewer& viewer) {
    if (viewer.sees_all) return material;
    std::unordered_set<model::SourceId> settled;
    for (auto& source : material.sources) {
        const auto hidden = [&](const model::CountedCoding& coding) {
            return !sees(viewer, coding.coder, coding.layer, source.marks);
        };
        std::erase_if(source.codings, hidden);
        std::erase_if(source.aside, hidden);
        if (sees(viewer, {}, model::kSettledLayer, source.marks)) settled.insert(source.id);
        const auto marks = source.marks;
        std::erase_if(source.marks, [&](const auto& mark) {
            const auto layer = mark.first ? model::kFirstRound : model::kSettledLayer;
            return (!viewer.coder || mark.first != viewer.coder) && !sees(viewer, mark.first, layer, marks);
        });
    }
    std::erase_if(material.settlements,
                  [&](const model::Settlement& one) { return !settled.contains(one.source); });
    return material;
}

}  // namespace analysis
