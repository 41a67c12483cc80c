// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/progress.h"
#include "model/imported.h"

namespace exchange {

using model::Comment;
using model::Imported;
using model::Loss;

struct ImportOptions {
    std::optional<std::string> encoding;  ///< for plain text; nothing: decide by the content
};

/// Reads a transcript. The format is known by content first, then by the ending. Throws Error that names
/// the file: not_found, io, or bad_input with what to do ("save it as .docx").
[[nodiscard]] Imported import_file(const std::filesystem::path& path, const ImportOptions& options = {},
                                   const base::Progress& progress = {});

/// The endings that import_file() reads, with dot and in lower case.
[[nodiscard]] std::vector<std::string> importable_endings();

}  // namespace exchange
