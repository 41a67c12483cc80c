// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/study.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <ctime>

#include "base/error.h"
#include "base/translate.h"
#include "db/transaction.h"
#include "study/opening.h"
#include "study/settings.h"

namespace study {

namespace {

using base::Error;
using base::ErrorKind;
using base::say;
using base::tr;

/// From each version of the file to the next. An appended column is written into every row: of a row that was
/// stored without it, SQLite 3.40 records NULL as the old value, not the default, and undo would fail.
constexpr std::array kMigrations{
    Migration{2,
              "ALTER TABLE coding ADD COLUMN starred INTEGER NOT NULL DEFAULT 0;"
              "UPDATE coding SET starred = 0;"
              "DROP INDEX coding_to_count;"
              "CREATE INDEX coding_to_count ON coding (source, code, first, past, coder, layer, starred);"},
    Migration{3, R"(
ALTER TABLE coder ADD COLUMN supervisor INTEGER NOT NULL DEFAULT 0;
UPDATE coder SET supervisor = 0;
ALTER TABLE mark ADD COLUMN round INTEGER NOT NULL DEFAULT 1;
UPDATE mark SET round = 1;
CREATE TABLE settlement (
    id       INTEGER PRIMARY KEY,
    guid     BLOB NOT NULL UNIQUE,
    source   INTEGER NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
    code     INTEGER NOT NULL REFERENCES code (id) DEFERRABLE INITIALLY DEFERRED,
    first    INTEGER,
    past     INTEGER,
    coder    INTEGER REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED,
    decision TEXT NOT NULL,
    accepted INTEGER REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED,
    codings  INTEGER NOT NULL,
    reason   TEXT NOT NULL,
    created  INTEGER NOT NULL,
    CHECK ((first IS NULL) = (past IS NULL) AND (first IS NULL OR (0 <= first AND first < past)))
) STRICT;
CREATE INDEX settlement_by_source ON settlement (source);
CREATE TABLE settlement_coding (
    id         INTEGER PRIMARY KEY,
    guid       BLOB NOT NULL UNIQUE,
    settlement INTEGER NOT NULL REFERENCES settlement (id) DEFERRABLE INITIALLY DEFERRED,
    coding     INTEGER NOT NULL REFERENCES coding (id) DEFERRABLE INITIALLY DEFERRED,
    result     INTEGER NOT NULL
) STRICT;
CREATE INDEX settlement_coding_by_settlement ON settlement_coding (settlement);
CREATE INDEX settlement_coding_by_coding ON settlement_coding (coding);
CREATE TABLE known_change (
    id       INTEGER PRIMARY KEY,
    guid     BLOB NOT NULL UNIQUE,
    "row"    BLOB NOT NULL,
    what     TEXT NOT NULL,
    at       INTEGER NOT NULL,
    step     INTEGER NOT NULL,
    revision BLOB NOT NULL,
    said     TEXT
) STRICT;
CREATE TABLE merged_revision (
    id    INTEGER PRIMARY KEY,
    guid  BLOB NOT NULL UNIQUE,
    at    INTEGER NOT NULL,
    coder BLOB,
    verb  TEXT NOT NULL,
    place TEXT NOT NULL
) STRICT;
CREATE TABLE package (
    coder       BLOB NOT NULL,
    made        INTEGER NOT NULL,
    frozen      INTEGER NOT NULL,
    fingerprint BLOB NOT NULL
) STRICT;
)"},
};

db::Access connection_access(Access access) {
    return access == Access::write ? db::Access::write : db::Access::read;
}

/// An empty file that only its owner may read, made before SQLite would make one for everybody.
void make_private_file(const std::filesystem::path& path) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file >= 0) {
        ::close(file);
        return;
    }
    if (errno == EEXIST) {
        throw Error(ErrorKind::conflict, say("{} exists already.", path.string()),
                    tr("Choose another name, or open it."));
    }
    throw Error(ErrorKind::io, say("{} could not be made.", path.string()),
                tr("Check that the folder exists and that you may write there."));
}

void fill_new(const db::Database& database, const std::string& name, const std::string& language) {
    // A journal that is deleted ends this transaction; EXTRA makes the folder durable too, and with it the
    // new file's name.
    database.execute("PRAGMA synchronous=EXTRA");
    db::Transaction transaction(database);
    database.execute(
        fmt::format("PRAGMA application_id={}; PRAGMA user_version={};", kApplicationId, kVersion));
    database.execute(schema_sql());
    database.prepare("INSERT INTO identity VALUES (?1, 0, 100, ?2, ?3)")
        .run(base::Guid::random().bytes, std::time(nullptr), "trialogue " TRIALOGUE_VERSION);
    db::Statement setting =
        database.prepare("INSERT INTO setting (id, guid, name, value) VALUES (?1, ?2, ?3, ?4)");
    setting.run(1, base::Guid::random().bytes, settings::kName, name);
    setting.run(2, base::Guid::random().bytes, settings::kLanguage, language);
    transaction.commit();
}

}  // namespace

