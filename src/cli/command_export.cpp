// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>

#include "base/error.h"
#include "base/translate.h"
#include "cli/commands.h"
#include "cli/counting_options.h"
#include "cli/output_file.h"
#include "cli/studies.h"
#include "cli/viewing.h"
#include "report/export_file.h"
#include "report/exports.h"

namespace cli {

namespace {

using base::say;
using base::tr;

struct Options {
    Common common;
    std::string what;
    std::string output;
    CountingOptions filter;
};

void run(const Options& options) {
    const bool filtered = options.what == "codings" || options.what == "quotations";
    if (!filtered && is_given(options.filter)) {
        throw base::Error(
            base::ErrorKind::usage,
            say("--coder, --where, --code and --attribution choose codings and quotations; they "
                "say nothing of --what {}.",
                options.what));
    }
    // A wrong ending is told before the study is opened.
    const std::filesystem::path file = options.output;
    static_cast<void>(report::ending_of(file, report::endings_of(options.what)));
    const auto study = open_to_read(options.common.study);
    const auto sight = sight_of(*study, options.common);
    report::write_part(*study, sight, options.what, coding_filter(options.filter, *study), file);
    print_written(file, options.common.json);
}

}  // namespace

void add_export(CLI::App& program) {
    auto options = std::make_shared<Options>();
    auto* command = add_command(program, "export", tr("Write parts of a study, or all of it, to a file"),
                                options->common);
    command
        ->add_option(
            "--what", options->what,
            tr("codings, quotations, codebook, participants, log; study: a whole copy; archive: all of "
               "it in one .zip"))
        ->required()
        ->check(CLI::IsMember(report::parts()));
    command
        ->add_option(
            "-o,--output", options->output,
            tr("The file; its ending says the format: .csv, .json, .md, .xlsx, .qdc, .trialogue, .zip"))
        ->required();
    add_counting_options(*command, options->filter);
    add_viewer(*command, options->common);
    command->callback([options] { run(*options); });
}

}  // namespace cli
