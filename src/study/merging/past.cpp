// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/merging/past.h"

#include <nlohmann/json.hpp>

#include "db/changeset.h"
#include "study/merging/tables.h"
#include "study/row.h"

namespace study::merging {

namespace {

constexpr int kGuidColumn = 1;  // of every recorded table

base::Guid guid_of(db::Blob blob) {
    base::Guid guid;
    if (blob.size() == guid.bytes.size()) std::copy(blob.begin(), blob.end(), guid.bytes.begin());
    return guid;
}

/// For each column of a table as it stands in the file, the unit it belongs to; -1: none.
std::vector<int> units_of(const Study& study, const Table& table) {
    std::vector<int> units;
    for (const auto& name : study.database().columns(table.name)) {
        const int column = table.column(name);
        units.push_back(column < 0 ? -1 : table.columns[static_cast<std::size_t>(column)].unit);
    }
    return units;
}

/// For each column of a table its place in the file.
std::vector<int> places_of(const Study& study, const Table& table) {
    const auto columns = study.database().columns(table.name);
    std::vector<int> places;
    for (const auto& column : table.columns) {
        places.push_back(
            static_cast<int>(std::find(columns.begin(), columns.end(), column.name) - columns.begin()));
    }
    return places;
}

}  // namespace

Past::Past(const Study& study) {
    for (const auto& table : tables()) {
        units_.push_back(units_of(study, table));
        places_.push_back(places_of(study, table));
    }
    const auto columns = study.database().columns("coding");
    coding_text_ = static_cast<int>(std::find(columns.begin(), columns.end(), "text") - columns.begin());
    read_history(study);
    read_known(study);
}

Stamp Past::when(const base::Guid& row, std::string_view what) const {
    const Event* event = find(row, what);
    return event == nullptr ? Stamp{} : event->stamp;
}

const Event* Past::find(const base::Guid& row, std::string_view what) const {
    const auto events = events_.find(row);
    if (events == events_.end()) return nullptr;
    for (const auto& event : events->second) {
        if (event.what == what) return &event;
    }
    return nullptr;
}

void Past::note(std::vector<Event>& events, std::string_view what, const Stamp& stamp,
                std::optional<Fields> said) {
    for (auto& event : events) {
        if (event.what != what) continue;
        if (event.stamp > stamp) return;
        event.stamp = stamp;
        event.said = std::move(said);
        return;
    }
    events.push_back({std::string(what), stamp, std::move(said)});
}

void Past::read_history(const Study& study) {
    ById updated;
    db::Statement row =
        study.database().prepare("SELECT guid, at, verb, args, changes, kind FROM revision ORDER BY n");
    while (row.step()) {
        const Stamp stamp = clock_.next(row.integer(1), row::guid(row, 0));
        if (row.is_null(4)) {
            // Forget left the time that its history had come to.
            const auto args = nlohmann::json::parse(row.text(3), nullptr, false);
            if (args.is_object() && args.contains("clock"))
                clock_.pass({args.value("clock", std::int64_t{0}), 0, {}});
            continue;
        }
        const Passing passing{stamp, row.text(2) == "merge", row.text(5) == "undo"};
        if (passing.merged) {
            pass_merged(study, row.blob(4), passing);
        } else {
            read_changes(row.blob(4), passing, updated);
        }
    }
    name_rows(study, updated);
}

void Past::pass_merged(const Study& study, db::Blob changes, const Passing& passing) {
    const auto columns = study.database().columns("known_change");
    const auto index = [&](const char* name) {
        return static_cast<int>(std::find(columns.begin(), columns.end(), name) - columns.begin());
    };
    const int at = index("at"), step = index("step");
    db::visit(changes, [&](const db::VisitedRow& row) {
        if (row.table() == "known_change") clock_.pass({row.integer_after(at), row.integer_after(step), {}});
        const auto table = table_index(row.table());
        if (table) keep_deleted(row, *table, passing);
    });
}

/// What came with a merge goes with it when that is undone, as if it had never been known here.
void Past::keep_deleted(const db::VisitedRow& row, int table, const Passing& passing) {
    using enum db::RowChange::Kind;
    const bool by_merging = passing.merged && !passing.backwards;
    if (row.kind() == inserted && !by_merging) {
        const auto before = deleted_.find(guid_of(row.blob_after(kGuidColumn)));
        if (before == deleted_.end()) return;
        before->second.pop_back();
        if (before->second.empty()) deleted_.erase(before);
    }
    if (row.kind() != deleted) return;
    const auto guid = guid_of(row.blob_before(kGuidColumn));
    guids_of_deleted_[{table, row.id()}] = guid;
    if (passing.merged && passing.backwards) return;
    auto& kept = deleted_[guid].emplace_back();
    kept = {table, row.id(), passing.stamp, {}};
    // What was recorded under an older schema lacks columns.
    if (row.columns() != static_cast<int>(units_[static_cast<std::size_t>(table)].size())) return;
    for (const int place : places_[static_cast<std::size_t>(table)])
        kept.cells.push_back(row.cell_before(place));
}

void Past::read_changes(db::Blob changes, const Passing& passing, ById& updated) {
    const Stamp& stamp = passing.stamp;
    bool text_changed = false;
    /// Spans that have no version of the text of their own: they moved along if a text was changed.
    std::vector<RowKey> spans;
    db::visit(changes, [&](const db::VisitedRow& row) {
        const auto table = table_index(row.table());
        if (!table || *table == kMergedRevision) return;
        keep_deleted(row, *table, passing);
        // How texts changed stays true, whatever became of it.
        if (*table == kTextEdit) return;
        if (row.kind() == db::RowChange::Kind::deleted) {
            note(events_[guid_of(row.blob_before(kGuidColumn))], kGone, stamp);
            return;
        }
        if (row.kind() == db::RowChange::Kind::inserted) {
            const auto known = events_.find(guid_of(row.blob_after(kGuidColumn)));
            if (known != events_.end()) note(known->second, kBack, stamp);
            return;
        }
        const RowKey key{*table, row.id()};
        const auto names = changed_units(row, *table);
        const auto changed = [&](const char* name) {
            return std::find(names.begin(), names.end(), name) != names.end();
        };
        const bool new_text = *table == kSource && changed("text");
        text_changed = text_changed || new_text;
        for (const auto& name : names) {
            if (new_text && (name == "turns" || name == "anchors")) continue;  // they came with it
            if (name != "first") {
                note(updated[key], name, stamp);
            } else if (*table != kCoding) {
                spans.push_back(key);
            } else if (!changes_text(row)) {
                // Else it was moved along with its text, by nobody's decision.
                note(updated[key], name, stamp);
            }
        }
    });
    if (text_changed) return;
    for (const auto& key : spans) note(updated[key], "first", stamp);
}

std::vector<std::string_view> Past::changed_units(const db::VisitedRow& row, int table) const {
    const auto& units = units_[static_cast<std::size_t>(table)];
    const auto& columns = tables()[static_cast<std::size_t>(table)].columns;
    std::vector<std::string_view> names;
    const int known = std::min(row.columns(), static_cast<int>(units.size()));
    for (int column = 0; column < known; ++column) {
        const int unit = units[static_cast<std::size_t>(column)];
        if (unit < 0 || !row.changed(column)) continue;
        const std::string_view name = columns[static_cast<std::size_t>(unit)].name;
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
    return names;
}

bool Past::changes_text(const db::VisitedRow& coding) const {
    return coding.changed(coding_text_);
}

void Past::name_rows(const Study& study, ById& updated) {
    std::optional<db::Statement> guid;
    int table = -1;
    for (auto& [key, events] : updated) {
        if (key.first != table) {
            table = key.first;
            guid.emplace(study.database().prepare(fmt::format(
                "SELECT guid FROM {} WHERE id = ?1", tables()[static_cast<std::size_t>(table)].name)));
        }
        guid->bind(key.second);
        const auto away = guids_of_deleted_.find(key);
        const bool present = guid->step();
        if (!present && away == guids_of_deleted_.end()) continue;
        auto& known = events_[present ? row::guid(*guid, 0) : away->second];
        for (auto& event : events) note(known, event.what, event.stamp);
    }
}

void Past::read_known(const Study& study) {
    db::Statement row =
        study.database().prepare("SELECT \"row\", what, at, step, revision, said FROM known_change");
    while (row.step()) {
        const Stamp stamp{row.integer(2), row.integer(3), row::guid(row, 4)};
        std::optional<Fields> said;
        if (!row.is_null(5)) said = from_json(row.text(5));
        const auto guid = row::guid(row, 0);
        if (row.text(1) == kSame) {
            if (said && !said->empty()) same_[guid] = guid_in(said->front());
        } else if (row.text(1) == kWas) {
            if (said) remember(guid, stamp, *said);
        } else {
            note(events_[guid], row.text(1), stamp, std::move(said));
        }
        clock_.pass({stamp.at, stamp.step, {}});
    }
}

Fields memory_of(int table, const Fields& values, bool left_out) {
    Fields memory{std::string(tables()[static_cast<std::size_t>(table)].name), std::int64_t{left_out}};
    memory.insert(memory.end(), values.begin(), values.end());
    return memory;
}

void Past::remember(const base::Guid& row, const Stamp& stamp, const Fields& memory) {
    const auto table = memory.empty() ? std::nullopt : table_index(text_in(memory.front()));
    if (!table || memory.size() != tables()[static_cast<std::size_t>(*table)].columns.size() + 2) return;
    remembered_[row] = {*table, stamp, number_in(memory[1]) != 0, {memory.begin() + 2, memory.end()}};
}

std::int64_t keep_past(const Study& study, const std::function<std::int64_t()>& next_id) {
    const Past past(study);
    study.database().execute("DELETE FROM known_change");
    db::Statement insert = study.database().prepare(
        "INSERT INTO known_change (id, guid, \"row\", what, at, step, revision, said)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
    const auto write = [&](const base::Guid& row, const Event& event) {
        const auto said = event.said ? std::optional(to_json(*event.said)) : std::nullopt;
        insert.run(next_id(), base::Guid::random().bytes, row.bytes, event.what, event.stamp.at,
                   event.stamp.step, event.stamp.revision.bytes, said);
    };
    for (const auto& [row, events] : past.events()) {
        for (const auto& event : events) write(row, event);
    }
    for (const auto& [row, other] : past.same()) write(row, {kSame, {}, Fields{other}});
    return past.clock().last().at;
}

}  // namespace study::merging
