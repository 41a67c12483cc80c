// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/merging/same.h"

#include <map>
#include <unordered_set>

namespace study::merging {

namespace {

std::vector<Value> key_of(const Table& table, const Record& record) {
    std::vector<Value> key;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].key) key.push_back(record.values[i]);
    }
    return key;
}

/// The names from the dimension down, for people.
std::string path_of(const Replica& side, const Record& code) {
    const Table& table = tables()[kCode];
    const auto name = static_cast<std::size_t>(table.column("name"));
    const auto parent = guid_in(code.values[static_cast<std::size_t>(table.column("parent"))]);
    std::string path = text_in(code.values[name]);
    for (const auto& one : side.of(kCode)) {
        if (!parent.is_nil() && one.guid == parent) return path_of(side, one) + "/" + path;
    }
    return path;
}

std::string for_people(const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    return text_in(value);
}

}  // namespace

Same::Same(const Replica& here, const Replica& there) : here_(here.past), there_(there.past) {
    for (const Past* past : {&here_, &there_}) {
        for (const auto& [row, other] : past->same()) join(row, other);
    }
}

base::Guid Same::standing(const base::Guid& guid) const {
    const auto lead = leads_.find(guid);
    return lead == leads_.end() ? guid : lead->second;
}

std::vector<base::Guid> Same::members(const base::Guid& guid) const {
    const auto found = members_.find(standing(guid));
    return found == members_.end() ? std::vector{guid} : found->second;
}

void Same::join(const base::Guid& a, const base::Guid& b) {
    if (standing(a) == standing(b)) return;
    auto all = members(a);
    const auto others = members(b);
    all.insert(all.end(), others.begin(), others.end());
    members_.erase(standing(a));
    members_.erase(standing(b));
    const base::Guid first = *std::min_element(all.begin(), all.end());
    for (const auto& one : all) {
        if (one != first) leads_[one] = first;
    }
    leads_.erase(first);
    members_[first] = std::move(all);
}

Stamp Same::when(const base::Guid& guid, std::string_view what) const {
    return std::max(when(here_, guid, what), when(there_, guid, what));
}

Stamp Same::when(const Past& past, const base::Guid& guid, std::string_view what) const {
    if (leads_.empty()) return past.when(guid, what);
    Stamp latest;
    for (const auto& one : members(guid)) latest = std::max(latest, past.when(one, what));
    return latest;
}

bool Same::gone(const base::Guid& guid) const {
    const Stamp gone = when(guid, kGone);
    if (!gone.known()) return false;
    for (const auto& one : members(guid)) {
        for (const Past* past : {&here_, &there_}) {
            const auto events = past->events().find(one);
            if (events == past->events().end()) continue;
            for (const auto& event : events->second) {
                if (event.what != kGone && event.stamp > gone) return false;
            }
        }
    }
    return true;
}

void Same::rewrite(int table, Replica& here, Replica& there) const {
    if (leads_.empty()) return;
    const Table& described = tables()[static_cast<std::size_t>(table)];
    const auto index = static_cast<std::size_t>(table);
    for (auto* records : {&here.of(table), &there.of(table), &here.deleted[index], &there.deleted[index]}) {
        for (auto& record : *records) {
            for (std::size_t i = 0; i < described.columns.size(); ++i) {
                const int column = static_cast<int>(i);
                if (described.columns[i].form == Form::turns) {
                    auto turns = turns_in(record.values[i]);
                    for (auto& turn : turns) turn.speaker = standing(turn.speaker);
                    record.set(column, turns_value(turns));
                } else if (const auto* guid = std::get_if<base::Guid>(&record.values[i])) {
                    if (described.columns[i].form != Form::identity) record.set(column, standing(*guid));
                }
            }
        }
    }
}

void Same::discover(int table, Replica& here, Replica& there, SameCodes codes) {
    if (table == kSource) discover_sources(here, there);
    if (table == kCode) discover_codes(here, there, codes);
    if (table == kCoding) discover_codings(here, there);
    if (tables()[static_cast<std::size_t>(table)].has_key) discover_keys(table, here, there);
}

