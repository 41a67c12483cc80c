// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/agreement/observed.h"

#include <algorithm>

namespace analysis {

namespace {

bool names_round(const Observer& observer) {
    return observer.layer > model::kSettledLayer;
}

}  // namespace

bool has_coded(const Observer& observer, const model::Marks& marks) {
    const bool settled = observer.layer == model::kSettledLayer;
    const auto found = marks.find(settled ? model::CoderId{} : observer.coder);
    if (found == marks.end()) return false;
    return names_round(observer) ? found->second.is_finished(observer.layer) : found->second.is_coded();
}

Index observer_of(const AgreementSpec& spec, const model::CountedCoding& coding) {
    const bool settled = coding.layer == model::kSettledLayer;
    for (std::size_t i = 0; i < spec.coders.size(); ++i) {
        const Observer& observer = spec.coders[i];
        const bool layer_fits =
            observer.layer == coding.layer || (observer.layer == model::kStandingRound && !settled);
        if (layer_fits && (settled || observer.coder == coding.coder)) return static_cast<Index>(i);
    }
    return kNowhere;
}

Observed::Observed(const model::Material& material, const AgreementSpec& spec) : given_(material) {
    if (std::none_of(spec.coders.begin(), spec.coders.end(), names_round)) return;
    copy_ = material;
    for (auto& source : copy_->sources) {
        const auto is_by_round = [&](const model::CountedCoding& coding) {
            return coding.layer != model::kSettledLayer &&
                   std::any_of(spec.coders.begin(), spec.coders.end(), [&](const Observer& one) {
                       return names_round(one) && one.coder == coding.coder;
                   });
        };
        // Of a coder whose rounds are named these alone count, of the others what stands.
        std::erase_if(source.aside, [&](const auto& coding) { return !is_by_round(coding); });
        model::join_rounds(source);
        std::erase_if(source.codings, [&](const auto& coding) {
            return is_by_round(coding) && observer_of(spec, coding) == kNowhere;
        });
    }
}

}  // namespace analysis
