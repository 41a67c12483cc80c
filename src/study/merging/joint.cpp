// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/merging/joint.h"

namespace study::merging {

namespace {

constexpr std::string_view kPassage = "first";  // and its text, of a coding

const Table& described(int table) {
    return tables()[static_cast<std::size_t>(table)];
}

}  // namespace

const Record* Thing::of(bool from_here) const {
    if (const Record* present = from_here ? here : there) return present;
    for (const auto& side : more) {
        if (side.from_here == from_here) return side.record;
    }
    return nullptr;
}

std::vector<Side> Thing::sides() const {
    std::vector<Side> all;
    if (here != nullptr) all.push_back({here, true, false});
    if (there != nullptr) all.push_back({there, false, false});
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

const Value& Thing::said_in(int column) const {
    for (const auto& [other, value] : said) {
        if (other == column) return value;
    }
    return values()[static_cast<std::size_t>(column)];
}

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
        if (table == kTextEdit) continue;  // how a text became the next is no one's to bring back
        for (const auto& record : here.deleted[index]) take_deleted(table, record, true);
        for (const auto& record : there.deleted[index]) take_deleted(table, record, false);
    }
    for (int table = 0; table < kTables; ++table) {
        for (auto& thing : of(table)) join(table, thing);
    }
    if (any_lost_) part_from_lost_codings();
    if (!missing_.empty()) keep_what_is_needed();
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
    const Record*& first = from_here ? thing.here : thing.there;
    if (first == nullptr) {
        first = &record;
        return;
    }
    const Record* other = &record;
    if (other->guid == guid) std::swap(first, other);
    thing.more.push_back({other, from_here, false});
}

/// Of several that were one thing the one counts that stands for it: the others were joined to it.
void Joint::take_deleted(int table, const Record& record, bool from_here) {
    if (record.left_out) return;
    auto& things = of(table);
    const auto guid = same_.standing(record.guid);
    const auto [place, is_new] = places_[static_cast<std::size_t>(table)].emplace(guid, things.size());
    if (is_new) things.emplace_back().guid = guid;
    Thing& thing = things[place->second];
    if ((from_here ? thing.here : thing.there) != nullptr) return;
    for (auto& side : thing.more) {
        if (side.from_here != from_here) continue;
        if (record.guid < side.record->guid) side.record = &record;
        return;
    }
    thing.more.push_back({&record, from_here, true});
}

void Joint::join(int table, Thing& thing) {
    thing.untouched = thing.here != nullptr && untouched_.contains(thing.here->guid);
    if (thing.untouched) return;
    join_fields(table, thing);
    any_lost_ = any_lost_ || thing.lost;
    const bool present = thing.here != nullptr || thing.there != nullptr ||
                         std::any_of(thing.more.begin(), thing.more.end(),
                                     [](const Side& side) { return side.record->waits; });
    const bool gone = same_.gone(thing.guid);
    if (present && !thing.lost && !gone) return;
    thing.waits = present && thing.lost && !gone;
    thing.exists = false;
    missing_.insert(thing.guid);
}

void Joint::join_fields(int table, Thing& thing) {
    const auto sides = thing.sides();
    thing.lost = sides.front().record->lost;
    if (sides.size() == 1) return;
    if (thing.more.empty() && thing.here->values == thing.there->values) return;
    const auto& columns = described(table).columns;
    std::vector<Value> decided = sides.front().record->values;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].unit != static_cast<int>(i)) continue;
        const auto unit = described(table).unit(static_cast<int>(i));
        const Side& latest = latest_of(sides, table, unit, thing);
        for (const int column : unit) {
            const auto at = static_cast<std::size_t>(column);
            decided[at] = latest.record->values[at];
        }
        if (table == kCoding && columns[i].name == kPassage) thing.lost = latest.record->lost;
    }
    thing.own = std::move(decided);
}

const Side& Joint::latest_of(const std::vector<Side>& sides, int table, const std::vector<int>& unit,
                             Thing& thing) const {
    const char* name = described(table).columns[static_cast<std::size_t>(unit.front())].name;
    const auto fields = [&](const Side& side) {
        Fields part;
        for (const int column : unit) part.push_back(side.record->values[static_cast<std::size_t>(column)]);
        return part;
    };
    const auto stamp = [&](const Side& side) {
        return same_.when(side.from_here ? here_.past : there_.past, thing.guid, name);
    };
    const Side* best = &sides.front();
    for (const Side& side : sides) {
        const auto ours = fields(*best), theirs = fields(side);
        if (ours == theirs) continue;
        const Stamp our_stamp = stamp(*best), their_stamp = stamp(side);
        thing.changed_by_both = thing.changed_by_both || (our_stamp.known() && their_stamp.known());
        bool later = our_stamp < their_stamp;
        if (our_stamp == their_stamp) {
            // Nobody said more of one than of the other; but one may have lost its place in the text.
            later = best->record->lost != side.record->lost
                        ? best->record->lost
                        : std::lexicographical_compare(ours.begin(), ours.end(), theirs.begin(), theirs.end(),
                                                       stands_behind);
        }
        if (later) best = &side;
    }
    return *best;
}

/// A memo outlives its coding: it then stands on the source. What was decided about the coding does not hold.
void Joint::part_from_lost_codings() {
    const auto lost_coding = [&](const Thing& thing) -> const Thing* {
        const Thing* coding = thing.exists ? find(kCoding, guid_in(thing.values()[1])) : nullptr;
        return coding != nullptr && coding->lost ? coding : nullptr;
    };
    for (auto& memo : of(kMemo)) {
        const Thing* coding = lost_coding(memo);
        if (coding == nullptr) continue;
        const Value source = coding->values().front();
        memo.show(0, std::string("source"));
        memo.show(1, source);
    }
    for (auto& link : of(kSettlementCoding)) {
        if (lost_coding(link) == nullptr) continue;
        link.exists = false;
        link.waits = true;
        missing_.insert(link.guid);
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
    if (!missing_.contains(same_.standing(guid))) return;
    Thing* thing = find(table, guid);
    if (thing == nullptr || thing->exists || thing->lost) return;
    thing->exists = true;
    thing->kept = true;
    keep_referred(table, *thing);
    keep_parts(table, thing->guid);
}

/// What says who spoke in a source that is kept, and what is known of a participant: as far as it was deleted
/// with it, and not before.
void Joint::keep_parts(int table, const base::Guid& guid) {
    const Stamp gone = same_.when(guid, kGone);
    for (const int part : {kSpeaker, kSpeakerParticipant, kSourceParticipant, kAttributeValue}) {
        if (described(part).columns.front().refers != table) continue;
        for (std::size_t i = 0; i < of(part).size(); ++i) {
            const Thing& one = of(part)[i];
            if (guid_in(one.values().front()) == guid && same_.when(one.guid, kGone) == gone)
                keep(part, one.guid);
        }
    }
}

}  // namespace study::merging
