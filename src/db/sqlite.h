// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

// The session extension is declared only where these stand before the header.
#define SQLITE_ENABLE_SESSION
#define SQLITE_ENABLE_PREUPDATE_HOOK
#include <sqlite3.h>

namespace db {

/// Throws the base::Error for what a call on this connection returned; nothing for SQLITE_OK.
/// Until a connection is open it knows no file: then `file` names it.
void check(sqlite3* database, int code, const std::string& file = {});

}  // namespace db
