// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>

#include "base/translate.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/studies.h"
#include "study/participants.h"
#include "study/sources.h"

namespace cli {

namespace {

using base::tr;

/// The participants of a study with the names of what they refer to.
struct Table {
    std::vector<model::Attribute> attributes;
    std::vector<model::Participant> participants;
    std::map<model::RoleId, std::string> roles;
    std::map<model::TriadId, std::string> triads;
    std::map<model::ParticipantId, std::vector<std::string>> sources;
};

Table load(const study::Study& study) {
    Table table{study::participants::attributes(study), study::participants::all(study), {}, {}, {}};
    for (const auto& role : study::participants::roles(study)) table.roles[role.id] = role.name;
    for (const auto& triad : study::participants::triads(study)) table.triads[triad.id] = triad.name;
    for (const auto& source : study::sources::all(study)) {
        for (const auto participant : source.participants) table.sources[participant].push_back(source.name);
    }
    return table;
}

std::string value_of(const model::Participant& participant, const model::Attribute& attribute) {
    const auto value = participant.attributes.find(attribute.id);
    return value == participant.attributes.end() ? std::string() : value->second;
}

void print_as_json(Table& table) {
    auto list = nlohmann::ordered_json::array();
    for (const auto& participant : table.participants) {
        auto attributes = nlohmann::ordered_json::object();
        for (const auto& attribute : table.attributes) {
            const auto value = value_of(participant, attribute);
            if (!value.empty()) attributes[attribute.name] = value;
        }
        list.push_back({{"name", participant.name},
                        {"guid", participant.guid.to_string()},
                        {"role", table.roles[participant.role]},
                        {"triad", table.triads[participant.triad]},
                        {"attributes", attributes},
                        {"sources", table.sources[participant.id]}});
    }
    print_json({{"participants", list}});
}

void print_as_text(Table& table) {
    report::Listing listing;
    listing.columns = {{"name", tr("Participant")}, {"role", tr("Role")}, {"triad", tr("Triad")}};
    for (const auto& attribute : table.attributes)
        listing.columns.push_back({attribute.name, attribute.name});
    listing.columns.push_back({"sources", tr("Sources"), true});
    for (const auto& participant : table.participants) {
        std::vector<std::string> row{participant.name, table.roles[participant.role],
                                     table.triads[participant.triad]};
        for (const auto& attribute : table.attributes) row.push_back(value_of(participant, attribute));
        row.push_back(std::to_string(table.sources[participant.id].size()));
        listing.rows.push_back(std::move(row));
    }
    print_listing(listing);
}

void run(const Common& common) {
    const auto study = open_to_read(common.study);
    Table table = load(*study);
    if (common.json) {
        print_as_json(table);
    } else if (table.participants.empty()) {
        print_line(tr("There are no participants yet; `trialogue import --participants` brings them in."));
    } else {
        print_as_text(table);
    }
}

}  // namespace

void add_participants(CLI::App& program) {
    auto common = std::make_shared<Common>();
    auto* command =
        add_command(program, "participants", tr("List the participants with role and triad"), *common);
    command->callback([common] { run(*common); });
}

}  // namespace cli
