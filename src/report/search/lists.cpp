// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/search/lists.h"

#include <algorithm>
#include <map>

#include "base/error.h"
#include "base/strings.h"
#include "base/translate.h"

namespace report {

namespace {

using base::say;
using base::tr;
using search::Contrast;

void add_once(std::vector<std::string>& names, const std::string& name) {
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

std::string finding_sentence(const Contrast::Row& row, const std::string& first, const std::string& second) {
    switch (row.finding) {
        case Contrast::Finding::first_only:
            return say("{} yes, {} no", first, second);
        case Contrast::Finding::second_only:
            return say("{} no, {} yes", first, second);
        case Contrast::Finding::both:
            return tr("both");
        case Contrast::Finding::neither:
            return tr("neither");
        case Contrast::Finding::incomplete:
            return tr("not both were interviewed");
    }
    return {};
}

std::string names_of(const search::Contents& contents, const std::vector<model::ParticipantId>& ids) {
    return who_said(contents, ids).participants;
}

}  // namespace

std::string_view to_word(search::Where where) {
    switch (where) {
        case search::Where::source:
            return "transcript";
        case search::Where::memo:
            return "memo";
        case search::Where::definition:
            return "definition";
        case search::Where::attribute:
            return "attribute";
    }
    return "";
}

WhoSaid who_said(const search::Contents& contents, const std::vector<model::ParticipantId>& ids) {
    std::vector<std::string> names, roles, triads;
    for (const auto id : ids) {
        const auto* one = contents.participant(id);
        if (one == nullptr) continue;
        add_once(names, one->name);
        if (const auto* role = contents.role(one->role)) add_once(roles, role->name);
        if (const auto* triad = contents.triad(one->triad)) add_once(triads, triad->name);
    }
    return {base::join(names, "; "), base::join(roles, "; "), base::join(triads, "; ")};
}

std::string totals_text(const search::Totals& totals) {
    return base::say_n("{} hit", "{} hits", static_cast<std::size_t>(totals.hits)) + ", " +
           base::say_n("{} turn", "{} turns", static_cast<std::size_t>(totals.turns)) + ", " +
           base::say_n("{} source", "{} sources", static_cast<std::size_t>(totals.sources)) + ", " +
           base::say_n("{} participant", "{} participants", static_cast<std::size_t>(totals.participants)) +
           ", " + base::say_n("{} triad", "{} triads", static_cast<std::size_t>(totals.triads));
}

std::string scanned_text(std::int64_t sources) {
    return base::say_n("{} source is not in the index yet; its text was read",
                       "{} sources are not in the index yet; their texts were read",
                       static_cast<std::size_t>(sources));
}

Listing hits_listing(const search::Prepared& query, const search::Contents& contents,
                     const std::vector<search::Line>& lines) {
    Listing listing;
    listing.title = say("Search: {}", query.printed);
    listing.columns = {{"where", tr("Where")},
                       {"source", tr("Source")},
                       {"begin", tr("Begin"), true},
                       {"end", tr("End"), true},
                       {"turn", tr("Turn"), true},
                       {"speaker", tr("Speaker")},
                       {"participant", tr("Participant")},
                       {"role", tr("Role")},
                       {"triad", tr("Triad")},
                       {"left", tr("Before")},
                       {"match", tr("Hit")},
                       {"right", tr("After")}};
    for (const auto& line : lines) {
        const auto& hit = line.hit;
        const WhoSaid by = who_said(contents, hit.participants);
        listing.rows.push_back({std::string(to_word(hit.where)), hit.title, std::to_string(hit.span.begin),
                                std::to_string(hit.span.end), hit.turn > 0 ? std::to_string(hit.turn) : "",
                                hit.speaker, by.participants, by.roles, by.triads, line.left, line.match,
                                line.right});
    }
    return listing;
}

Listing groups_listing(const search::Prepared& query, const std::string& heading,
                       const std::vector<search::Group>& groups) {
    Listing listing;
    listing.title = say("Search: {}", query.printed);
    listing.columns = {{"name", heading},
                       {"hits", tr("Hits"), true},
                       {"turns", tr("Turns"), true},
                       {"participants", tr("Participants"), true},
                       {"sources", tr("Sources"), true}};
    for (const auto& group : groups) {
        listing.rows.push_back({group.label, std::to_string(group.hits), std::to_string(group.turns),
                                std::to_string(group.participants.size()),
                                std::to_string(group.sources.size())});
    }
    return listing;
}

Listing contrast_listing(const search::Prepared& query, const search::Contents& contents,
                         const Contrast& contrast) {
    const auto* first = contents.role(contrast.first);
    const auto* second = contents.role(contrast.second);
    const std::string first_name = first != nullptr ? first->name : "";
    const std::string second_name = second != nullptr ? second->name : "";
    Listing listing;
    listing.title = say("Search: {} ({} and {} in each triad)", query.printed, first_name, second_name);
    listing.columns = {{"triad", tr("Triad")},
                       {"finding", tr("Who says it")},
                       {"first_hits", say("Hits: {}", first_name), true},
                       {"second_hits", say("Hits: {}", second_name), true},
                       {"say", tr("Say it")},
                       {"silent", tr("Do not say it")}};
    for (const auto& row : contrast.rows) {
        auto say_it = row.first, silent = row.first_not;
        say_it.insert(say_it.end(), row.second.begin(), row.second.end());
        silent.insert(silent.end(), row.second_not.begin(), row.second_not.end());
        listing.rows.push_back({row.name, finding_sentence(row, first_name, second_name),
                                std::to_string(row.first_hits), std::to_string(row.second_hits),
                                names_of(contents, say_it), names_of(contents, silent)});
    }
    return listing;
}

}  // namespace report