std::unique_ptr<Study> Study::create(const std::filesystem::path& path, const std::string& name,
                                     const std::string& language) {
    make_private_file(path);
    try {
        const db::Database database(path, db::Access::create);
        fill_new(database, name, language);
    } catch (...) {
        std::error_code ignored;
        std::filesystem::remove(path, ignored);
        throw;
    }
    return open(path, Access::write);
}

std::unique_ptr<Study> Study::open(const std::filesystem::path& path, Access access) {
    return std::unique_ptr<Study>(new Study(path, access));
}

namespace {

std::unique_ptr<Lock> lock_for(const std::filesystem::path& path, Access access) {
    std::error_code ignored;
    // Without a file there is nothing to lock; opening says so in its own words.
    if (access != Access::write || !std::filesystem::is_regular_file(path, ignored)) return nullptr;
    return std::make_unique<Lock>(std::filesystem::absolute(path).lexically_normal());
}

}  // namespace

Study::Study(const std::filesystem::path& path, Access access)
    : lock_(lock_for(path, access)), database_(path, connection_access(access)), backups_(database_.path()) {
    check_is_study(database_);
    struct stat status {};
    if (::stat(database_.path().c_str(), &status) == 0) {
        device_ = status.st_dev;
        inode_ = status.st_ino;
    }
    if (access == Access::write) {
        uses_wal_ = db::is_local_disk(database_.path()) && database_.set_journal(db::Journal::wal);
        if (!uses_wal_) database_.set_journal(db::Journal::persist);
        migrate(database_, kMigrations);
    }
    if (access == Access::snapshot) snapshot_.emplace(database_);
    take_up();
    if (access == Access::write) start_backup_if_due();
}

void Study::take_up() {
    const db::Reading reading(database_);
    db::Statement identity = database_.prepare("SELECT guid FROM identity");
    if (!identity.step() || identity.blob(0).size() != guid_.bytes.size()) {
        throw Error(ErrorKind::damaged,
                    say("{} is damaged: it does not say which study it is.", path().string()),
                    tr("Open the newest file of its folder of backups."));
    }
    std::copy_n(identity.blob(0).begin(), guid_.bytes.size(), guid_.bytes.begin());
    version_ = static_cast<int>(database_.number("PRAGMA user_version"));
    revision_ = database_.number("SELECT max(n) FROM revision");
    data_version_ = database_.data_version();
}

Study::~Study() {
    backups_.wait();
    if (!lock_) return;
    try {
        database_.checkpoint();
        // Fails where a reader is still there; then the log stays and the next writer tidies up.
        database_.set_journal(db::Journal::none);
    } catch (const Error&) {
        // Everything that was committed is in the file or in its log already.
    }
}

std::string Study::name() const {
    return settings::get(*this, settings::kName);
}

std::string Study::language() const {
    return settings::get(*this, settings::kLanguage);
}

void Study::catch_up() {
    if (!editing_ && database_.data_version() != data_version_) tell_news();
}

void Study::tell_news() {
    Changes changes;
    {
        const db::Reading reading(database_);
        db::Statement revisions =
            database_.prepare("SELECT n, changes FROM revision WHERE n > ?1 ORDER BY n");
        revisions.bind(revision_);
        while (revisions.step()) {
            const db::Blob blob = revisions.blob(1);
            changes.add(Changes(revisions.integer(0), db::decoded({blob.begin(), blob.end()})));
        }
        data_version_ = database_.data_version();
    }
    if (changes.revision() > revision_) committed(changes);
}

Error Study::after_failed_commit(const Error& error) {
    if (error.kind() != ErrorKind::io) return error;
    const std::int64_t before = revision_;
    try {
        tell_news();
    } catch (const Error&) {
        return {
            ErrorKind::io,
            say("The disk with {} failed while a change was saved; whether it was saved cannot be read now.",
                path().string()),
            tr("Check the disk, open the study again and look at the newest step of its history.")};
    }
    if (revision_ == before) return error;
    return {ErrorKind::io,
            say("The disk with {} failed at the end of saving a change; the change is in the file, but a "
                "power cut"
                " now could take it.",
                path().string()),
            tr("Do not do it again. Check the disk, then go on.")};
}

void Study::committed(const Changes& changes) {
    revision_ = changes.revision();
    changed_(changes);
}

void Study::start_backup_if_due() {
    // What has no history is as new as its own making.
    if (revision_ > 0) backups_.start_if_due(std::time(nullptr));
}

void Study::check_in_place() const {
    struct stat status {};
    if (::stat(path().c_str(), &status) == 0 && status.st_dev == device_ && status.st_ino == inode_) return;
    throw Error(
        ErrorKind::io,
        say("{} is no longer where it was opened: it was moved, deleted or replaced. Nothing was changed.",
            path().string()),
        tr("Put the file back, or open it in its new place."));
}

}  // namespace study
