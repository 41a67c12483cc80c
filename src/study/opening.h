// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <span>

#include "db/database.h"

namespace study {

/// What makes an SQLite file a study: PRAGMA application_id ("TRIA") and user_version.
inline constexpr std::int64_t kApplicationId = 0x54524941;
inline constexpr int kVersion = 3;

/// One step from a version of the study file to the next.
struct Migration {
    int to = 0;
    const char* sql = nullptr;
    /// It only appends tables and columns, so that undo may cross it.
    bool appends = true;
};

/// The tables of a new study (schema.sql).
[[nodiscard]] const char* schema_sql();

/// Throws the sentence for a file that is no study of ours: empty, another program's, another SQLite file,
/// newer, with a foreign trigger or view, without one of our tables. An older version passes.
void check_is_study(const db::Database& database, int version = kVersion);

/// Brings an older study up to `version` in one transaction, adding a barrier revision where a step does
/// more than append. `migrations` are ordered by `to`.
void migrate(const db::Database& database, std::span<const Migration> migrations, int version = kVersion);

/// The row of recorded_schema that describes the recorded tables as they are now; adds it where it is missing
/// and the connection may write, else 0.
std::int64_t current_schema(const db::Database& database);

/// Throws Error(conflict) where changes recorded under that schema cannot be applied to the tables as they
/// are: SQLite itself would apply them to the wrong columns or pass them over without a word.
void check_schema_fits(const db::Database& database, std::int64_t recorded_schema,
                       const std::vector<std::string>& tables);

}  // namespace study
