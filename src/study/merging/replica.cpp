// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/merging/replica.h"

#include <unordered_set>

#include "base/error.h"
#include "base/translate.h"
#include "study/number_list.h"
#include "study/row.h"
#include "study/sources.h"

namespace study::merging {

namespace {

/// The guids of the rows of each table by their ids.
using Guids = std::array<std::unordered_map<std::int64_t, base::Guid>, kTables>;

class Reader {
  public:
    explicit Reader(Replica& replica) : replica_(replica), database_(replica.study.database()) {
        db::Statement text = database_.prepare("SELECT id, hash FROM text");
        while (text.step()) {
            const db::Blob hash = text.blob(1);
            std::string bytes(hash.begin(), hash.end());
            hashes_[text.integer(0)] = bytes;
            replica_.texts[std::move(bytes)] = text.integer(0);
        }
        for (int table = 0; table < kTables; ++table) read_guids(table);
        for (const auto& [key, guid] : replica_.past.guids_of_deleted()) {
            former_[static_cast<std::size_t>(key.first)].emplace(key.second, guid);
        }
    }

    void read(int table) {
        const Table& described = tables()[static_cast<std::size_t>(table)];
        std::string columns;
        for (const auto& column : described.columns) columns += fmt::format(", \"{}\"", column.name);
        db::Statement row = database_.prepare(fmt::format("SELECT id{} FROM {}", columns, described.name));
        auto& records = replica_.of(table);
        records.reserve(guids(table).size());
        while (row.step()) {
            Record& record = records.emplace_back();
            record.id = row.integer(0);
            record.guid = guids(table).at(record.id);
            record.values.reserve(described.columns.size());
            for (std::size_t i = 0; i < described.columns.size(); ++i) {
                const auto told = value(cell(row, static_cast<int>(i) + 1), described.columns[i], record);
                if (!told) damaged();
                record.values.push_back(*told);
            }
            take_what_was_said(described, record);
        }
    }

    /// Of what other copies had and of what was here the later counts.
    void read_deleted() {
        reads_deleted_ = true;
        for (const auto& [guid, rows] : replica_.past.deleted()) {
            const DeletedRow& row = rows.back();
            const auto memory = replica_.past.remembered().find(guid);
            const bool outdated =
                memory != replica_.past.remembered().end() && !is_before(memory->second.at, row.at);
            if (!outdated && !is_there(row.table, guid)) read_deleted(guid, row);
        }
        for (const auto& [guid, row] : replica_.past.remembered()) {
            const auto deleted = replica_.past.deleted().find(guid);
            const bool outdated =
                deleted != replica_.past.deleted().end() && is_before(row.at, deleted->second.back().at);
            if (!outdated && !is_there(row.table, guid))
                add_deleted(row.table, guid, row.values, row.left_out);
        }
        leave_out_what_points_nowhere();
    }

  private:
    using Cell = std::variant<std::monostate, std::int64_t, std::string_view>;

    static Cell cell(const db::Statement& row, int column) {
        if (row.is_null(column)) return {};
        if (row.is_integer(column)) return row.integer(column);
        const db::Blob bytes = row.blob(column);
        return std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    }
    static Cell cell(const db::Cell& kept) {
        if (const auto* number = std::get_if<std::int64_t>(&kept)) return *number;
        if (const auto* bytes = std::get_if<std::string>(&kept)) return std::string_view(*bytes);
        return {};
    }

    void read_deleted(const base::Guid& guid, const DeletedRow& row) {
        const Table& described = tables()[static_cast<std::size_t>(row.table)];
        if (row.cells.empty()) return;
        Record record;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const auto told = value(cell(row.cells[i]), described.columns[i], record);
            if (!told) return;
            record.values.push_back(*told);
        }
        record.guid = guid;
        take_what_was_said(described, record);
        add_deleted(row.table, guid, std::move(record.values), false);
    }

