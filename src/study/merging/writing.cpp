// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/merging/writing.h"

#include <map>
#include <unordered_map>

#include "base/error.h"
#include "base/translate.h"
#include "study/number_list.h"
#include "study/sources.h"

namespace study::merging {

namespace {

const Table& described(int table) {
    return tables()[static_cast<std::size_t>(table)];
}

class Writer {
  public:
    Writer(Edit& edit, const MergePlan& plan) : edit_(edit), plan_(plan) {}

    void run() {
        for (const auto& [hash, text] : plan_.texts) texts_[hash] = sources::insert_text(edit_, text).value;
        for (const auto& [table, id] : plan_.removed) {
            edit_.database()
                .prepare(fmt::format("DELETE FROM {} WHERE id = ?1", described(table).name))
                .run(id);
        }
        for (const auto& row : plan_.added) ids_[row.guid] = edit_.new_id();
        for (const auto& row : plan_.added) insert(row);
        for (const auto& row : plan_.changed) update(row);
        learn();
    }

  private:
    std::int64_t id_of(int table, const base::Guid& guid) {
        const auto known = ids_.find(guid);
        if (known != ids_.end()) return known->second;
        auto& find = finders_[table];
        if (!find) {
            find.emplace(edit_.database().prepare(
                fmt::format("SELECT id FROM {} WHERE guid = ?1", described(table).name)));
        }
        find->bind(guid.bytes);
        if (!find->step()) {
            throw base::Error(base::ErrorKind::internal,
                              base::say("The merge lost a row of “{}”.", described(table).name));
        }
        return ids_[guid] = find->integer(0);
    }

    std::int64_t text_id(const std::string& hash) {
        const auto known = texts_.find(hash);
        if (known != texts_.end()) return known->second;
        db::Statement find = edit_.database().prepare("SELECT id FROM text WHERE hash = ?1");
        find.bind(db::Blob(reinterpret_cast<const std::uint8_t*>(hash.data()), hash.size()));
        if (!find.step()) throw base::Error(base::ErrorKind::internal, base::tr("The merge lost a text."));
        return texts_[hash] = find.integer(0);
    }

    std::string turns_list(const Value& value) {
        std::vector<std::int64_t> numbers;
        for (const auto& turn : turns_in(value)) {
            numbers.insert(numbers.end(), {turn.begin, turn.body, turn.end, id_of(kSpeaker, turn.speaker)});
        }
        return to_list(numbers);
    }

    /// `about`: of a memo.
    void bind(db::Statement& statement, int index, const Column& column, const Value& value,
              const std::string& about) {
        if (std::holds_alternative<std::monostate>(value)) {
            statement.bind_at(index, nullptr);
        } else if (column.form == Form::reference) {
            statement.bind_at(index, id_of(column.refers, guid_in(value)));
        } else if (column.form == Form::target) {
            const auto table = table_of_memo(about);
            statement.bind_at(index, table ? id_of(*table, guid_in(value)) : number_in(value));
        } else if (column.form == Form::identity) {
            statement.bind_at(index, std::get<base::Guid>(value).bytes);
        } else if (column.form == Form::text) {
            statement.bind_at(index, text_id(text_in(value)));
        } else if (column.form == Form::turns) {
            turns_ = turns_list(value);
            statement.bind_at(index, turns_);
        } else if (const auto* number = std::get_if<std::int64_t>(&value)) {
            statement.bind_at(index, *number);
        } else {
            statement.bind_at(index, text_in(value));
        }
    }

