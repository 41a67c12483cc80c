// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>

#include "base/strings.h"
#include "base/translate.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/studies.h"
#include "cli/viewing.h"
#include "study/coders.h"
#include "study/codings.h"
#include "study/sources.h"

namespace cli {

namespace {

using base::tr;

/// One source as it is listed.
struct Row {
    const model::Source* source = nullptr;
    std::vector<std::string> participants;
    std::size_t codings = 0;
    std::vector<std::pair<std::string, model::Progress>> marks;  ///< by coder
};

std::vector<Row> rows_of(const std::vector<model::Source>& sources, const model::Material& material) {
    std::map<model::SourceId, const model::CountedSource*> counted;
    for (const auto& source : material.sources) counted[source.id] = &source;
    std::vector<Row> rows;
    for (const auto& source : sources) {
        Row row;
        row.source = &source;
        row.participants = names_of(material.participants, source.participants);
        const auto& here = *counted.at(source.id);
        row.codings = here.codings.size();
        for (const auto& coder : material.coders) {
            const auto mark = here.marks.find(coder.id);
            if (mark == here.marks.end()) continue;
            row.marks.emplace_back(coder.name, mark->second);
        }
        if (const auto settled = here.marks.find({}); settled != here.marks.end()) {
            row.marks.emplace_back(model::kSettled, settled->second);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

nlohmann::ordered_json json_of(const Row& row) {
    auto marks = nlohmann::ordered_json::object(), rounds = nlohmann::ordered_json::object();
    for (const auto& [coder, progress] : row.marks) {
        marks[coder] = study::codings::to_word(progress.mark);
        if (progress.round > model::kFirstRound) rounds[coder] = progress.round;
    }
    return {{"name", row.source->name},
            {"words", row.source->words},
            {"turns", row.source->turns.size()},
            {"participants", row.participants},
            {"codings", row.codings},
            {"marks", marks},
            {"rounds", rounds},
            {"guid", row.source->guid.to_string()},
            {"file", row.source->origin}};
}

report::Listing listing_of(const std::vector<Row>& rows) {
    report::Listing listing;
    listing.columns = {{"name", tr("Source")},           {"words", tr("Words"), true},
                       {"turns", tr("Turns"), true},     {"participants", tr("Participants")},
                       {"codings", tr("Codings"), true}, {"marks", tr("Marks")}};
    for (const auto& row : rows) {
        std::vector<std::string> marks;
        for (const auto& [coder, progress] : row.marks) {
            const auto mark = fmt::format("{}: {}", coder, study::codings::to_word(progress.mark));
            const bool first = progress.round == model::kFirstRound;
            marks.push_back(first ? mark : mark + " " + base::say("(round {})", progress.round));
        }
        listing.rows.push_back({row.source->name, std::to_string(row.source->words),
                                std::to_string(row.source->turns.size()), base::join(row.participants, ", "),
                                std::to_string(row.codings), base::join(marks, ", ")});
    }
    return listing;
}

void run(const Common& common) {
    const auto study = open_to_read(common.study);
    const auto sources = study::sources::all(*study);
    const auto material = sight_of(*study, common).material();
    const auto rows = rows_of(sources, material);
    if (common.json) {
        auto list = nlohmann::ordered_json::array();
        for (const auto& row : rows) list.push_back(json_of(row));
        print_json({{"sources", list}});
    } else if (rows.empty()) {
        print_line(tr("There are no sources in the study yet; `trialogue import` brings them in."));
    } else {
        print_listing(listing_of(rows));
    }
}

}  // namespace

void add_sources(CLI::App& program) {
    auto common = std::make_shared<Common>();
    auto* command = add_command(program, "sources", tr("List the transcripts"), *common);
    add_viewer(*command, *common);
    command->callback([common] { run(*common); });
}

}  // namespace cli