    void add_deleted(int table, const base::Guid& guid, std::vector<Value> values, bool waits) {
        Record& record = replica_.deleted[static_cast<std::size_t>(table)].emplace_back();
        record.guid = guid;
        record.values = std::move(values);
        record.waits = waits;
        if (table != kMemo && table != kSettlement) return;
        // On which version of a text their passages stood is not known any more.
        for (const char* name : {"first", "past"}) {
            record.values[static_cast<std::size_t>(column_of(table, name))] = {};
        }
    }

    /// Rows of which something is known no longer are not brought back.
    void leave_out_what_points_nowhere() {
        std::array<std::unordered_set<base::Guid>, kTables> known;
        for (int table = 0; table < kTables; ++table) {
            if (std::all_of(replica_.deleted.begin(), replica_.deleted.end(),
                            [](const auto& records) { return records.empty(); })) {
                return;
            }
            for (const auto* records :
                 {&replica_.of(table), &replica_.deleted[static_cast<std::size_t>(table)]}) {
                for (const auto& record : *records)
                    known[static_cast<std::size_t>(table)].insert(record.guid);
            }
        }
        for (bool found = true; found;) {
            found = false;
            for (int table = 0; table < kTables; ++table) {
                found = std::erase_if(replica_.deleted[static_cast<std::size_t>(table)],
                                      [&](const Record& record) {
                                          if (points_into(known, table, record)) return false;
                                          known[static_cast<std::size_t>(table)].erase(record.guid);
                                          return true;
                                      }) > 0 ||
                        found;
            }
        }
    }

    [[nodiscard]] bool points_into(const std::array<std::unordered_set<base::Guid>, kTables>& known,
                                   int table, const Record& record) const {
        const auto& columns = tables()[static_cast<std::size_t>(table)].columns;
        const auto is_known = [&](int to, const Value& value) {
            const auto guid = guid_in(value);
            return guid.is_nil() || known[static_cast<std::size_t>(to)].contains(guid);
        };
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const Value& value = record.values[i];
            if (columns[i].form == Form::reference && !is_known(columns[i].refers, value)) return false;
            if (columns[i].form == Form::text && !replica_.texts.contains(text_in(value))) return false;
            const auto about = columns[i].form == Form::target ? table_of_memo(text_in(record.values.front()))
                                                               : std::nullopt;
            if (about && !is_known(*about, value)) return false;
            if (columns[i].form != Form::turns) continue;
            for (const auto& turn : turns_in(value)) {
                if (!is_known(kSpeaker, turn.speaker)) return false;
            }
        }
        return true;
    }

    [[nodiscard]] bool is_there(int table, const base::Guid& guid) {
        auto& present = present_[static_cast<std::size_t>(table)];
        if (present.empty()) {
            for (const auto& record : replica_.of(table)) present.insert(record.guid);
        }
        return present.contains(guid);
    }

    std::unordered_map<std::int64_t, base::Guid>& guids(int table) {
        return guids_[static_cast<std::size_t>(table)];
    }

    [[noreturn]] void damaged() const {
        throw base::Error(base::ErrorKind::damaged,
                          base::say("{} is damaged: rows in it point to rows that are not there.",
                                    replica_.study.path().string()),
                          base::tr("Run `trialogue check` on it, or take its newest backup."));
    }

    void read_guids(int table) {
        db::Statement row = database_.prepare(
            fmt::format("SELECT id, guid FROM {}", tables()[static_cast<std::size_t>(table)].name));
        auto& known = guids(table);
        while (row.step()) {
            const auto guid = row::guid(row, 1);
            if (guid.is_nil() || row.integer(0) == 0) damaged();
            known.emplace(row.integer(0), guid);
        }
    }