    void insert(const WrittenRow& row) {
        const Table& table = described(row.table);
        auto& statement = inserters_[row.table];
        if (!statement) {
            std::string columns = "id, guid", places = "?1, ?2";
            for (std::size_t i = 0; i < table.columns.size(); ++i) {
                columns += fmt::format(", \"{}\"", table.columns[i].name);
                places += fmt::format(", ?{}", i + 3);
            }
            statement.emplace(edit_.database().prepare(
                fmt::format("INSERT INTO {} ({}) VALUES ({})", table.name, columns, places)));
        }
        const std::string about = row.table == kMemo ? text_in(row.values.front()) : std::string();
        statement->bind(ids_.at(row.guid), row.guid.bytes);
        for (std::size_t i = 0; i < row.values.size(); ++i) {
            bind(*statement, static_cast<int>(i) + 3, table.columns[i], row.values[i], about);
        }
        while (statement->step()) {
        }
    }

    void update(const WrittenRow& row) {
        const Table& table = described(row.table);
        std::string sets;
        for (std::size_t i = 0; i < row.columns.size(); ++i) {
            const auto& column = table.columns[static_cast<std::size_t>(row.columns[i])];
            sets += fmt::format("{}\"{}\" = ?{}", i == 0 ? "" : ", ", column.name, i + 2);
        }
        auto& statement = updaters_[fmt::format("UPDATE {} SET {} WHERE id = ?1", table.name, sets)];
        if (!statement) {
            statement.emplace(
                edit_.database().prepare(fmt::format("UPDATE {} SET {} WHERE id = ?1", table.name, sets)));
        }
        statement->bind(row.id);
        for (std::size_t i = 0; i < row.columns.size(); ++i) {
            const auto& column = table.columns[static_cast<std::size_t>(row.columns[i])];
            bind(*statement, static_cast<int>(i) + 2, column, row.values[i], about_of(row));
        }
        while (statement->step()) {
        }
    }

    std::string about_of(const WrittenRow& row) {
        if (row.table != kMemo) return {};
        if (row.columns.front() == 0) return text_in(row.values.front());
        db::Statement find = edit_.database().prepare("SELECT about FROM memo WHERE id = ?1");
        find.bind(row.id);
        return find.step() ? std::string(find.text(0)) : std::string();
    }

    void learn() {
        db::Statement known = edit_.database().prepare("SELECT id, \"row\", what FROM known_change");
        std::map<std::pair<base::Guid, std::string>, std::int64_t> rows;
        while (known.step()) {
            base::Guid guid;
            const db::Blob bytes = known.blob(1);
            if (bytes.size() == guid.bytes.size()) std::copy(bytes.begin(), bytes.end(), guid.bytes.begin());
            rows[{guid, std::string(known.text(2))}] = known.integer(0);
        }
        db::Statement change = edit_.database().prepare(
            "UPDATE known_change SET at = ?2, step = ?3, revision = ?4, said = ?5 WHERE id = ?1");
        db::Statement add = edit_.database().prepare(
            "INSERT INTO known_change (id, guid, \"row\", what, at, step, revision, said)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
        // A memory counts for more than what this merge itself deletes.
        const Stamp now = Clock(plan_.clock).next(edit_.now(), {});
        for (auto one : plan_.learned) {
            const auto said = one.said ? std::optional(to_json(*one.said)) : std::nullopt;
            if (one.what == kWas) one.stamp = now;
            const auto row = rows.find({one.row, one.what});
            if (row != rows.end()) {
                change.run(row->second, one.stamp.at, one.stamp.step, one.stamp.revision.bytes, said);
            } else {
                add.run(edit_.new_id(), base::Guid::random().bytes, one.row.bytes, one.what, one.stamp.at,
                        one.stamp.step, one.stamp.revision.bytes, said);
            }
        }
    }

    Edit& edit_;
    const MergePlan& plan_;
    std::unordered_map<base::Guid, std::int64_t> ids_;
    std::unordered_map<std::string, std::int64_t> texts_;
    std::map<int, std::optional<db::Statement>> finders_, inserters_;
    std::map<std::string, std::optional<db::Statement>> updaters_;
    std::string turns_;
};

}  // namespace

void write(Edit& edit, const MergePlan& plan) {
    Writer(edit, plan).run();
}

}  // namespace study::merging
