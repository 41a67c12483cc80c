// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/backup.h"

#include <sys/stat.h>

#include "base/error.h"
#include "base/files.h"
#include "base/translate.h"
#include "db/database.h"
#include "db/sqlite.h"

namespace db {

namespace {

/// Pages a step: about 4 MB, a few milliseconds.
constexpr int kPages = 1024;

struct Stopped {};

void copy(const Database& from, const Database& to, const std::stop_token& stop) {
    const std::unique_ptr<sqlite3_backup, decltype(&sqlite3_backup_finish)> backup(
        sqlite3_backup_init(to.handle(), "main", from.handle(), "main"), &sqlite3_backup_finish);
    if (!backup) check(to.handle(), sqlite3_errcode(to.handle()));
    int code = SQLITE_OK;
    while ((code = sqlite3_backup_step(backup.get(), kPages)) != SQLITE_DONE) {
        if (stop.stop_requested()) throw Stopped{};
        // Each step has waited for other programs as long as any connection does.
        check(to.handle(), code);
    }
}

}  // namespace

void back_up(const std::filesystem::path& from, const std::filesystem::path& to,
             const std::stop_token& stop) {
    try {
        base::replace_file(to, [&](const std::filesystem::path& temporary) {
            const Database source(from, Access::read);
            {
                const Database target(temporary, Access::create);
                ::chmod(temporary.c_str(), S_IRUSR | S_IWUSR);
                copy(source, target, stop);
                target.set_journal(Journal::none);
                // A copy of a damaged file must not take the place of one that was whole.
                const auto errors = target.integrity_errors();
                if (!errors.empty()) {
                    throw base::Error(base::ErrorKind::damaged,
                                      base::say("{} is damaged: {}.", from.string(), errors.front()),
                                      base::tr("Open the newest file of its folder of backups."));
                }
            }
        });
    } catch (const Stopped&) {
    }
}

}  // namespace db
