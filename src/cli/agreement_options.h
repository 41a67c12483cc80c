// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "analysis/agreement/agreement.h"
#include "model/material.h"
#include "study/study.h"

namespace cli {

/// The coders of these names, of which `settled` is one, and rounds of coders ("Bram:2"); all who marked
/// sources as coded where none is named. Throws Error: not_found, or bad_input where nobody was named and
/// fewer than two have marked anything.
[[nodiscard]] std::vector<analysis::Observer> coders_of(const std::vector<std::string>& names,
                                                        const study::Study& study,
                                                        const model::Material& material);

}  // namespace cli
