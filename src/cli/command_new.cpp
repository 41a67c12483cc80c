// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>

#include "base/error.h"
#include "base/translate.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/studies.h"
#include "exchange/refi/codebook.h"
#include "report/new_study.h"

namespace cli {

namespace {

using base::say;
using base::tr;

struct Options {
    Common common;
    std::string name;
    std::string language = "nl";
    std::string codebook;
};

void run(const Options& options) {
    exchange::ReadCodebook read;
    if (!options.codebook.empty()) read = exchange::read_codebook(options.codebook);
    const auto path = study_file(options.common.study);
    const std::string name = options.name.empty() ? shown_name(path.stem().string()) : options.name;
    const std::string codebook = shown_name(std::filesystem::path(options.codebook).filename().string());
    const auto study = report::make_study({path, name, options.language, read, codebook, {}});
    const auto codes = read.codebook.codes().size();
    const std::string file = shown_name(study->path().string());
    if (options.common.json) {
        print_json({{"study", file},
                    {"name", study->name()},
                    {"language", study->language()},
                    {"guid", study->guid().to_string()},
                    {"codes", codes},
                    {"notes", read.losses}});
        return;
    }
    print_line(say("Made {}.", shown_name(study_file(options.common.study).string())));
    if (codes > 0) print_line(base::say_n("{} code in the codebook.", "{} codes in the codebook.", codes));
    for (const auto& loss : read.losses) print_line("  " + loss);
}

}  // namespace

void add_new(CLI::App& program) {
    auto options = std::make_shared<Options>();
    auto* command = add_command(program, "new", tr("Make a new study"), options->common);
    command->add_option("--name", options->name, tr("Its name, where it is not the file's"));
    command->add_option("--language", options->language, tr("Language of the interviews: nl, en, …"))
        ->check([](const std::string& language) {
            const bool fine = language.size() >= 2 && language.size() <= 3 &&
                              language.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos;
            return fine ? std::string() : say("“{}” is no language; write it as nl or en", language);
        })
        ->capture_default_str();
    command->add_option("--codebook", options->codebook, tr("A codebook to start with, .qdc"));
    command->callback([options] { run(*options); });
}

}  // namespace cli
