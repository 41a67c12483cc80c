// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/agreement/disagreements.h"
#include "base/files.h"
#include "base/translate.h"
#include "cli/agreement_options.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/output_file.h"
#include "cli/studies.h"
#include "report/agreement_disagreements.h"
#include "report/agreement_export.h"
#include "report/agreement_texts.h"
#include "report/export_file.h"
#include "study/history.h"
#include "study/material.h"
#include "text/text.h"

namespace cli {

namespace {

using base::tr;

struct Options {
    Common common;
    std::vector<std::string> coders, codes;
    bool trim = false;
    std::string output;
};

/// On paper and in files the whole quotation stands; a terminal shows its head.
constexpr text::Position kShownQuote = 60;

void write(study::Study& study, const report::Listing& listing, const std::string& file) {
    report::refuse_to_overwrite(study, file);
    const std::string ending = report::ending_of(file, report::agreement_endings());
    if (ending == ".csv") {
        base::write_file(file, report::listing_csv(listing));
    } else if (ending == ".json") {
        base::write_file(file, report::listing_json(listing, "disagreements").dump(2) + "\n");
    } else if (ending == ".md") {
        base::write_file(file, report::listing_markdown(listing));
    } else {
        exchange::write_xlsx(report::listing_workbook(listing, study::History(study).changed_at()), file);
    }
}

void print_passages(report::Listing listing) {
    // Begin, end and length are one place for people; names of other codes are in the file.
    report::Listing shown;
    shown.columns = {listing.columns[0], {"at", tr("Characters")}, listing.columns[4], listing.columns[5],
                     listing.columns[6], listing.columns[9],       listing.columns[10]};
    for (const auto& row : listing.rows) {
        shown.rows.push_back({row[0], row[1] + ":" + row[2], row[4], row[5], row[6], row[9],
                              text::shortened(row[10], kShownQuote)});
    }
    print_listing(shown);
}

void run(const Options& options) {
    if (!options.output.empty()) {
        static_cast<void>(report::ending_of(options.output, report::agreement_endings()));
    }
    const auto study = open_to_read(options.common.study);
    const auto material = study::load_material(*study);
    analysis::AgreementSpec spec;
    spec.coders = coders_of(options.coders, *study, material);
    spec.trim = options.trim;
    for (const auto& code : options.codes) spec.codes.push_back(material.codebook.resolve(code).id);
    const report::AgreementTexts texts(*study);
    const auto found = analysis::disagreements(
        material, spec,
        [&](model::SourceId source, analysis::Unit unit) { return texts.units(source, unit); });
    const auto listing = report::disagreements_listing(*study, material, spec.coders, found);
    if (!options.output.empty()) {
        write(*study, listing, options.output);
        print_written(options.output, options.common.json);
    } else if (options.common.json) {
        print_json(report::listing_json(listing, "disagreements"));
    } else if (listing.rows.empty()) {
        print_line(tr("There is no disagreement on the sources that both marked as coded."));
    } else {
        print_passages(listing);
    }
}

}  // namespace

void add_disagreements(CLI::App& program) {
    auto options = std::make_shared<Options>();
    auto* command =
        add_command(program, "disagreements", tr("Each passage on which coders differ, the longest first"),
                    options->common);
    add_repeatable(
        *command, "--coders", options->coders,
        tr("Coders, separated by commas; also settled. Without it all who marked sources as coded"))
        ->delimiter(',');
    add_repeatable(*command, "--code", options->codes, tr("Only this code and those below it; repeatable"));
    command->add_flag("--trim", options->trim,
                      tr("Leave white space and punctuation at the ends of passages out"));
    command->add_option("-o,--output", options->output, tr("A file: .xlsx, .csv, .md or .json"));
    command->callback([options] { run(*options); });
}

}  // namespace cli
