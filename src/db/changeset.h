// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "db/database.h"

struct sqlite3_changeset_iter;
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

/// What stood in one field of a row: nothing, a number, or the bytes of a text or blob.
using Cell = std::variant<std::monostate, std::int64_t, std::string>;

/// A row of a changeset with its values, while visit() is at it.
class VisitedRow {
  public:
    explicit VisitedRow(sqlite3_changeset_iter* change);

    [[nodiscard]] std::string_view table() const { return table_; }
    [[nodiscard]] RowChange::Kind kind() const { return kind_; }
    [[nodiscard]] std::int64_t id() const;
    [[nodiscard]] int columns() const { return columns_; }
    /// Whether an update changed that column.
    [[nodiscard]] bool changed(int column) const;
    /// The value of an inserted or updated row; 0 and empty where it is not recorded.
    [[nodiscard]] std::int64_t integer_after(int column) const;
    [[nodiscard]] Blob blob_after(int column) const;
    /// The value of a deleted or updated row, likewise.
    [[nodiscard]] Blob blob_before(int column) const;
    [[nodiscard]] Cell cell_before(int column) const;

  private:
    sqlite3_changeset_iter* change_;
    std::string_view table_;
    RowChange::Kind kind_ = RowChange::Kind::updated;
    int columns_ = 0;
};

/// Goes through the rows of a changeset. Throws Error(damaged) where it is none.
void visit(Blob changes, const std::function<void(const VisitedRow&)>& see);

/// What takes the changes back.
[[nodiscard]] Changeset inverted(const Changeset& changes);

/// One changeset that does what the given ones do one after the other.
[[nodiscard]] Changeset combined(const std::vector<const Changeset*>& changes);

/// Applies changes within an open transaction. Throws Error(conflict), naming the table, where a row is not
/// as the changes expect it or a foreign key would point nowhere; then the caller rolls back.
void apply(const Database& database, const Changeset& changes);

}  // namespace db
