// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/viewing.h"

#include <cstdio>

#include "base/translate.h"
#include "study/coders.h"

namespace cli {

using base::tr;

void add_viewer(CLI::App& command, Common& common) {
    command
        .add_option("--as", common.viewer,
                    tr("Who looks: where the study is coded blind, others' work is hidden from this coder"))
        ->envname("TRIALOGUE_CODER");
}

report::Sight sight_of(const study::Study& study, const Common& common,
                       const std::optional<std::string>& worker) {
    model::CoderId viewer;
    if (!common.viewer.empty()) {
        viewer = study::coders::resolve(study, common.viewer).id;
    } else if (const auto known = worker ? study::coders::find(study, *worker) : std::nullopt) {
        viewer = known->id;
    }
    report::Sight sight(study, viewer);
    if (!sight.sees_all() && !viewer) {
        std::fprintf(stderr, "trialogue: %s\n",
                     tr("This study is coded blind, so that codings are hidden. Say who looks: --as CODER."));
    }
    return sight;
}

}  // namespace cli
