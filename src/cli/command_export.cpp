// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <limits>

#include "base/error.h"
#include "base/files.h"
#include "base/strings.h"
#include "base/translate.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/counting_options.h"
#include "cli/output_file.h"
#include "cli/studies.h"
#include "exchange/refi/codebook.h"
#include "report/archive.h"
#include "report/codings_table.h"
#include "report/history_sentence.h"
#include "report/listing.h"
#include "report/passages.h"
#include "report/quotations.h"
#include "study/codes.h"
#include "study/copying.h"
#include "study/history.h"
#include "study/material.h"

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

/// Codings and quotations pass the filters of the command; all others stand as they are.
report::Listing listing_of(study::Study& study, const Options& options) {
    if (options.what == "participants") return report::participants_listing(study);
    if (options.what == "codebook") return report::codebook_listing(study::codes::codebook(study));
    if (options.what == "log") {
        return report::history_listing(study, std::numeric_limits<std::int64_t>::max());
    }
    const auto material = study::load_material(study);
    auto filter = coding_filter(options.filter, study, material);
    // Codings are for handing on, all of them; quotations are for reporting, as tables are.
    if (options.what == "quotations" && !filter.whose) filter.whose = whose(default_coder(material), study);
    const auto codings = report::selected_codings(material, filter);
    if (options.what == "codings") return report::codings_listing(study, material, codings);
    return report::quotations_listing(study, material, codings, filter.attribution);
}

void write_listing(study::Study& study, const Options& options, const OutputFile& file) {
    const auto listing = listing_of(study, options);
    if (file.ending == ".csv") {
        base::write_file(file.path, report::listing_csv(listing));
    } else if (file.ending == ".json") {
        base::write_file(file.path, report::listing_json(listing, options.what).dump(2) + "\n");
    } else if (file.ending == ".md") {
        base::write_file(file.path, options.what == "quotations" ? report::quotations_markdown(listing)
                                                                 : report::listing_markdown(listing));
    } else {
        const auto changed = study::History(study).changed_at();
        exchange::write_xlsx(report::listing_workbook(listing, changed), file.path);
    }
}

std::vector<std::string> endings_for(const std::string& what) {
    if (what == "study") return {".trialogue"};
    if (what == "archive") return {".zip"};
    std::vector<std::string> endings{".csv", ".json", ".md", ".xlsx"};
    if (what == "codebook") endings.insert(endings.begin(), ".qdc");
    return endings;
}

void run(const Options& options) {
    const bool filtered = options.what == "codings" || options.what == "quotations";
    if (!filtered && is_given(options.filter)) {
        throw base::Error(
            base::ErrorKind::usage,
            say("--coder, --where, --code and --attribution choose codings and quotations; they "
                "say nothing of --what {}.",
                options.what));
    }
    const auto file = output_file(options.output, endings_for(options.what));
    const auto study = open_to_read(options.common.study);
    refuse_to_overwrite(*study, file);
    if (options.what == "study") {
        study::copy_to(*study, file.path);
    } else if (options.what == "archive") {
        report::write_archive(*study, file.path);
    } else if (file.ending == ".qdc") {
        const auto codebook = study::codes::codebook(*study);
        base::write_file(file.path,
                         exchange::codebook_xml(codebook, "trialogue " TRIALOGUE_VERSION, study->language()));
    } else {
        write_listing(*study, options, file);
    }
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
        ->check(
            CLI::IsMember({"codings", "quotations", "codebook", "participants", "log", "study", "archive"}));
    command
        ->add_option(
            "-o,--output", options->output,
            tr("The file; its ending says the format: .csv, .json, .md, .xlsx, .qdc, .trialogue, .zip"))
        ->required();
    add_counting_options(*command, options->filter);
    command->callback([options] { run(*options); });
}

}  // namespace cli
