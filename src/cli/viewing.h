// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "cli/commands.h"
#include "report/sight.h"
#include "study/study.h"

namespace cli {

/// The option --as: who looks, in a study that is coded blind.
void add_viewer(CLI::App& command, Common& common);

/// What the person whom --as names may see; without it `worker`, who the command says works, if she is known.
/// Says on standard error that something may be hidden where nobody was named. Throws Error(not_found).
[[nodiscard]] report::Sight sight_of(const study::Study& study, const Common& common,
                                     const std::optional<std::string>& worker = {});

}  // namespace cli
