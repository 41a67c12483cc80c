// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "study/study.h"

namespace cli {

/// Where a command writes, and in which format.
struct OutputFile {
    std::filesystem::path path;
    std::string ending;  ///< ".csv", in lower case
};

/// The file of -o. Throws Error(usage) that lists the endings there are.
[[nodiscard]] OutputFile output_file(const std::string& path, const std::vector<std::string>& endings);

/// Throws Error(conflict) where the file is the study itself.
void refuse_to_overwrite(const study::Study& study, const OutputFile& file);

/// Says that the file was written.
void print_written(const OutputFile& file, bool json);

}  // namespace cli
