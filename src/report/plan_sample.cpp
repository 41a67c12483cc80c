// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/plan_sample.h"

#include <cmath>

#include "analysis/sample_size.h"
#include "base/translate.h"
#include "study/sources.h"

namespace report {

namespace {

constexpr std::size_t kMost = 10'000;

analysis::SampleAssumptions assumptions_for(const study::Study& study) {
    analysis::SampleAssumptions assumptions;
    const auto sources = study::sources::all(study);
    std::size_t turns = 0;
    for (const auto& source : sources) turns += source.turns.size();
    if (turns > 0) assumptions.units = std::max<std::size_t>(1, turns / sources.size());
    return assumptions;
}

}  // namespace

std::size_t sources_for_width(const study::Study& study, double width) {
    return analysis::sources_for_width(width, kMost, assumptions_for(study));
}

std::string sentence_for_width(const study::Study& study, double width) {
    const auto assumed = assumptions_for(study);
    return base::say_n(
        "About {} source coded by both gives an interval of kappa that is {} wide, if kappa is {}, "
        "{} per cent of turns carry the code and a source has {} turns.",
        "About {} sources coded by both give an interval of kappa that is {} wide, if kappa is {}, "
        "{} per cent of turns carry the code and a source has {} turns.",
        analysis::sources_for_width(width, kMost, assumed), width, assumed.kappa,
        std::lround(assumed.prevalence * 100), assumed.units);
}

}  // namespace report
