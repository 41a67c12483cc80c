// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/forgetting.h"

#include <ctime>

#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/translate.h"
#include "db/transaction.h"
#include "study/edit.h"
#include "study/merging/past.h"
#include "study/opening.h"

namespace study {

/// Has the rights of the gate: forgetting is a revision, but none that could be undone.
class Forgetting {
  public:
    explicit Forgetting(Study& study) : study_(study), database_(study.database()) {}

    Forgotten run() {
        if (!study_.writable() || study_.editing_) {
            throw base::Error(base::ErrorKind::conflict,
                              base::say("{} was opened to read only.", study_.path().string()));
        }
        study_.check_in_place();
        study_.backups_.wait();
        Forgotten forgotten;
        forgotten.backups = static_cast<std::int64_t>(study_.backups_.files().size());
        // Each text that goes is referred to by nothing; to let SQLite check it would scan every coding for
        // each.
        database_.execute("PRAGMA foreign_keys=OFF");
        std::int64_t number = 0;
        try {
            number = clear(forgotten);
        } catch (const base::Error& error) {
            database_.execute("PRAGMA foreign_keys=ON");
            throw study_.after_failed_commit(error);
        }
        database_.execute("PRAGMA foreign_keys=ON");
        study_.committed(Changes(number, {}));
        try {
            wipe();
        } catch (const base::Error& error) {
            throw base::Error(
                error.kind(),
                base::say("The history of {} is cleared, but what was forgotten can still be found in"
                          " the file or beside it. {}",
                          study_.path().string(), error.what()),
                base::tr("See to that, then forget once more."));
        }
        return forgotten;
    }

  private:
    /// Removes the bytes of what is deleted already.
    void wipe() {
        // VACUUM writes the pages anew, so that nothing stays in free ones.
        database_.execute("VACUUM");
        // A journal that stays after its commit holds the pages as they were before.
        const bool clean = study_.uses_wal_ ? database_.checkpoint()
                                            : database_.set_journal(db::Journal::none) &&
                                                  database_.set_journal(db::Journal::persist);
        study_.backups_.remove_all();
        if (!clean) {
            throw base::Error(base::ErrorKind::busy,
                              base::say("{} is being read by another program.", study_.path().string()));
        }
    }

    std::int64_t clear(Forgotten& forgotten) {
        db::Transaction transaction(database_);
        forgotten.revisions = database_.number("SELECT count(*) FROM revision WHERE changes IS NOT NULL");
        const std::int64_t clock = keep_what_merging_needs();
        database_.execute("UPDATE revision SET changes = NULL, args = '{}'");
        database_.execute(
            "CREATE TEMP TABLE used AS SELECT text AS id FROM source UNION SELECT text FROM coding");
        // Earlier versions go, and with them how one became the next.
        database_.execute(
            "DELETE FROM text_edit WHERE from_text NOT IN (SELECT id FROM temp.used)"
            " OR to_text NOT IN (SELECT id FROM temp.used)");
        forgotten.texts =
            database_.number("SELECT count(*) FROM text WHERE id NOT IN (SELECT id FROM temp.used)");
        database_.execute(
            "DELETE FROM text WHERE id NOT IN (SELECT id FROM temp.used); DROP TABLE temp.used");
        if (study_.schema_ == 0) study_.schema_ = current_schema(database_);
        database_
            .prepare(
                "INSERT INTO revision (guid, at, session, kind, schema, verb, args)"
                " VALUES (?1, ?2, ?3, 'forget', ?4, 'forget', ?5)")
            .run(base::Guid::random().bytes, std::time(nullptr), study_.session().bytes, study_.schema_,
                 nlohmann::json{{"clock", clock}}.dump());
        const std::int64_t number = database_.number("SELECT last_insert_rowid()");
        transaction.commit();
        return number;
    }

    /// When rows were changed and deleted, without what they held. Returns the time of the last change.
    std::int64_t keep_what_merging_needs() {
        db::Statement identity = database_.prepare("SELECT copy, next FROM identity");
        identity.step();
        const std::int64_t copy = identity.integer(0) * kIdsOfACopy;
        std::int64_t next = identity.integer(1);
        const auto clock = merging::keep_past(study_, [&] { return copy + next++; });
        database_.prepare("UPDATE identity SET next = ?1").run(next);
        return clock;
    }

    Study& study_;
    const db::Database& database_;
};

Forgotten forget(Study& study) {
    return Forgetting(study).run();
}

}  // namespace study
