// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/transaction.h"

#include <cassert>

#include "db/sqlite.h"

namespace db {

Transaction::Transaction(const Database& database) : database_(database) {
    assert(!database.in_transaction());
    database_.execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
    roll_back();
}

void Transaction::commit() {
    try {
        database_.execute("COMMIT");
    } catch (...) {
        roll_back();
        throw;
    }
    open_ = false;
}

void Transaction::roll_back() noexcept {
    if (!open_) return;
    open_ = false;
    // A full disk may have rolled back already; then there is nothing left to do.
    if (database_.in_transaction()) {
        sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
}

Reading::Reading(const Database& database) : database_(database), own_(!database.in_transaction()) {
    if (own_) database_.execute("BEGIN");
}

Reading::~Reading() {
    if (own_) sqlite3_exec(database_.handle(), "COMMIT", nullptr, nullptr, nullptr);
}

}  // namespace db
