// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/merging/joint.h"

namespace study::merging {

namespace {

const Table& described(int table) {
    return tables()[static_cast<std::size_t>(table)];
}

}  // namespace

void Thing::show(int column, Value value) {
    const Value before = values()[static_cast<std::size_t>(column)];
    if (before == value) return;
    if (!own) own = values();
    said.emplace_back(column, before);
    (*own)[static_cast<std::size_t>(column)] = std::move(value);
}

Joint::Joint(const Replica& here, const Replica& there, const Same& same,
             const std::set<base::Guid>& untouched)
    : here_(here), there_(there), same_(same), untouched_(untouched) {
    for (int table = 0; table < kTables; ++table) {
        const auto index = static_cast<std::size_t>(table);
        places_[index].reserve(here.of(table).size() + there.of(table).size());
        things_[index].reserve(here.of(table).size() + there.of(table).size());
        for (const auto& record : here.of(table)) take(table, record, true);
        for (const auto& record : there.of(table)) take(table, record, false);
        for (auto& thing : things_[index]) join(table, thing);
    }
    if (any_gone_) keep_what_is_needed();
}

Thing* Joint::find(int table, const base::Guid& guid) {
    const auto& places = places_[static_cast<std::size_t>(table)];
    const auto place = places.find(same_.standing(guid));
    return place == places.end() ? nullptr : &of(table)[place->second];
}

void Joint::take(int table, const Record& record, bool from_here) {
    if (!from_here && record.left_out) return;
    auto& things = of(table);
    const auto guid = same_.standing(record.guid);
    const auto [place, is_new] = places_[static_cast<std::size_t>(table)].emplace(guid, things.size());
    if (is_new) things.emplace_back().guid = guid;
    Thing& thing = things[place->second];
    if (from_here) {
        thing.here.push_back(&record);
    } else {
        thing.there = &record;
    }
}

void Joint::join(int table, Thing& thing) {
    const bool untouched = !thing.here.empty() && untouched_.contains(thing.here.front()->guid);
    if (untouched) return;
    if (same_.gone(thing.guid)) {
        thing.exists = false;
        any_gone_ = true;
    }
    const bool here_lost = !thing.here.empty() && thing.here.front()->left_out;
    if (here_lost && thing.there == nullptr) thing.exists = false;
    join_fields(table, thing);
    take_memories(table, thing);
}

void Joint::join_fields(int table, Thing& thing) {
    std::vector<std::pair<const Record*, const Replica*>> sides;
    for (const Record* record : thing.here) sides.emplace_back(record, &here_);
    if (thing.there != nullptr) sides.emplace_back(thing.there, &there_);
    if (sides.size() < 2) return;
    const auto& first = sides.front().first->values;
    if (std::all_of(sides.begin(), sides.end(),
                    [&](const auto& side) { return side.first->values == first; })) {
        return;
    }
    const auto& columns = described(table).columns;
    const auto stamp = [&](const auto& side, const char* unit) {
        return same_.when(side.second->past, thing.guid, unit);
    };
    std::vector<Value> decided = first;
    for (std::size_t unit = 0; unit < columns.size(); ++unit) {
        if (columns[unit].unit != static_cast<int>(unit)) continue;
        const auto unit_of = [&](const std::vector<Value>& values) {
            std::vector<Value> part;
            for (std::size_t i = unit; i < columns.size(); ++i) {
                if (columns[i].unit == static_cast<int>(unit)) part.push_back(values[i]);
            }
            return part;
        };
        auto best = sides.begin();
        for (auto side = std::next(sides.begin()); side != sides.end(); ++side) {
            const auto ours = unit_of(best->first->values), theirs = unit_of(side->first->values);
            if (ours == theirs) continue;
            const Stamp our_stamp = stamp(*best, columns[unit].name),
                        their_stamp = stamp(*side, columns[unit].name);
            thing.changed_by_both = thing.changed_by_both || (our_stamp.known() && their_stamp.known());
            const bool later = our_stamp == their_stamp
                                   ? std::lexicographical_compare(ours.begin(), ours.end(), theirs.begin(),
                                                                  theirs.end(), stands_behind)
                                   : our_stamp < their_stamp;
            if (later) best = side;
        }
        for (std::size_t i = unit; i < columns.size(); ++i) {
            if (columns[i].unit == static_cast<int>(unit)) decided[i] = best->first->values[i];
        }
    }
    thing.own = std::move(decided);
}

/// Whether what fields refer to is in one of the copies still.
bool Joint::refers_to_what_is_here(int table, const std::vector<int>& unit, const Fields& fields) {
    for (std::size_t i = 0; i < std::min(unit.size(), fields.size()); ++i) {
        const Column& column = described(table).columns[static_cast<std::size_t>(unit[i])];
        const std::string& hash = text_in(fields[i]);
        const auto guid = guid_in(fields[i]);
        if (column.form == Form::text && !here_.texts.contains(hash) && !there_.texts.contains(hash))
            return false;
        if (column.form == Form::target || column.form == Form::turns) return false;
        if (column.form == Form::reference && !guid.is_nil() && find(column.refers, guid) == nullptr)
            return false;
    }
    return true;
}

void Joint::take_memories(int table, Thing& thing) {
    if (!thing.here.empty() && thing.there != nullptr) return;
    const Past& past = thing.here.empty() ? here_.past : there_.past;
    const Past& other = thing.here.empty() ? there_.past : here_.past;
    for (const auto& guid : same_.members(thing.guid)) {
        const auto events = past.events().find(guid);
        if (events == past.events().end()) continue;
        for (const auto& event : events->second) {
            const int column = event.said ? described(table).column(event.what) : -1;
            if (column < 0 || same_.when(other, thing.guid, event.what) >= event.stamp) continue;
            if (!thing.own) thing.own = thing.values();
            const auto unit = described(table).unit(column);
            if (!refers_to_what_is_here(table, unit, *event.said)) continue;
            for (std::size_t i = 0; i < std::min(unit.size(), event.said->size()); ++i) {
                (*thing.own)[static_cast<std::size_t>(unit[i])] = (*event.said)[i];
            }
        }
    }
}

void Joint::keep_what_is_needed() {
    for (int table = kTables; table-- > 0;) {
        for (std::size_t i = 0; i < of(table).size(); ++i) {
            if (of(table)[i].exists) keep_referred(table, of(table)[i]);
        }
    }
}

void Joint::keep_referred(int table, const Thing& thing) {
    const auto& columns = described(table).columns;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const Value& value = thing.values()[i];
        if (columns[i].form == Form::turns) {
            for (const auto& turn : turns_in(value)) keep(kSpeaker, turn.speaker);
        } else if (columns[i].form == Form::reference) {
            keep(columns[i].refers, guid_in(value));
        } else if (columns[i].form == Form::target) {
            const auto to = table_of_memo(text_in(thing.values().front()));
            if (to) keep(*to, guid_in(value));
        }
    }
}

void Joint::keep(int table, const base::Guid& guid) {
    Thing* thing = guid.is_nil() ? nullptr : find(table, guid);
    if (thing == nullptr || thing->exists) return;
    thing->exists = true;
    thing->kept = true;
    keep_referred(table, *thing);
    keep_parts(table, thing->guid);
}

/// What says who spoke in a source that is kept, and what is known of a participant.
void Joint::keep_parts(int table, const base::Guid& guid) {
    for (const int part : {kSpeaker, kSpeakerParticipant, kSourceParticipant, kAttributeValue}) {
        if (described(part).columns.front().refers != table) continue;
        for (std::size_t i = 0; i < of(part).size(); ++i) {
            if (guid_in(of(part)[i].values().front()) == guid) keep(part, of(part)[i].guid);
        }
    }
}

}  // namespace study::merging
