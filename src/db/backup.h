// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <stop_token>

namespace db {

/// Copies a database, as its last commit left it, into one plain file that only its owner may read, through
/// a connection of its own and in small steps, so that writers are not held up. `to` appears only when the
/// copy is synced and SQLite finds nothing wrong with it. A stop leaves nothing behind. Throws Error: busy
/// where another program holds the file for long, damaged, io.
void back_up(const std::filesystem::path& from, const std::filesystem::path& to,
             const std::stop_token& stop = {});

}  // namespace db
