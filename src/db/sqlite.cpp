// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite.h"

#include "base/error.h"
#include "base/translate.h"

namespace db {

namespace {

using base::Error;
using base::ErrorKind;
using base::say;
using base::tr;

std::string file_of(sqlite3* database) {
    const char* name = database == nullptr ? nullptr : sqlite3_db_filename(database, "main");
    return name == nullptr || *name == '\0' ? tr("The study") : name;
}

}  // namespace

void check(sqlite3* database, int code, const std::string& opening) {
    const int primary = code & 0xFF;
    if (primary == SQLITE_OK || primary == SQLITE_ROW || primary == SQLITE_DONE) return;
    const std::string file = opening.empty() ? file_of(database) : opening;
    const std::string reason = database == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(database);
    if (code == SQLITE_READONLY_ROLLBACK) {
        throw Error(
            ErrorKind::io,
            say("A change of {} was broken off, and only who may write there can take it back.", file),
            say("Open it once where it may be changed. Whoever copies it must copy {}-journal with it.",
                file));
    }
    switch (primary) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            throw Error(ErrorKind::busy, say("{} is being changed by another program.", file),
                        tr("Wait until it has finished, or close it there, and try again."));
        case SQLITE_FULL:
            throw Error(ErrorKind::io, say("The disk with {} is full; nothing was changed.", file),
                        tr("Make room and try again."));
        case SQLITE_READONLY:
        case SQLITE_PERM:
            throw Error(ErrorKind::io,
                        say("{} cannot be changed: the file or its folder is read-only.", file),
                        tr("Copy it to a place where you may write."));
        case SQLITE_CANTOPEN:
            throw Error(ErrorKind::io, say("{} could not be opened: {}.", file, reason),
                        tr("Check that the folder exists and that you may read and write there."));
        case SQLITE_IOERR:
            throw Error(ErrorKind::io, say("The disk refused to read or write {}: {}.", file, reason),
                        tr("Nothing was changed. Check the disk, then try again."));
        case SQLITE_NOTADB:
            throw Error(ErrorKind::bad_input,
                        say("{} is not a study of Trialogue, or its first bytes are damaged.", file),
                        tr("If it was a study, open the newest file of its folder of backups."));
        case SQLITE_CORRUPT:
            throw Error(ErrorKind::damaged, say("{} is damaged: {}.", file, reason),
                        tr("Open the newest file of its folder of backups."));
        case SQLITE_ERROR:
            // Statements of this program fail so only where tables are not as it made them.
            throw Error(ErrorKind::damaged, say("{} is not built as it has to be: {}.", file, reason),
                        tr("Open the newest file of its folder of backups."));
        default:
            throw Error(ErrorKind::internal, say("{}: {} (SQLite {}).", file, reason, code));
    }
}

}  // namespace db
