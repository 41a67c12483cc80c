// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace fuzz {

/// Reads the file as a Word document, and checks what was read.
void check_docx(const std::filesystem::path& file);

}  // namespace fuzz
