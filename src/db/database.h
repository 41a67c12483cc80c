// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "db/statement.h"

struct sqlite3;

namespace db {

/// What a connection may do with its file.
enum class Access {
    read,    ///< the file is there and stays as it is; but a commit that was broken off is taken back
    write,   ///< the file is there
    create,  ///< the file is not there yet, or is empty
};

/// How commits reach the disk.
enum class Journal {
    wal,      ///< readers go on beside the writer; local disks only
    persist,  ///< a rollback journal that stays; for network and FUSE file systems
    none,     ///< one plain file: no commit is under way
};

/// One connection to one SQLite file, with the house's rules set: foreign keys checked, untrusted schema,
/// defensive mode, temporary data in memory, every commit synced (synchronous=FULL). Errors of SQLite
/// become base::Error that names the file. One thread at a time.
class Database {
  public:
    /// Opens the file. Throws Error: not_found, io, damaged (no SQLite file), busy.
    Database(const std::filesystem::path& path, Access access);
    ~Database();
    Database(Database&&) noexcept;
    Database& operator=(Database&&) = delete;
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Runs statements without results.
    void execute(const std::string& sql) const;
    /// A statement that lives no longer than this connection.
    [[nodiscard]] Statement prepare(std::string_view sql) const;
    /// The first column of the first row of a query that has one.
    [[nodiscard]] std::int64_t number(std::string_view sql) const;

    /// Chooses how commits reach the disk. False where other connections forbid it now.
    bool set_journal(Journal journal) const;
    /// Brings what stands in the write-ahead log into the file and empties the log, as far as readers allow.
    /// Returns whether the log is empty.
    bool checkpoint() const;

    /// The columns of a table, in order; none where there is no such table.
    [[nodiscard]] std::vector<std::string> columns(const std::string& table) const;
    /// A number that changes when another connection has committed.
    [[nodiscard]] std::int64_t data_version() const;
    [[nodiscard]] bool in_transaction() const;
    /// What SQLite finds wrong with the file, a line each; none: it is whole.
    [[nodiscard]] std::vector<std::string> integrity_errors() const;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    /// For the other files of this folder.
    [[nodiscard]] sqlite3* handle() const { return handle_.get(); }

  private:
    struct Closer {
        void operator()(sqlite3* handle) const;
    };
    std::filesystem::path path_;
    std::unique_ptr<sqlite3, Closer> handle_;
};

/// True where the file system of a path is one on which WAL's shared memory is safe (statfs): not NFS, SMB,
/// CIFS, AFS, 9P or FUSE.
[[nodiscard]] bool is_local_disk(const std::filesystem::path& path);

}  // namespace db
