// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/statement.h"

#include "db/sqlite.h"

namespace db {

void Statement::Finalizer::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

Statement::Statement(sqlite3* database, std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    const int code =
        sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
    handle_.reset(statement);
    db::check(database, code);
}

Statement::~Statement() = default;
Statement::Statement(Statement&&) noexcept = default;
Statement& Statement::operator=(Statement&&) noexcept = default;

void Statement::check(int code) const {
    db::check(sqlite3_db_handle(handle_.get()), code);
}

void Statement::reset() {
    // The code repeats the last step's error, which has been thrown already.
    if (running_) sqlite3_reset(handle_.get());
    running_ = false;
}

bool Statement::step() {
    running_ = true;
    const int code = sqlite3_step(handle_.get());
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) {
        // Reset releases locks; the message must be read before it.
        try {
            check(code);
        } catch (...) {
            reset();
            throw;
        }
    }
    reset();
    return false;
}

void Statement::bind_integer(int index, std::int64_t value) {
    check(sqlite3_bind_int64(handle_.get(), index, value));
}

void Statement::bind_real(int index, double value) {
    check(sqlite3_bind_double(handle_.get(), index, value));
}

void Statement::bind_text(int index, std::string_view value) {
    const char* data = value.data() == nullptr ? "" : value.data();
    check(sqlite3_bind_text64(handle_.get(), index, data, value.size(), SQLITE_STATIC, SQLITE_UTF8));
}

void Statement::bind_blob(int index, Blob value) {
    if (value.empty()) {
        check(sqlite3_bind_zeroblob(handle_.get(), index, 0));
    } else {
        check(sqlite3_bind_blob64(handle_.get(), index, value.data(), value.size(), SQLITE_STATIC));
    }
}

void Statement::bind_null(int index) {
    check(sqlite3_bind_null(handle_.get(), index));
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(handle_.get(), column);
}

double Statement::real(int column) const {
    return sqlite3_column_double(handle_.get(), column);
}

std::string_view Statement::text(int column) const {
    const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(handle_.get(), column));
    if (data == nullptr) return {};
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column))};
}

Blob Statement::blob(int column) const {
    const auto* data = static_cast<const std::uint8_t*>(sqlite3_column_blob(handle_.get(), column));
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column))};
}

bool Statement::is_null(int column) const {
    return sqlite3_column_type(handle_.get(), column) == SQLITE_NULL;
}

bool Statement::is_integer(int column) const {
    return sqlite3_column_type(handle_.get(), column) == SQLITE_INTEGER;
}

}  // namespace db
