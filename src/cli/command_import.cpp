// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>

#include "base/error.h"
#include "base/strings.h"
#include "base/translate.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/studies.h"
#include "exchange/in/importer.h"
#include "exchange/in/tables.h"
#include "study/edit.h"
#include "study/sources.h"
#include "study/verbs/import.h"

namespace cli {

namespace {

using base::say_n;
using base::tr;

struct Options {
    Common common;
    std::vector<std::string> files;
    std::optional<std::string> participant, role, triad, coder, encoding;
    std::optional<std::string> participants;
    std::vector<std::string> codings;
    bool coded = false;
    bool update = false;
};

/// Everything that was read before the study is touched.
struct Material {
    std::vector<study::verbs::SourceDraft> drafts;
    std::optional<model::ParticipantTable> participants;
    std::vector<model::CodingTable> codings;
};

struct Result {
    std::vector<study::verbs::ImportedSource> sources;
    std::vector<std::string> participant_notes;
    std::vector<study::verbs::ImportedCodings> codings;
    std::optional<std::int64_t> revision;
};

Material read(const Options& options) {
    Material material;
    for (const auto& file : options.files) {
        const std::filesystem::path path(file);
        study::verbs::SourceDraft draft;
        draft.name = shown_name(path.stem().string());
        draft.origin = shown_name(path.filename().string());
        draft.content = exchange::import_file(path, {options.encoding});
        draft.participant = options.participant;
        draft.role = options.role;
        draft.triad = options.triad;
        material.drafts.push_back(std::move(draft));
    }
    if (options.participants) material.participants = exchange::read_participants(*options.participants);
    for (const auto& file : options.codings) material.codings.push_back(exchange::read_codings(file));
    return material;
}

/// One Edit for all, so that a fault in the last line of the last file leaves the study as it was.
Result bring_in(study::Study& study, const Material& material, const Options& options) {
    Result result;
    study::Edit edit(study, "import", nlohmann::json::object(), made_by(study, options.coder));
    for (const auto& draft : material.drafts) {
        result.sources.push_back(study::verbs::import_source(edit, draft, options.update));
    }
    if (material.participants) {
        result.participant_notes = study::verbs::apply_participants(edit, *material.participants);
    }
    for (const auto& table : material.codings) {
        result.codings.push_back(study::verbs::import_codings(edit, table, options.coder, options.coded));
    }
    result.revision = edit.commit();
    return result;
}

void print_notes(const std::vector<std::string>& notes) {
    for (const auto& note : notes) print_line("    " + note);
}

void print_text(const Material& material, const Result& result, const study::Study& study) {
    for (const auto& source : result.sources) {
        const auto words = static_cast<std::size_t>(study::sources::get(study, source.source).words);
        std::string line = source.name + ": " +
                           say_n("{} turn", "{} turns", static_cast<std::size_t>(source.turns)) + ", " +
                           say_n("{} word", "{} words", words);
        if (!source.speakers.empty()) line += "; " + base::join(source.speakers, ", ");
        if (source.updated) line += std::string(" (") + tr("updated") + ")";
        print_line(line);
        print_notes(source.notes);
    }
    if (material.participants) {
        const auto rows = material.participants->rows.size();
        print_line(material.participants->file + ": " + say_n("{} row", "{} rows", rows));
        print_notes(result.participant_notes);
    }
    for (std::size_t i = 0; i < result.codings.size(); ++i) {
        const auto& codings = result.codings[i];
        std::string line = material.codings[i].file + ": " +
                           say_n("{} coding", "{} codings", static_cast<std::size_t>(codings.codings));
        if (codings.present > 0) {
            line += ", " + say_n("{} was there already", "{} were there already",
                                 static_cast<std::size_t>(codings.present));
        }
        print_line(line);
        print_notes(codings.notes);
    }
    if (!result.revision) {
        print_line(tr("Everything was in the study already; nothing was changed."));
    } else if (result.sources.size() > 1) {
        print_line(say_n("{} source imported.", "{} sources imported.", result.sources.size()));
    }
}

void print_result(const Material& material, const Result& result, const study::Study& study) {
    nlohmann::ordered_json json;
    json["sources"] = nlohmann::ordered_json::array();
    for (std::size_t i = 0; i < result.sources.size(); ++i) {
        const auto& source = result.sources[i];
        const auto& draft = material.drafts[i];
        json["sources"].push_back({{"name", source.name},
                                   {"file", draft.origin},
                                   {"turns", source.turns},
                                   {"words", study::sources::get(study, source.source).words},
                                   {"speakers", source.speakers},
                                   {"encoding", draft.content.encoding},
                                   {"encoding_assumed", draft.content.encoding_assumed},
                                   {"updated", source.updated},
                                   {"notes", source.notes}});
    }
    json["participants"] = nullptr;
    if (material.participants) {
        json["participants"] = {{"file", material.participants->file},
                                {"rows", material.participants->rows.size()},
                                {"notes", result.participant_notes}};
    }
    json["codings"] = nlohmann::ordered_json::array();
    for (std::size_t i = 0; i < result.codings.size(); ++i) {
        json["codings"].push_back({{"file", material.codings[i].file},
                                   {"added", result.codings[i].codings},
                                   {"present", result.codings[i].present},
                                   {"notes", result.codings[i].notes}});
    }
    json["revision"] = nullptr;
    if (result.revision) json["revision"] = *result.revision;
    print_json(json);
}

void run(const Options& options) {
    if (options.files.empty() && !options.participants && options.codings.empty()) {
        throw base::Error(base::ErrorKind::usage,
                          tr("There is nothing to import: give FILE, --participants or --codings."));
    }
    const Material material = read(options);
    const auto study = open_to_write(options.common.study);
    const Result result = bring_in(*study, material, options);
    if (options.common.json) {
        print_result(material, result, *study);
    } else {
        print_text(material, result, *study);
    }
}

}  // namespace

void add_import(CLI::App& program) {
    auto options = std::make_shared<Options>();
    auto* command =
        add_command(program, "import", tr("Bring in transcripts, participants and codings"), options->common);
    auto* files = command->add_option("FILE", options->files, tr("Transcripts"));
    auto* participant =
        command->add_option("--participant", options->participant, tr("Who is interviewed in these files"));
    participant->needs(files);
    command->add_option("--role", options->role, tr("The participant's role"))->needs(participant);
    command->add_option("--triad", options->triad, tr("The participant's triad"))->needs(participant);
    command->add_option("--participants", options->participants, tr("A table of who is who, .csv"));
    auto* codings =
        add_repeatable(*command, "--codings", options->codings, tr("A table of codings, .csv; repeatable"));
    command->add_option("--coder", options->coder, tr("Whose codings they are where the table does not say"));
    command->add_flag("--coded", options->coded, tr("Mark the sources as coded by those who coded them"))
        ->needs(codings);
    command->add_option("--encoding", options->encoding, tr("Of plain text, where it is known"));
    command->add_flag("--update", options->update, tr("Give sources of the same name the newer text"));
    command->callback([options] { run(*options); });
}

}  // namespace cli
