// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/opening.h"

#include <ctime>

#include "base/error.h"
#include "base/guid.h"
#include "base/translate.h"
#include "db/transaction.h"
#include "study/changes.h"
#include "study/schema_sql.h"

namespace study {

namespace {

using base::Error;
using base::ErrorKind;
using base::say;
using base::tr;

/// The recorded tables that are there, with their columns.
nlohmann::json recorded_tables(const db::Database& database) {
    nlohmann::json tables = nlohmann::json::object();
    for (const char* table : kRecordedTables) {
        const auto columns = database.columns(table);
        if (!columns.empty()) tables[table] = columns;
    }
    return tables;
}

void check_identity(const db::Database& database, int version) {
    const std::string file = database.path().string();
    std::error_code ignored;
    if (std::filesystem::file_size(database.path(), ignored) == 0) {
        throw Error(ErrorKind::bad_input, say("{} is empty: there is no study in it.", file),
                    tr("Take its newest backup, or make a new study."));
    }
    if (database.number("PRAGMA application_id") != kApplicationId) {
        throw Error(ErrorKind::bad_input,
                    say("{} is a database of another program, not a study of Trialogue.", file),
                    tr("A study ends in .trialogue; other files are brought in by importing them."));
    }
    const std::int64_t found = database.number("PRAGMA user_version");
    if (found > version) {
        throw Error(ErrorKind::bad_input,
                    say("{} was made by a newer Trialogue (file version {}, this program reads {}).", file,
                        found, version),
                    tr("Install the newer program; this one would lose what it does not know."));
    }
    if (found < 1) {
        throw Error(ErrorKind::damaged, say("{} does not say of which version it is.", file),
                    tr("Open the newest file of its folder of backups."));
    }
}

}  // namespace

const char* schema_sql() {
    return kSchemaSql;
}

void check_is_study(const db::Database& database, int version) {
    check_identity(database, version);
    const std::string file = database.path().string();
    db::Statement foreign =
        database.prepare("SELECT type, name FROM sqlite_schema WHERE type IN ('trigger', 'view') LIMIT 1");
    if (foreign.step()) {
        throw Error(
            ErrorKind::bad_input,
            say("{} holds a {} named “{}” that Trialogue did not make; it could change what you enter.", file,
                foreign.text(0), foreign.text(1)),
            tr("Remove it with the program that made it, or open a backup."));
    }
    for (const char* table : {"identity", "recorded_schema", "revision", "text"}) {
        if (database.columns(table).empty()) {
            throw Error(ErrorKind::damaged, say("{} is damaged: the table “{}” is missing.", file, table),
                        tr("Open the newest file of its folder of backups."));
        }
    }
    const bool current = database.number("PRAGMA user_version") == version;
    for (const char* table : kRecordedTables) {
        if (current && database.columns(table).empty()) {
            throw Error(ErrorKind::damaged, say("{} is damaged: the table “{}” is missing.", file, table),
                        tr("Open the newest file of its folder of backups."));
        }
    }
}

void migrate(const db::Database& database, std::span<const Migration> migrations, int version) {
    const std::int64_t found = database.number("PRAGMA user_version");
    if (found >= version) return;
    db::Transaction transaction(database);
    for (const Migration& migration : migrations) {
        if (migration.to <= found || migration.to > version) continue;
        const std::int64_t before = current_schema(database);
        database.execute(migration.sql);
        if (migration.appends) continue;
        const base::Guid guid = base::Guid::random();
        database
            .prepare(
                "INSERT INTO revision (guid, at, session, kind, schema, verb, args)"
                " VALUES (?1, ?2, ?3, 'barrier', ?4, 'migrate', ?5)")
            .run(guid.bytes, std::time(nullptr), guid.bytes, before,
                 nlohmann::json{{"version", migration.to}}.dump());
    }
    database.execute(fmt::format("PRAGMA user_version={}", version));
    transaction.commit();
}

std::int64_t current_schema(const db::Database& database) {
    const std::string tables = recorded_tables(database).dump();
    db::Statement known = database.prepare("SELECT id FROM recorded_schema WHERE tables = ?1");
    known.bind(tables);
    if (known.step()) return known.integer(0);
    database.prepare("INSERT INTO recorded_schema (tables) VALUES (?1)").run(tables);
    return database.number("SELECT last_insert_rowid()");
}

void check_schema_fits(const db::Database& database, std::int64_t recorded_schema,
                       const std::vector<std::string>& tables) {
    db::Statement statement = database.prepare("SELECT tables FROM recorded_schema WHERE id = ?1");
    statement.bind(recorded_schema);
    const auto then =
        statement.step() ? nlohmann::json::parse(statement.text(0), nullptr, false) : nlohmann::json();
    for (const std::string& table : tables) {
        const auto now = database.columns(table);
        const auto old =
            then.is_object() ? then.value(table, std::vector<std::string>{}) : std::vector<std::string>{};
        // Columns that were appended since are filled with their default; anything else would go wrong
        // silently.
        if (old.empty() || old.size() > now.size() || !std::equal(old.begin(), old.end(), now.begin())) {
            throw Error(
                ErrorKind::conflict,
                say("This change was made when the table “{}” of the study was built otherwise; it can no"
                    " longer be undone or redone.",
                    table));
        }
    }
}

}  // namespace study
