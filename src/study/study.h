// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "base/error.h"
#include "base/guid.h"
#include "base/signal.h"
#include "db/database.h"
#include "db/transaction.h"
#include "study/backups.h"
#include "study/changes.h"
#include "study/lock.h"

namespace study {

/// How a study is opened.
enum class Access {
    read,      ///< beside others; sees what they commit
    snapshot,  ///< as read, but everything is read of one state, that of the opening; for short tasks
    write,     ///< alone among writers
};

/// An open study file. Everything in it is read by the functions of the stores (sources.h, codings.h, …) and
/// changed by the verbs through an Edit. Durable when a verb's Edit has committed: there is no Save.
/// One thread; the file is one plain file again when the last writer has closed it.
class Study {
  public:
    /// Makes a new study file that only its owner may read. Throws Error where the file exists already or
    /// the folder does not.
    static std::unique_ptr<Study> create(const std::filesystem::path& path, const std::string& name,
                                         const std::string& language);
    /// Opens a study after checking that it is one, of this version or brought up to it, and free of foreign
    /// triggers and views. Throws Error: not_found, bad_input (not ours, newer), damaged, busy, io.
    static std::unique_ptr<Study> open(const std::filesystem::path& path, Access access);
    /// Closes; waits for a backup that is being made.
    ~Study();
    Study(const Study&) = delete;
    Study& operator=(const Study&) = delete;

    [[nodiscard]] const db::Database& database() const { return database_; }
    [[nodiscard]] const std::filesystem::path& path() const { return database_.path(); }
    [[nodiscard]] bool writable() const { return lock_ != nullptr; }
    /// True where commits go through a write-ahead log; false on network and FUSE file systems.
    [[nodiscard]] bool uses_wal() const { return uses_wal_; }

    [[nodiscard]] const base::Guid& guid() const { return guid_; }
    /// This run of the program.
    [[nodiscard]] const base::Guid& session() const { return session_; }
    /// The number of the newest revision seen; 0 in a new study.
    [[nodiscard]] std::int64_t revision() const { return revision_; }

    /// The version of the file; older than kVersion only where such a study is open to read.
    [[nodiscard]] int version() const { return version_; }
    [[nodiscard]] std::string name() const;
    [[nodiscard]] std::string language() const;

    /// Called once after each commit of an Edit, with what it changed.
    base::Connection on_changed(base::Signal<Changes>::Slot slot) {
        return changed_.connect(std::move(slot));
    }
    /// Looks whether another program has committed, and if so tells on_changed() of it once. Cheap.
    void catch_up();

    [[nodiscard]] const Backups& backups() const { return backups_; }

  private:
    friend class Edit;
    friend class Forgetting;

    Study(const std::filesystem::path& path, Access access);
    void take_up();
    void start_backup_if_due();
    /// Throws Error(io) where the path no longer leads to the open file.
    void check_in_place() const;
    void committed(const Changes& changes);
    /// Tells of every revision that the file holds and that was not told yet.
    void tell_news();
    /// What to throw for an error of a commit: a disk can fail after the change is in the file already. If
    /// so, tells of it.
    base::Error after_failed_commit(const base::Error& error);

    std::unique_ptr<Lock> lock_;
    db::Database database_;
    std::optional<db::Reading> snapshot_;
    Backups backups_;
    int version_ = 0;
    bool uses_wal_ = false;
    bool editing_ = false;
    base::Guid guid_;
    base::Guid session_ = base::Guid::random();
    std::int64_t revision_ = 0;
    std::int64_t data_version_ = 0;
    std::int64_t schema_ = 0;  ///< of recorded_schema
    std::uint64_t device_ = 0, inode_ = 0;
    base::Signal<Changes> changed_;
};

}  // namespace study