    /// Nothing where there never was such a row, as far as is known.
    std::optional<Value> guid_at(int table, const Cell& id) {
        const auto* number = std::get_if<std::int64_t>(&id);
        if (number == nullptr) return std::nullopt;
        if (const auto found = guids(table).find(*number); found != guids(table).end()) return found->second;
        const auto& former = former_[static_cast<std::size_t>(table)];
        const auto found = reads_deleted_ ? former.find(*number) : former.end();
        return found == former.end() ? std::nullopt : std::optional<Value>(found->second);
    }

    /// Nothing where the cell points to what is not there.
    std::optional<Value> value(const Cell& cell, const Column& described, const Record& record) {
        if (std::holds_alternative<std::monostate>(cell)) return Value{};
        switch (described.form) {
            case Form::reference:
                return guid_at(described.refers, cell);
            case Form::text: {
                const auto* id = std::get_if<std::int64_t>(&cell);
                const auto hash = id == nullptr ? hashes_.end() : hashes_.find(*id);
                return hash == hashes_.end() ? std::nullopt : std::optional<Value>(hash->second);
            }
            case Form::turns:
                return turns(cell);
            case Form::target:
                if (const auto table = table_of_memo(text_in(record.values.front())))
                    return guid_at(*table, cell);
                break;
            case Form::identity: {
                base::Guid guid;
                const auto* bytes = std::get_if<std::string_view>(&cell);
                if (bytes != nullptr && bytes->size() == guid.bytes.size())
                    std::copy(bytes->begin(), bytes->end(), guid.bytes.begin());
                return guid;
            }
            case Form::plain:
                break;
        }
        if (const auto* number = std::get_if<std::int64_t>(&cell)) return *number;
        return std::string(std::get<std::string_view>(cell));
    }

    std::optional<Value> turns(const Cell& list) {
        const auto* text = std::get_if<std::string_view>(&list);
        const auto numbers = from_list(text == nullptr ? std::string_view() : *text);
        if (numbers.size() % 4 != 0) return std::nullopt;
        std::vector<ToldTurn> told;
        for (std::size_t i = 0; i < numbers.size(); i += 4) {
            const auto speaker = guid_at(kSpeaker, numbers[i + 3]);
            if (!speaker) return std::nullopt;
            told.push_back({numbers[i], numbers[i + 1], numbers[i + 2], guid_in(*speaker)});
        }
        return turns_value(told);
    }

    /// Where the study shows something else than what was said, what was said takes part.
    void take_what_was_said(const Table& table, Record& record) const {
        const auto known = replica_.past.events().find(record.guid);
        if (known == replica_.past.events().end()) return;
        for (const auto& event : known->second) {
            const int column = event.said ? table.column(event.what) : -1;
            if (column < 0) continue;
            const auto unit = table.unit(column);
            for (std::size_t i = 0; i < std::min(unit.size(), event.said->size()); ++i) {
                record.set(unit[i], (*event.said)[i]);
            }
        }
    }

    Replica& replica_;
    const db::Database& database_;
    std::unordered_map<std::int64_t, std::string> hashes_;
    Guids guids_;
    Guids former_;  ///< of rows that were deleted
    bool reads_deleted_ = false;
    std::array<std::unordered_set<base::Guid>, kTables> present_;
};

}  // namespace

void Record::set(int column, Value value) {
    auto& said = values[static_cast<std::size_t>(column)];
    if (said == value) return;
    if (!shown) shown = std::make_unique<std::vector<Value>>(values);
    said = std::move(value);
}

Replica::Replica(const Study& from) : study(from), past(from) {
    Reader reader(*this);
    for (int table = 0; table < kTables; ++table) reader.read(table);
    reader.read_deleted();
}

text::Text Replica::text(const std::string& hash) const {
    return sources::text(study, {texts.at(hash)});
}

int column_of(int table, const char* name) {
    return tables()[static_cast<std::size_t>(table)].column(name);
}

const Value& field(const Record& record, int table, const char* name) {
    return record.values[static_cast<std::size_t>(column_of(table, name))];
}

}  // namespace study::merging
