// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

#include "study/study.h"

namespace report {

/// How many sources of this study's length a 95 per cent interval of kappa of that width needs, by simulation
/// (analysis/sample_size.h); the units are turns.
[[nodiscard]] std::size_t sources_for_width(const study::Study& study, double width);

/// The same in a sentence that says what is assumed.
[[nodiscard]] std::string sentence_for_width(const study::Study& study, double width);

}  // namespace report
