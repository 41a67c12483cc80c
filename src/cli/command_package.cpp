// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/translate.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/studies.h"
#include "report/plan_sample.h"
#include "study/packages.h"
#include "study/packaging.h"
#include "study/sources.h"
#include "study/verbs/package.h"

namespace cli {

namespace {

using base::say;
using base::say_n;
using base::tr;

struct Options {
    Common common;
    std::string coder;
    std::string output;
    std::vector<std::string> sources;
    std::size_t sample = 0;
    std::uint64_t seed = 1;
    std::string codebook = "open";
    double width = 0;
};

std::vector<model::SourceId> chosen(const study::Study& study, const Options& options) {
    std::vector<model::SourceId> ids;
    if (options.sample > 0) return study::packages::draw(study, options.sample, options.seed);
    for (const auto& name : options.sources) ids.push_back(study::sources::resolve(study, name).id);
    if (!options.sources.empty()) return ids;
    for (const auto& source : study::sources::all(study)) ids.push_back(source.id);
    return ids;
}

std::vector<std::string> names_of(const study::Study& study, const std::vector<model::SourceId>& ids) {
    std::vector<std::string> names;
    for (const auto& source : study::sources::all(study)) {
        if (std::find(ids.begin(), ids.end(), source.id) != ids.end()) names.push_back(source.name);
    }
    return names;
}

void run(const Options& options) {
    const auto file = study_file(options.output);
    std::error_code ignored;
    if (std::filesystem::exists(file, ignored)) {
        throw base::Error(base::ErrorKind::conflict, say("{} exists already.", file.string()),
                          tr("Choose another name, or remove that file first."));
    }
    const auto study = open_to_write(options.common.study);
    const auto sources = chosen(*study, options);
    study::packages::Contents contents;
    {
        study::Edit edit(*study, "package", {{"file", file.filename().string()}});
        contents = study::verbs::assign(edit, options.coder, sources);
        edit.commit();
    }
    contents.frozen = options.codebook == "frozen";
    study::packages::write(*study, contents, file);
    const auto names = names_of(*study, sources);
    nlohmann::ordered_json json{{"file", file.string()},
                                {"coder", options.coder},
                                {"sources", names},
                                {"codebook", options.codebook}};
    if (options.sample > 0) json["seed"] = options.seed;
    if (options.width > 0) json["sources_for_width"] = report::sources_for_width(*study, options.width);
    if (options.common.json) return print_json(json);
    print_line(say_n("{} source for {}, in {}.", "{} sources for {}, in {}.", names.size(), options.coder,
                     file.string()));
    if (options.sample > 0) {
        print_line(say("Drawn by role and triad with seed {}: the same seed draws the same.", options.seed));
    }
    if (contents.frozen) print_line(tr("The codebook is to stay as it is in that copy."));
    if (options.width > 0) print_line(report::sentence_for_width(*study, options.width));
    print_line(say("When it comes back: `trialogue merge {} {}`.", options.common.study, file.string()));
}

}  // namespace

void add_package(CLI::App& program) {
    auto options = std::make_shared<Options>();
    auto* command = add_command(
        program, "package", tr("Make a copy for a second coder, without what others coded"), options->common);
    command->add_option("--for", options->coder, tr("Who shall code it"))->required();
    command->add_option("-o,--output", options->output, tr("The file of the copy"))->required();
    auto* sources = add_repeatable(*command, "--source", options->sources,
                                   tr("Only this source; may be given several times"));
    command
        ->add_option("--sample", options->sample,
                     tr("Draw so many sources, from each role its part, from triads in turn"))
        ->check(CLI::PositiveNumber)
        ->excludes(sources);
    command->add_option("--seed", options->seed, tr("What the draw begins with"))->capture_default_str();
    command->add_option("--codebook", options->codebook, tr("open; or frozen: it is to stay as it is"))
        ->check(CLI::IsMember({"open", "frozen"}))
        ->capture_default_str();
    command
        ->add_option("--plan-width", options->width,
                     tr("Say how many sources an interval of kappa of that width needs"))
        ->check(CLI::Range(0.02, 1.0));
    command->callback([options] { run(*options); });
}

}  // namespace cli
