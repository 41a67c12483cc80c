// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "study/study.h"

namespace report {

/// The ending of a file by which its format is chosen, ".csv", in lower case. Throws Error(usage) that lists
/// the endings there are where it is none of them.
[[nodiscard]] std::string ending_of(const std::filesystem::path& file,
                                    const std::vector<std::string>& endings);

/// The name of a file as people read it: valid UTF-8.
[[nodiscard]] std::string shown_name(const std::filesystem::path& file);

/// Throws Error(conflict) where the file is the study itself.
void refuse_to_overwrite(const study::Study& study, const std::filesystem::path& file);

}  // namespace report
