// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "db/database.h"

struct sqlite3_session;

namespace db {

/// What happened to rows, in SQLite's changeset format: old and new values, so that it can be inverted.
using Changeset = std::vector<std::uint8_t>;

/// Records what happens to some tables from its constructor on. Each needs an INTEGER PRIMARY KEY.
class Recorder {
  public:
    Recorder(const Database& database, const std::vector<std::string>& tables);
    ~Recorder();
    Recorder(const Recorder&) = delete;
    Recorder& operator=(const Recorder&) = delete;

    /// Everything so far; empty where nothing changed in the end.
    [[nodiscard]] Changeset changes() const;

  private:
    struct Deleter {
        void operator()(sqlite3_session* session) const;
    };
    const Database& database_;
    std::unique_ptr<sqlite3_session, Deleter> session_;
};

/// One row of a changeset.
struct RowChange {
    enum class Kind { inserted, updated, deleted };
    std::string table;
    std::int64_t id = 0;
    Kind kind = Kind::updated;
    int columns = 0;  ///< of the table when it was recorded
};

/// The rows of a changeset. Throws Error(damaged) where it is none.
[[nodiscard]] std::vector<RowChange> decoded(const Changeset& changes);

/// What takes the changes back.
[[nodiscard]] Changeset inverted(const Changeset& changes);

/// One changeset that does what the given ones do one after the other.
[[nodiscard]] Changeset combined(const std::vector<const Changeset*>& changes);

/// Applies changes within an open transaction. Throws Error(conflict), naming the table, where a row is not
/// as the changes expect it or a foreign key would point nowhere; then the caller rolls back.
void apply(const Database& database, const Changeset& changes);

}  // namespace db
