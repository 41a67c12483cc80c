// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "base/progress.h"
#include "exchange/in/importer.h"

namespace exchange {

/// Reads a Word document (.docx, .docm, .dotx; transitional and strict): a paragraph becomes a line, a row of
/// a table a line with tabs between its cells, insertions are in and deletions out, notes follow at the end
/// under a line. What is not carried over is counted in the losses. Throws Error that names the file:
/// not_found, io, or bad_input with what to do.
[[nodiscard]] Imported read_docx(const std::filesystem::path& file, const base::Progress& progress = {});

}  // namespace exchange