std::vector<const Record*> Same::only_in(int table, const Replica& side, const Replica& other) const {
    std::unordered_set<base::Guid> known;
    for (const auto& record : other.of(table)) known.insert(standing(record.guid));
    std::vector<const Record*> only;
    for (const auto& record : side.of(table)) {
        if (record.left_out || record.lost || known.contains(standing(record.guid)) || gone(record.guid))
            continue;
        // The other copy had it and deleted it, whatever became of that.
        const auto all = members(record.guid);
        if (std::any_of(all.begin(), all.end(),
                        [&](const base::Guid& one) { return other.past.find(one, kGone) != nullptr; })) {
            continue;
        }
        only.push_back(&record);
    }
    return only;
}

void Same::discover_keys(int table, const Replica& here, const Replica& there) {
    const Table& described = tables()[static_cast<std::size_t>(table)];
    std::map<std::vector<Value>, base::Guid> known;
    for (const Replica* side : {&here, &there}) {
        for (const auto& record : side->of(table)) {
            if (record.left_out || record.lost || gone(record.guid)) continue;
            const auto [one, is_new] = known.emplace(key_of(described, record), record.guid);
            if (!is_new && one->second != record.guid) join(one->second, record.guid);
        }
    }
}

void Same::discover_sources(const Replica& here, const Replica& there) {
    const auto text = static_cast<std::size_t>(tables()[kSource].column("text"));
    std::map<Value, base::Guid> known;
    for (const Record* record : only_in(kSource, here, there))
        known.emplace(record->values[text], record->guid);
    for (const Record* record : only_in(kSource, there, here)) {
        const auto twin = known.find(record->values[text]);
        if (twin != known.end()) join(twin->second, record->guid);
    }
}

void Same::discover_codes(Replica& here, Replica& there, SameCodes codes) {
    if (codes == SameCodes::apart) return;
    const Table& table = tables()[kCode];
    const auto name = static_cast<std::size_t>(table.column("name"));
    const auto parent = static_cast<std::size_t>(table.column("parent"));
    // Codes below a code that is found to be the same are found in the next round.
    for (bool found = true; found;) {
        found = false;
        rewrite(kCode, here, there);
        std::map<std::pair<Value, Value>, const Record*> known;
        for (const Record* record : only_in(kCode, here, there)) {
            known.emplace(std::pair{record->values[parent], record->values[name]}, record);
        }
        for (const Record* record : only_in(kCode, there, here)) {
            const auto twin = known.find({record->values[parent], record->values[name]});
            if (twin == known.end()) continue;
            compare(here, *twin->second, *record);
            join(twin->second->guid, record->guid);
            known.erase(twin);
            found = true;
        }
    }
}

void Same::compare(const Replica& here, const Record& a, const Record& b) {
    const Table& table = tables()[kCode];
    for (const char* field :
         {"definition", "when", "when_not", "example", "colour", "codable", "exclusive"}) {
        const auto column = static_cast<std::size_t>(table.column(field));
        if (a.values[column] == b.values[column]) continue;
        differences_.push_back(
            {path_of(here, a), field, for_people(a.values[column]), for_people(b.values[column])});
    }
}

void Same::discover_codings(const Replica& here, const Replica& there) {
    const auto others = only_in(kCoding, there, here);
    if (others.empty()) return;
    const Table& table = tables()[kCoding];
    const auto judgement = [&](const Record& record) {
        std::vector<Value> key;
        for (const char* column : {"source", "first", "past", "code", "coder", "layer"}) {
            key.push_back(record.values[static_cast<std::size_t>(table.column(column))]);
        }
        return key;
    };
    // Few are new on both sides; most of those of the first coder are of another hand.
    std::map<std::vector<Value>, base::Guid> known;
    std::unordered_set<base::Guid> coders;
    const auto coder = static_cast<std::size_t>(table.column("coder"));
    for (const Record* record : others) coders.insert(guid_in(record->values[coder]));
    for (const Record* record : only_in(kCoding, here, there)) {
        if (coders.contains(guid_in(record->values[coder]))) known.emplace(judgement(*record), record->guid);
    }
    if (known.empty()) return;
    for (const Record* record : others) {
        const auto twin = known.find(judgement(*record));
        if (twin == known.end()) continue;
        join(twin->second, record->guid);
        known.erase(twin);
    }
}

}  // namespace study::merging
