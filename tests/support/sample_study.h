// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <stdexcept>
#include <string>

#include "support/program.h"

namespace support {

/// Makes the sample study of docs/sample-study, JIM.trialogue in the program's folder, by its own script.
inline void make_sample_study(const Program& program) {
    const std::string make = std::string("'") + TRIALOGUE_SOURCE_DIR + "/docs/sample-study/make' '" +
                             TRIALOGUE_PROGRAM + "' '" + program.folder().path().string() + "'";
    if (std::system(make.c_str()) != 0) throw std::runtime_error("the sample study cannot be made");
}

}  // namespace support
