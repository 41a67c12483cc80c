// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace exchange {

/// One file of an archive.
struct ArchivedFile {
    std::string name;  ///< with "/" between folders
    std::string content;
};

/// Writes a .zip by temp-and-rename, in the order given. `time`: seconds since 1970, the date of every file
/// in it, so that the same files give the same bytes in every time zone. Throws Error(io).
void write_zip(const std::vector<ArchivedFile>& files, std::int64_t time, const std::filesystem::path& path);

/// A name that is a file's name on every system: separators, control characters and what Windows forbids
/// become "_"; an empty one becomes "_".
[[nodiscard]] std::string safe_file_name(const std::string& name);

}  // namespace exchange
