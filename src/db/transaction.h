// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/database.h"

namespace db {

/// BEGIN IMMEDIATE … COMMIT. Rolls back in its destructor unless it was committed. Transactions do not nest.
class Transaction {
  public:
    /// Throws Error(busy) where another program is writing.
    explicit Transaction(const Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    /// Makes everything since the constructor durable. On an error nothing has been changed.
    void commit();
    /// Takes everything back. Does nothing after commit().
    void roll_back() noexcept;

  private:
    const Database& database_;
    bool open_ = true;
};

/// BEGIN … for several queries that must see one and the same state.
class Reading {
  public:
    explicit Reading(const Database& database);
    ~Reading();
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;

  private:
    const Database& database_;
    bool own_;
};

}  // namespace db
