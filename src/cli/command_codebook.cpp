// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <map>

#include "base/translate.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/studies.h"
#include "cli/viewing.h"
#include "exchange/out/text_lines.h"
#include "exchange/refi/codebook.h"
#include "study/codes.h"
#include "study/edit.h"
#include "study/verbs/codebook.h"

namespace cli {

namespace {

using base::say;
using base::tr;
using Json = nlohmann::ordered_json;

struct Options {
    Common common;
    std::string import;
};

/// How many codings have each code.
using Counts = std::map<model::CodeId, std::size_t>;

Counts counts_of(const model::Material& material) {
    Counts counts;
    for (const auto& source : material.sources) {
        for (const auto& coding : source.codings) ++counts[coding.code];
    }
    return counts;
}

std::size_t count_of(const Counts& counts, model::CodeId code) {
    const auto found = counts.find(code);
    return found == counts.end() ? 0 : found->second;
}

Json json_of(const model::Codebook& codebook, model::CodeId parent, const Counts& counts) {
    Json list = Json::array();
    for (const auto id : codebook.children(parent)) {
        const auto& code = *codebook.find(id);
        list.push_back({{"name", code.name},
                        {"path", codebook.path(id)},
                        {"guid", code.guid.to_string()},
                        {"codable", code.codable},
                        {"exclusive", code.exclusive},
                        {"colour", code.colour},
                        {"definition", code.definition},
                        {"when", code.when},
                        {"when_not", code.when_not},
                        {"example", code.example},
                        {"codings", count_of(counts, id)},
                        {"codes", json_of(codebook, id, counts)}});
    }
    return list;
}

/// How deep a code stands: 0 for a dimension.
std::size_t depth_of(const model::Codebook& codebook, const model::Code& code) {
    std::size_t depth = 0;
    for (const auto* at = codebook.find(code.parent); at != nullptr; at = codebook.find(at->parent)) ++depth;
    return depth;
}

void print_tree(const model::Codebook& codebook, const Counts& counts) {
    for (const auto& code : codebook.codes()) {
        const std::string indent(2 * depth_of(codebook, code), ' ');
        std::string line = code.name;
        const auto codings = count_of(counts, code.id);
        if (code.exclusive) line += std::string(" [") + tr("exactly one") + "]";
        if (codings > 0) {
            line += " (" + base::say_n("{} coding", "{} codings", codings) + ")";
        }
        const int width = terminal_width() - static_cast<int>(indent.size());
        for (const auto& part : exchange::wrapped(line, width)) print_line(indent + part);
        if (code.definition.empty()) continue;
        for (const auto& part : exchange::wrapped(code.definition, width - 6))
            print_line(indent + "      " + part);
    }
}

/// Brings in a codebook; returns what is to be told of it.
Json import_file(study::Study& study, const std::string& file) {
    const auto read = exchange::read_codebook(file);
    const std::string name = shown_name(std::filesystem::path(file).filename().string());
    study::Edit edit(study, "import_codebook", {{"file", name}});
    const auto result = study::verbs::import_codebook(edit, read.codebook);
    edit.commit();
    return {{"added", result.added}, {"changed", result.changed}, {"notes", read.losses}};
}

void run(const Options& options) {
    const bool importing = !options.import.empty();
    const auto study = importing ? open_to_write(options.common.study) : open_to_read(options.common.study);
    Json imported;
    if (importing) imported = import_file(*study, options.import);
    const auto codebook = study::codes::codebook(*study);
    const auto counts = counts_of(sight_of(*study, options.common).material());
    if (options.common.json) {
        Json json{{"codes", json_of(codebook, {}, counts)}};
        if (importing) json["imported"] = imported;
        print_json(json);
        return;
    }
    if (importing) {
        print_line(say("{} codes added, {} changed.", imported["added"].get<std::int64_t>(),
                       imported["changed"].get<std::int64_t>()));
        for (const auto& note : imported["notes"]) print_line("    " + note.get<std::string>());
    } else if (codebook.empty()) {
        print_line(tr("The codebook is empty; `trialogue codebook STUDY --import FILE.qdc` fills it."));
    } else {
        print_tree(codebook, counts);
    }
}

}  // namespace

void add_codebook(CLI::App& program) {
    auto options = std::make_shared<Options>();
    auto* command =
        add_command(program, "codebook", tr("Show the codebook, or bring one in"), options->common);
    add_viewer(*command, options->common);
    command->add_option("--import", options->import, tr("A codebook, .qdc"));
    command->callback([options] { run(*options); });
}

}  // namespace cli
