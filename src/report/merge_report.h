// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "study/merging/plan.h"

namespace report {

/// What a merge does in sentences, for the preview and the command line: whose copy it is, what comes in,
/// what is there already, what changes and goes, what a rule decided, what needs a decision, what is refused.
[[nodiscard]] std::vector<std::string> merge_lines(const study::Study& study,
                                                   const study::merging::MergePlan& plan);

/// The same for programs; docs/command-line.md documents it.
[[nodiscard]] nlohmann::ordered_json merge_json(const study::Study& study,
                                                const study::merging::MergePlan& plan);

}  // namespace report
