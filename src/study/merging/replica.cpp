// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/merging/replica.h"

#include <cstring>

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
                record.values.push_back(value(row, static_cast<int>(i) + 1, described.columns[i], record));
            }
            take_what_was_said(described, record);
        }
    }

  private:
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

    base::Guid guid_at(int table, std::int64_t id) {
        const auto found = guids(table).find(id);
        if (found == guids(table).end()) damaged();
        return found->second;
    }

    Value value(const db::Statement& row, int column, const Column& described, const Record& record) {
        if (row.is_null(column)) return {};
        switch (described.form) {
            case Form::reference:
                return guid_at(described.refers, row.integer(column));
            case Form::text: {
                const auto hash = hashes_.find(row.integer(column));
                if (hash == hashes_.end()) damaged();
                return hash->second;
            }
            case Form::turns:
                return turns(row.text(column));
            case Form::target: {
                const auto table = table_of_memo(text_in(record.values.front()));
                if (!table) return row.integer(column);
                return guid_at(*table, row.integer(column));
            }
            case Form::identity:
                return row::guid(row, column);
            case Form::plain:
                break;
        }
        if (row.is_integer(column)) return row.integer(column);
        return std::string(row.text(column));
    }

    Value turns(std::string_view list) {
        const auto numbers = from_list(list);
        if (numbers.size() % 4 != 0) damaged();
        std::vector<ToldTurn> told;
        for (std::size_t i = 0; i < numbers.size(); i += 4) {
            told.push_back({numbers[i], numbers[i + 1], numbers[i + 2], guid_at(kSpeaker, numbers[i + 3])});
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
};

}  // namespace

void Record::set(int column, Value value) {
    auto& field = values[static_cast<std::size_t>(column)];
    if (field == value) return;
    if (!shown) shown = std::make_unique<std::vector<Value>>(values);
    field = std::move(value);
}

Replica::Replica(const Study& from) : study(from), past(from) {
    Reader reader(*this);
    for (int table = 0; table < kTables; ++table) reader.read(table);
}

text::Text Replica::text(const std::string& hash) const {
    return sources::text(study, {texts.at(hash)});
}

Value turns_value(const std::vector<ToldTurn>& turns) {
    constexpr std::size_t kBytes = 3 * sizeof(std::int64_t) + sizeof(base::Guid::bytes);
    std::string bytes(turns.size() * kBytes, '\0');
    char* at = bytes.data();
    for (const auto& turn : turns) {
        for (const std::int64_t number : {turn.begin, turn.body, turn.end}) {
            std::memcpy(at, &number, sizeof number);
            at += sizeof number;
        }
        std::memcpy(at, turn.speaker.bytes.data(), turn.speaker.bytes.size());
        at += turn.speaker.bytes.size();
    }
    return bytes;
}

std::vector<ToldTurn> turns_in(const Value& value) {
    const std::string& bytes = text_in(value);
    std::vector<ToldTurn> turns;
    const char* at = bytes.data();
    while (at < bytes.data() + bytes.size()) {
        ToldTurn turn;
        for (std::int64_t* number : {&turn.begin, &turn.body, &turn.end}) {
            std::memcpy(number, at, sizeof *number);
            at += sizeof *number;
        }
        std::memcpy(turn.speaker.bytes.data(), at, turn.speaker.bytes.size());
        at += turn.speaker.bytes.size();
        turns.push_back(turn);
    }
    return turns;
}

}  // namespace study::merging
