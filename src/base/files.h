// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace base {

/// The whole content of a file. Throws Error (not_found, io, or bad_input where it is larger than `limit`
/// bytes or not an ordinary file), naming the file.
[[nodiscard]] std::string read_file(const std::filesystem::path& path, std::uintmax_t limit);

/// Writes a file so that `path` holds either its old content or the whole new one, never a part: into a
/// temporary file in the same folder, synced, then renamed. Throws Error(io) and leaves nothing behind.
void write_file(const std::filesystem::path& path, std::string_view content);

/// As write_file, for writers that need a path of their own: calls `write` with the temporary path, syncs
/// and renames.
void replace_file(const std::filesystem::path& path,
                  const std::function<void(const std::filesystem::path& temporary)>& write);

}  // namespace base
