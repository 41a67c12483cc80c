// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/progress.h"
#include "model/source.h"
#include "text/text.h"
#include "text/turns.h"

namespace exchange {

/// Something of the file that is not in the imported text, in a sentence for the researcher.
struct Loss {
    std::string what;        ///< "2 deleted passages (tracked changes) were left out."
    std::int64_t count = 1;  ///< how often
};

/// A remark that somebody made in the margin of the file.
struct Comment {
    text::Span span;  ///< the passage; may be empty where the file names only a point
    std::string author;
    std::string content;
    std::int64_t created = 0;  ///< seconds since 1970, UTC; 0 where the file does not say
};

/// What a file gave. Detection proposes; participants.csv and the user decide.
struct Imported {
    text::Text text;
    text::DetectedTurns turns;
    std::vector<model::Anchor> anchors;
    std::vector<Comment> comments;
    std::vector<Loss> losses;
    std::string encoding;            ///< empty where the format says it itself
    bool encoding_assumed = false;
};

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
