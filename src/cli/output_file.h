// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace cli {

/// Says that the file was written.
void print_written(const std::filesystem::path& file, bool json);

}  // namespace cli
