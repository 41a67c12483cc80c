// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/agreement_options.h"

#include <algorithm>

#include "base/error.h"
#include "base/translate.h"
#include "study/coders.h"

namespace cli {

namespace {

using base::Error;
using base::ErrorKind;
using base::say;
using base::tr;

/// Those who marked sources as coded.
std::vector<analysis::Observer> coders_at_work(const model::Material& material) {
    std::vector<analysis::Observer> coders;
    for (const auto& coder : material.coders) {
        const bool marked =
            std::any_of(material.sources.begin(), material.sources.end(), [&](const auto& source) {
                const auto mark = source.marks.find(coder.id);
                return mark != source.marks.end() && mark->second == model::Mark::coded;
            });
        if (marked) coders.push_back({coder.id});
    }
    if (coders.size() < 2) {
        throw Error(ErrorKind::bad_input,
                    say("{} coder has marked sources as coded; agreement needs two.", coders.size()),
                    tr("`trialogue mark STUDY SOURCE… coded --coder CODER` says who has finished what."));
    }
    return coders;
}

}  // namespace

std::vector<analysis::Observer> coders_of(const std::vector<std::string>& names, const study::Study& study,
                                          const model::Material& material) {
    if (names.empty()) return coders_at_work(material);
    std::vector<analysis::Observer> coders;
    for (const auto& name : names) {
        if (name == model::kSettled) {
            coders.push_back({{}, model::kSettledLayer});
        } else {
            coders.push_back({study::coders::resolve(study, name).id});
        }
    }
    return coders;
}

}  // namespace cli
