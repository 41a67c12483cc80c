// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/changeset.h"

#include "base/error.h"
#include "base/translate.h"
#include "db/sqlite.h"

namespace db {

namespace {

using base::Error;
using base::ErrorKind;
using base::say;
using base::tr;

/// Memory that SQLite allocated.
struct Buffer {
    int size = 0;
    void* data = nullptr;

    ~Buffer() { sqlite3_free(data); }
    [[nodiscard]] Changeset bytes() const {
        const auto* begin = static_cast<const std::uint8_t*>(data);
        return {begin, begin + size};
    }
};

/// Calls of the session extension report by code alone.
void check_code(int code) {
    if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW) return;
    if (code == SQLITE_NOMEM) throw std::bad_alloc();
    throw Error(ErrorKind::damaged, say("A recorded change cannot be read (SQLite {}).", code),
                tr("Run `trialogue check` on the study."));
}

int size_of(Blob changes) {
    if (changes.size() > static_cast<std::size_t>(INT32_MAX)) {
        throw Error(ErrorKind::bad_input, tr("This change is too large to be undone; do it in parts."));
    }
    return static_cast<int>(changes.size());
}

/// SQLite's interface takes no const pointers but does not write to them.
void* data_of(const Changeset& changes) {
    return const_cast<std::uint8_t*>(changes.data());
}

struct Conflict {
    std::string table;
    int reason = 0;
};

int on_conflict(void* context, int reason, sqlite3_changeset_iter* change) {
    auto& conflict = *static_cast<Conflict*>(context);
    conflict.reason = reason;
    const char* table = nullptr;
    int columns = 0;
    int operation = 0;
    if (reason != SQLITE_CHANGESET_FOREIGN_KEY &&
        sqlite3changeset_op(change, &table, &columns, &operation, nullptr) == SQLITE_OK) {
        conflict.table = table;
    }
    return SQLITE_CHANGESET_ABORT;
}

RowChange::Kind kind_of(int operation) {
    if (operation == SQLITE_INSERT) return RowChange::Kind::inserted;
    if (operation == SQLITE_DELETE) return RowChange::Kind::deleted;
    return RowChange::Kind::updated;
}

/// The value of the primary key: in the new row of an insert, else in the old one.
std::int64_t key_of(sqlite3_changeset_iter* change, int operation) {
    unsigned char* is_key = nullptr;
    int columns = 0;
    check_code(sqlite3changeset_pk(change, &is_key, &columns));
    for (int column = 0; column < columns; ++column) {
        if (is_key[column] == 0) continue;
        sqlite3_value* value = nullptr;
        check_code(operation == SQLITE_INSERT ? sqlite3changeset_new(change, column, &value)
                                              : sqlite3changeset_old(change, column, &value));
        return value == nullptr ? 0 : sqlite3_value_int64(value);
    }
    return 0;
}

Blob blob_of(sqlite3_value* value) {
    if (value == nullptr) return {};
    const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_value_blob(value));
    return {bytes, static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

}  // namespace

void Recorder::Deleter::operator()(sqlite3_session* session) const {
    sqlite3session_delete(session);
}

Recorder::Recorder(const Database& database, const std::vector<std::string>& tables) : database_(database) {
    sqlite3_session* session = nullptr;
    check(database.handle(), sqlite3session_create(database.handle(), "main", &session));
    session_.reset(session);
    for (const auto& table : tables) {
        check(database.handle(), sqlite3session_attach(session, table.c_str()));
    }
}

Recorder::~Recorder() = default;

Changeset Recorder::changes() const {
    Buffer buffer;
    check(database_.handle(), sqlite3session_changeset(session_.get(), &buffer.size, &buffer.data));
    return buffer.bytes();
}

VisitedRow::VisitedRow(sqlite3_changeset_iter* change) : change_(change) {
    const char* table = nullptr;
    int operation = 0;
    check_code(sqlite3changeset_op(change, &table, &columns_, &operation, nullptr));
    table_ = table;
    kind_ = kind_of(operation);
}

std::int64_t VisitedRow::id() const {
    return key_of(change_, kind_ == RowChange::Kind::inserted ? SQLITE_INSERT : SQLITE_DELETE);
}

bool VisitedRow::changed(int column) const {
    sqlite3_value* value = nullptr;
    if (kind_ != RowChange::Kind::updated || column >= columns_) return false;
    check_code(sqlite3changeset_new(change_, column, &value));
    return value != nullptr;
}

std::int64_t VisitedRow::integer_after(int column) const {
    sqlite3_value* value = nullptr;
    if (kind_ == RowChange::Kind::deleted || column >= columns_) return 0;
    check_code(sqlite3changeset_new(change_, column, &value));
    return value == nullptr ? 0 : sqlite3_value_int64(value);
}

Blob VisitedRow::blob_after(int column) const {
    sqlite3_value* value = nullptr;
    if (kind_ == RowChange::Kind::deleted || column >= columns_) return {};
    check_code(sqlite3changeset_new(change_, column, &value));
    return blob_of(value);
}

Blob VisitedRow::blob_before(int column) const {
    sqlite3_value* value = nullptr;
    if (kind_ == RowChange::Kind::inserted || column >= columns_) return {};
    check_code(sqlite3changeset_old(change_, column, &value));
    return blob_of(value);
}

Cell VisitedRow::cell_before(int column) const {
    sqlite3_value* value = nullptr;
    if (kind_ == RowChange::Kind::inserted || column >= columns_) return {};
    check_code(sqlite3changeset_old(change_, column, &value));
    if (value == nullptr || sqlite3_value_type(value) == SQLITE_NULL) return {};
    if (sqlite3_value_type(value) == SQLITE_INTEGER) return sqlite3_value_int64(value);
    const Blob bytes = blob_of(value);
    return std::string(bytes.begin(), bytes.end());
}

void visit(Blob changes, const std::function<void(const VisitedRow&)>& see) {
    if (changes.empty()) return;
    sqlite3_changeset_iter* raw = nullptr;
    // SQLite's interface takes no const pointers but does not write to them.
    check_code(sqlite3changeset_start(&raw, size_of(changes), const_cast<std::uint8_t*>(changes.data())));
    const std::unique_ptr<sqlite3_changeset_iter, decltype(&sqlite3changeset_finalize)> change(
        raw, &sqlite3changeset_finalize);
    int code = SQLITE_ROW;
    while ((code = sqlite3changeset_next(raw)) == SQLITE_ROW) see(VisitedRow(raw));
    check_code(code);
}

std::vector<RowChange> decoded(const Changeset& changes) {
    std::vector<RowChange> rows;
    visit(changes, [&](const VisitedRow& row) {
        rows.push_back({std::string(row.table()), row.id(), row.kind(), row.columns()});
    });
    return rows;
}

Changeset inverted(const Changeset& changes) {
    if (changes.empty()) return {};
    Buffer buffer;
    check_code(sqlite3changeset_invert(size_of(changes), changes.data(), &buffer.size, &buffer.data));
    return buffer.bytes();
}

Changeset combined(const std::vector<const Changeset*>& changes) {
    if (changes.size() == 1) return *changes.front();
    sqlite3_changegroup* raw = nullptr;
    check_code(sqlite3changegroup_new(&raw));
    const std::unique_ptr<sqlite3_changegroup, decltype(&sqlite3changegroup_delete)> group(
        raw, &sqlite3changegroup_delete);
    for (const Changeset* one : changes) {
        if (!one->empty()) check_code(sqlite3changegroup_add(raw, size_of(*one), data_of(*one)));
    }
    Buffer buffer;
    check_code(sqlite3changegroup_output(raw, &buffer.size, &buffer.data));
    return buffer.bytes();
}

void apply(const Database& database, const Changeset& changes) {
    if (changes.empty()) return;
    Conflict conflict;
    const int code = sqlite3changeset_apply(database.handle(), size_of(changes), data_of(changes), nullptr,
                                            on_conflict, &conflict);
    if ((code & 0xFF) == SQLITE_ABORT || (code & 0xFF) == SQLITE_CONSTRAINT) {
        throw Error(
            ErrorKind::conflict,
            conflict.table.empty()
                ? std::string(tr("This cannot be undone: something else in the study depends on it now."))
                : say("This cannot be undone: a row of “{}” is no longer as it was then.", conflict.table));
    }
    check(database.handle(), code);
}

}  // namespace db
