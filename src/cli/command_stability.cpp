// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/stability.h"

#include "base/files.h"
#include "base/translate.h"
#include "cli/agreement_options.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/output_file.h"
#include "cli/studies.h"
#include "cli/viewing.h"
#include "report/agreement/dispute_listings.h"
#include "report/agreement/texts.h"
#include "report/listing_file.h"

namespace cli {

namespace {

using base::tr;

struct Options {
    Common common;
    std::vector<std::string> coders;
    std::string columns = "role", output;
    bool trim = false;
};

void run(const Options& options) {
    if (!options.output.empty()) report::refuse_wrong_listing_ending(options.output);
    const auto study = open_to_read(options.common.study);
    const auto material = sight_of(*study, options.common).material();
    analysis::AgreementSpec spec;
    spec.coders = coders_of(options.coders, *study, material);
    spec.trim = options.trim;
    const report::AgreementTexts texts(*study);
    const auto disputes = analysis::disputes(
        material, spec,
        [&](model::SourceId source, analysis::Unit unit) { return texts.units(source, unit); });
    const auto found =
        analysis::stability(material, spec, disputes, analysis::Axis::parse(options.columns, material));
    const auto listing = report::stability_listing(material, spec, found);
    if (!options.output.empty()) {
        report::write_listing(*study, listing, "cells", options.output);
        print_written(options.output, options.common.json);
    } else if (options.common.json) {
        auto json = report::listing_json(listing, "cells");
        json["of"] = found.cells.size();
        json["same"] = found.same;
        json["hanging"] = found.hanging;
        json["uncompared"] = found.uncompared;
        print_json(json);
    } else {
        print_listing(listing);
        print_line("");
        for (const auto& note : report::stability_notes(found)) print_line(note);
    }
}

}  // namespace

void add_stability(CLI::App& program) {
    auto options = std::make_shared<Options>();
    auto* command = add_command(program, "stability",
                                tr("What the matrix would be by each coder's work alone, and what of it "
                                   "hangs on open disagreements"),
                                options->common);
    add_repeatable(*command, "--coders", options->coders,
                   tr("Two coders, separated by a comma. Without it those who marked sources as coded"))
        ->delimiter(',');
    command
        ->add_option("--columns", options->columns,
                     tr("The columns: role, triad, participant or an attribute"))
        ->capture_default_str();
    command->add_flag("--trim", options->trim,
                      tr("Leave white space and punctuation at the ends of passages out"));
    command->add_option("-o,--output", options->output, tr("A file: .xlsx, .csv, .md or .json"));
    add_viewer(*command, options->common);
    command->callback([options] { run(*options); });
}

}  // namespace cli
