// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/search_blind.h"

#include "analysis/blind.h"
#include "study/codings.h"
#include "study/settings.h"

namespace report {

search::Contents::Filter blind_filter(const study::Study& study, model::CoderId viewer) {
    return [&study, viewer](model::SourceId source, std::vector<model::Coding>& codings) {
        if (codings.empty() || study::settings::get(study, study::settings::kBlind) != "1") return;
        const auto marks = study::codings::marks(study, source);
        std::erase_if(codings, [&](const model::Coding& coding) {
            return !analysis::sees_coding(coding.coder, coding.layer, marks, viewer);
        });
    };
}

}  // namespace report
