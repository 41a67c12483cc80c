// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "study/study.h"

namespace study {

/// Copies the study, as its last commit left it, into one plain file that only its owner may read. Throws
/// Error: conflict where that file is there already, io.
void copy_to(const Study& study, const std::filesystem::path& path);

}  // namespace study
