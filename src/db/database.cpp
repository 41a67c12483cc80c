// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/database.h"

#include <sys/vfs.h>

#include <array>

#include "base/error.h"
#include "base/translate.h"
#include "db/sqlite.h"

namespace db {

namespace {

using base::Error;
using base::ErrorKind;
using base::say;

/// How long a commit waits for another program's, in milliseconds.
constexpr int kPatience = 5000;

int open_flags(Access access) {
    switch (access) {
        case Access::read:
            return SQLITE_OPEN_READONLY;
        case Access::write:
            return SQLITE_OPEN_READWRITE;
        case Access::create:
            return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    }
    return 0;
}

const char* journal_name(Journal journal) {
    switch (journal) {
        case Journal::wal:
            return "wal";
        case Journal::persist:
            return "persist";
        case Journal::none:
            return "delete";
    }
    return "";
}

}  // namespace

void Database::Closer::operator()(sqlite3* handle) const {
    sqlite3_close_v2(handle);
}

Database::Database(const std::filesystem::path& path, Access access)
    : path_(std::filesystem::absolute(path).lexically_normal()) {
    std::error_code ignored;
    if (access != Access::create && !std::filesystem::exists(path_, ignored)) {
        throw Error(ErrorKind::not_found, say("There is no file {}.", path.string()));
    }
    if (std::filesystem::is_directory(path_, ignored)) {
        throw Error(ErrorKind::bad_input, say("{} is a folder, not a study.", path.string()));
    }
    sqlite3* handle = nullptr;
    const int code =
        sqlite3_open_v2(path_.c_str(), &handle, open_flags(access) | SQLITE_OPEN_EXRESCODE, nullptr);
    handle_.reset(handle);
    check(handle, code, path_.string());
    sqlite3_busy_timeout(handle, kPatience);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    const int first = sqlite3_exec(handle, "SELECT 1 FROM sqlite_schema", nullptr, nullptr, nullptr);
    if (access == Access::read && first == SQLITE_READONLY_ROLLBACK) {
        // A power cut or a kill broke off a commit. SQLite takes it back when somebody who may write looks.
        (void)Database(path_, Access::write).number("PRAGMA schema_version");
    } else {
        check(handle, first);
    }
    // A large edit and its undo touch most pages; 64 MB keep those of a study of 50,000 codings.
    execute(
        "PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; PRAGMA synchronous=FULL; PRAGMA "
        "cache_size=-65536;");
}

Database::~Database() = default;
Database::Database(Database&&) noexcept = default;

void Database::execute(const std::string& sql) const {
    check(handle_.get(), sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr));
}

Statement Database::prepare(std::string_view sql) const {
    return {handle_.get(), sql};
}

std::int64_t Database::number(std::string_view sql) const {
    Statement statement = prepare(sql);
    return statement.step() ? statement.integer(0) : 0;
}

bool Database::set_journal(Journal journal) const {
    const std::string wanted = journal_name(journal);
    try {
        Statement statement = prepare("PRAGMA journal_mode=" + wanted);
        return statement.step() && statement.text(0) == wanted;
    } catch (const Error& error) {
        if (error.kind() == ErrorKind::busy) return false;
        throw;
    }
}

bool Database::checkpoint() const {
    const int code =
        sqlite3_wal_checkpoint_v2(handle_.get(), "main", SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    if ((code & 0xFF) == SQLITE_BUSY || (code & 0xFF) == SQLITE_LOCKED) return false;
    check(handle_.get(), code);
    return true;
}

std::vector<std::string> Database::columns(const std::string& table) const {
    std::vector<std::string> names;
    Statement statement = prepare("SELECT name FROM pragma_table_info(?1) ORDER BY cid");
    statement.bind(table);
    while (statement.step()) names.emplace_back(statement.text(0));
    return names;
}

std::int64_t Database::data_version() const {
    return number("PRAGMA data_version");
}

bool Database::in_transaction() const {
    return sqlite3_get_autocommit(handle_.get()) == 0;
}

std::vector<std::string> Database::integrity_errors() const {
    std::vector<std::string> errors;
    Statement integrity = prepare("PRAGMA integrity_check");
    while (integrity.step()) {
        if (integrity.text(0) != "ok") errors.emplace_back(integrity.text(0));
    }
    Statement keys = prepare("PRAGMA foreign_key_check");
    while (keys.step()) {
        errors.push_back(base::say("row {} of “{}” points to a row of “{}” that is not there",
                                   keys.integer(1), keys.text(0), keys.text(2)));
    }
    return errors;
}

bool is_local_disk(const std::filesystem::path& path) {
    // From linux/magic.h and the file systems' own headers.
    constexpr std::array<unsigned long, 9> kRemote = {
        0x6969, 0x517B, 0xFF534D42, 0xFE534D42, 0x5346414F, 0x01021997, 0x65735546, 0x00C36400, 0x564C};
    struct statfs status {};
    if (::statfs(path.c_str(), &status) != 0) return false;
    const auto type = static_cast<unsigned long>(status.f_type) & 0xFFFFFFFFUL;
    return std::find(kRemote.begin(), kRemote.end(), type) == kRemote.end();
}

}  // namespace db
