// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/grouping.h"

#include <algorithm>

#include "base/strings.h"
#include "base/translate.h"
#include "text/tokens.h"

namespace search {

namespace {

/// Everybody who is interviewed in some source.
std::set<model::ParticipantId> interviewed(const Contents& contents) {
    std::set<model::ParticipantId> all;
    for (const auto& source : contents.sources) {
        all.insert(source.participants.begin(), source.participants.end());
        for (const auto& speaker : source.speakers)
            all.insert(speaker.participants.begin(), speaker.participants.end());
    }
    return all;
}

Contrast::Finding finding_of(const Contrast::Row& row) {
    const auto was_there = [](const auto& who, const auto& who_not) {
        return !who.empty() || !who_not.empty();
    };
    if (!was_there(row.first, row.first_not) || !was_there(row.second, row.second_not))
        return Contrast::Finding::incomplete;
    if (row.first.empty())
        return row.second.empty() ? Contrast::Finding::neither : Contrast::Finding::second_only;
    return row.second.empty() ? Contrast::Finding::first_only : Contrast::Finding::both;
}

}  // namespace

Grouping::Grouping(const Contents& contents, const study::Study& study, GroupBy by)
    : contents_(contents), study_(study), by_(by) {
    const auto add = [&](const std::string& label, std::int64_t id) {
        places_[id] = groups_.size();
        groups_.push_back({label, id, 0, 0, {}, {}});
    };
    switch (by) {
        case GroupBy::role:
            for (const auto& one : contents.roles) add(one.name, one.id.value);
            break;
        case GroupBy::participant:
            for (const auto& one : contents.participants) add(one.name, one.id.value);
            break;
        case GroupBy::triad:
            for (const auto& one : contents.triads) add(one.name, one.id.value);
            break;
        case GroupBy::code:
            for (const auto& one : contents.codebook.codes())
                add(contents.codebook.path(one.id), one.id.value);
            break;
        case GroupBy::source:
            for (const auto& one : contents.sources) add(one.name, one.id.value);
            break;
    }
    add(base::tr("(none)"), 0);
    last_.resize(groups_.size(), {model::SourceId{}, 0});
}

std::int64_t Grouping::key_of(model::ParticipantId voice) const {
    const auto* participant = contents_.participant(voice);
    if (participant == nullptr) return 0;
    if (by_ == GroupBy::role) return participant->role.value;
    return by_ == GroupBy::triad ? participant->triad.value : voice.value;
}

std::vector<std::int64_t> Grouping::keys_of(const model::Source& source,
                                            const std::vector<model::ParticipantId>& voices,
                                            const std::function<text::Span()>& span) const {
    std::vector<std::int64_t> keys;
    const auto add = [&](std::int64_t key) {
        if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(key);
    };
    if (by_ == GroupBy::source) {
        add(source.id.value);
    } else if (by_ == GroupBy::code) {
        const text::Span at = span();
        for (const auto& coding : contents_.codings(study_, source.id)) {
            if (coding.span && coding.span->contains(at)) add(coding.code.value);
        }
    } else {
        for (const auto voice : voices) add(key_of(voice));
    }
    if (keys.empty()) keys.push_back(0);
    return keys;
}

void Grouping::add(const model::Source& source, std::size_t unit,
                   const std::vector<model::ParticipantId>& voices, const std::function<text::Span()>& span) {
    for (const std::int64_t key : keys_of(source, voices, span)) {
        const auto known = places_.find(key);
        const std::size_t place = known == places_.end() ? groups_.size() - 1 : known->second;
        Group& group = groups_[place];
        ++group.hits;
        const std::pair here{source.id, unit};
        if (last_[place] != here) {
            ++group.turns;
            group.sources.insert(source.id);
        }
        last_[place] = here;
        for (const auto voice : voices) {
            // Of a joint turn each stands below their own role and triad alone.
            const bool theirs = by_ == GroupBy::code || by_ == GroupBy::source || key_of(voice) == key;
            if (theirs) group.participants.insert(voice);
        }
    }
}

std::vector<Group> Grouping::take(bool empty_too) {
    std::erase_if(groups_,
                  [&](const Group& group) { return group.hits == 0 && (group.id == 0 || !empty_too); });
    return std::move(groups_);
}

std::int64_t Contrast::count(Finding finding) const {
    return std::count_if(rows.begin(), rows.end(), [&](const Row& row) { return row.finding == finding; });
}

Contrast contrast(Search& search, const Prepared& query, model::RoleId first, model::RoleId second) {
    const Contents& contents = search.contents();
    std::map<model::ParticipantId, std::int64_t> hits;
    for (const Group& group : search.groups(query, GroupBy::participant)) hits[{group.id}] = group.hits;
    const auto there = interviewed(contents);
    Contrast made{first, second, {}};
    for (const auto& triad : contents.triads) {
        Contrast::Row row;
        row.triad = triad.id;
        row.name = triad.name;
        for (const auto& one : contents.participants) {
            if (one.triad != triad.id || !there.contains(one.id)) continue;
            const auto found = hits.find(one.id);
            const std::int64_t count = found == hits.end() ? 0 : found->second;
            if (one.role == first) {
                (count > 0 ? row.first : row.first_not).push_back(one.id);
                row.first_hits += count;
            } else if (one.role == second) {
                (count > 0 ? row.second : row.second_not).push_back(one.id);
                row.second_hits += count;
            }
        }
        row.finding = finding_of(row);
        made.rows.push_back(std::move(row));
    }
    return made;
}

model::RoleId role_named(const Contents& contents, std::string_view name) {
    std::vector<std::string> names;
    for (const auto& role : contents.roles) {
        if (text::folded(role.name) == text::folded(name)) return role.id;
        names.push_back(role.name);
    }
    throw base::Error(base::ErrorKind::not_found, base::say("There is no role “{}”.", name),
                      names.empty() ? std::string() : base::say("There are: {}.", base::join(names, ", ")));
}

}  // namespace search
