// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/edit.h"

#include <ctime>

#include "base/error.h"
#include "base/translate.h"
#include "study/opening.h"

namespace study {

namespace {

using base::Error;
using base::ErrorKind;
using base::tr;

std::vector<std::string> recorded_tables() {
    return {kRecordedTables.begin(), kRecordedTables.end()};
}

}  // namespace

Edit::Edit(Study& study, std::string verb, nlohmann::json args, Options options)
    : study_(study),
      verb_(std::move(verb)),
      args_(std::move(args)),
      options_(options),
      now_(std::time(nullptr)) {
    begin();
}

Edit::Edit(Study& study, std::string kind, std::int64_t of, std::string verb, nlohmann::json args,
           Options options)
    : study_(study),
      kind_(std::move(kind)),
      of_(of),
      verb_(std::move(verb)),
      args_(std::move(args)),
      options_(options),
      now_(std::time(nullptr)) {
    begin();
}

void Edit::begin() {
    if (study_.editing_) {
        throw Error(ErrorKind::internal, tr("A change was begun within another change."));
    }
    if (!study_.writable()) {
        throw Error(ErrorKind::conflict, base::say("{} was opened to read only.", study_.path().string()));
    }
    study_.check_in_place();
    // News that a failing disk kept from being told comes before what is done next.
    study_.catch_up();
    transaction_.emplace(database());
    study_.editing_ = true;
    try {
        db::Statement identity = database().prepare("SELECT copy, next FROM identity");
        identity.step();
        copy_ = identity.integer(0);
        next_ = first_ = identity.integer(1);
        recorder_ = std::make_unique<db::Recorder>(database(), recorded_tables());
    } catch (...) {
        study_.editing_ = false;
        throw;
    }
}

Edit::~Edit() {
    if (!transaction_) return;
    recorder_.reset();
    transaction_.reset();
    study_.editing_ = false;
}

std::int64_t Edit::new_id() {
    return copy_ * kIdsOfACopy + next_++;
}

void Edit::done_by(const base::Guid& coder) {
    if (!options_.coder) options_.coder = coder;
}

std::int64_t Edit::write_revision(const db::Changeset& changes) {
    if (study_.schema_ == 0) study_.schema_ = current_schema(database());
    if (next_ != first_) database().prepare("UPDATE identity SET next = ?1").run(next_);
    std::optional<base::Guid> coder = options_.coder;
    const auto coder_bytes = coder ? std::optional(coder->bytes) : std::nullopt;
    database()
        .prepare(
            "INSERT INTO revision (guid, at, coder, session, kind, of, joins, schema, verb, args, changes)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)")
        .run(base::Guid::random().bytes, now_, coder_bytes, study_.session().bytes, kind_, of_,
             options_.joins, study_.schema_, verb_, args_.dump(), changes);
    return database().number("SELECT last_insert_rowid()");
}

void Edit::give_up(std::int64_t schema) {
    study_.schema_ = schema;
    transaction_.reset();
    study_.editing_ = false;
}

std::optional<std::int64_t> Edit::commit() {
    if (!transaction_) throw Error(ErrorKind::internal, tr("A change was finished twice."));
    const db::Changeset changes = recorder_->changes();
    recorder_.reset();
    if (changes.empty()) {
        transaction_.reset();
        study_.editing_ = false;
        return std::nullopt;
    }
    const std::int64_t schema = study_.schema_;
    std::int64_t number = 0;
    try {
        number = write_revision(changes);
        study_.check_in_place();
        transaction_->commit();
    } catch (const Error& error) {
        give_up(schema);
        throw study_.after_failed_commit(error);
    } catch (...) {
        give_up(schema);
        throw;
    }
    transaction_.reset();
    study_.editing_ = false;
    study_.committed(Changes(number, db::decoded(changes)));
    return number;
}

}  // namespace study
