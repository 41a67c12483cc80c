// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "analysis/agreement/confusion.h"
#include "analysis/agreement/disputes.h"
#include "base/translate.h"
#include "cli/agreement_options.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/output_file.h"
#include "cli/studies.h"
#include "cli/viewing.h"
#include "report/agreement/disagreements.h"
#include "report/agreement/dispute_listings.h"
#include "report/agreement/dispute_words.h"
#include "report/agreement/texts.h"
#include "report/listing_file.h"
#include "text/text.h"

namespace cli {

namespace {

using base::tr;

struct Options {
    Common common;
    std::vector<std::string> coders, codes;
    bool trim = false, confusion = false;
    std::string output;
};

/// On paper and in files the whole quotation stands; a terminal shows its head.
constexpr text::Position kShownQuote = 60;

void print_passages(report::Listing listing) {
    // Begin and end are one place for people; the names above a code and those of other codes are in the
    // file.
    report::Listing shown;
    shown.columns = {listing.columns[0], {"at", tr("Characters")}, listing.columns[4], listing.columns[5],
                     listing.columns[6], listing.columns[9],       listing.columns[10]};
    for (const auto& row : listing.rows) {
        shown.rows.push_back({row[0], row[1] + ":" + row[2], report::text_of_word(row[4]),
                              model::path_parts(row[5]).back(), row[6], row[9],
                              text::shortened(row[10], kShownQuote)});
    }
    print_listing(shown);
}

/// Whether a dispute is about one of these codes or what stands below them; all are where none is named.
bool is_about(const analysis::Dispute& dispute, const std::vector<model::CodeId>& codes,
              const model::Codebook& codebook) {
    return codes.empty() || std::any_of(dispute.codes.begin(), dispute.codes.end(), [&](model::CodeId code) {
               return std::any_of(codes.begin(), codes.end(),
                                  [&](model::CodeId ancestor) { return codebook.is_within(code, ancestor); });
           });
}

report::Listing listing_of(const study::Study& study, const model::Material& material,
                           const analysis::AgreementSpec& spec, bool confusion) {
    const report::AgreementTexts texts(study);
    const auto units = [&](model::SourceId source, analysis::Unit unit) { return texts.units(source, unit); };
    if (confusion) return report::confusion_listing(material, analysis::confusions(material, spec, units));
    // What several coders differ on has no two sides, and so no effect.
    if (spec.coders.size() != 2) {
        return report::disagreements_listing(study, material, spec.coders,
                                             analysis::disagreements(material, spec, units));
    }
    const auto disputes = analysis::disputes(material, spec, units);
    std::vector<std::size_t> places;
    for (const std::size_t place : analysis::by_effect(disputes)) {
        if (is_about(disputes.list[place], spec.codes, material.codebook)) places.push_back(place);
    }
    return report::disagreements_listing(study, material, spec, disputes, places);
}

void run(const Options& options) {
    if (!options.output.empty()) {
        report::refuse_wrong_listing_ending(options.output);
    }
    const auto study = open_to_read(options.common.study);
    const auto material = sight_of(*study, options.common).material();
    analysis::AgreementSpec spec;
    spec.coders = coders_of(options.coders, *study, material);
    spec.trim = options.trim;
    for (const auto& code : options.codes) spec.codes.push_back(material.codebook.resolve(code).id);
    const auto listing = listing_of(*study, material, spec, options.confusion);
    const std::string name = options.confusion ? "cells" : "disagreements";
    if (!options.output.empty()) {
        report::write_listing(*study, listing, name, options.output);
        print_written(options.output, options.common.json);
    } else if (options.common.json) {
        print_json(report::listing_json(listing, name));
    } else if (options.confusion) {
        print_listing(listing);
    } else if (listing.rows.empty()) {
        print_line(tr("There is no disagreement on the sources that both marked as coded."));
    } else {
        print_passages(listing);
    }
}

}  // namespace

void add_disagreements(CLI::App& program) {
    auto options = std::make_shared<Options>();
    auto* command = add_command(
        program, "disagreements",
        tr("Each passage on which coders differ, those on which the matrix hangs first"), options->common);
    add_repeatable(
        *command, "--coders", options->coders,
        tr("Coders, separated by commas; also settled. Without it all who marked sources as coded"))
        ->delimiter(',');
    add_repeatable(*command, "--code", options->codes, tr("Only this code and those below it; repeatable"));
    command->add_flag("--trim", options->trim,
                      tr("Leave white space and punctuation at the ends of passages out"));
    command->add_flag("--confusion", options->confusion,
                      tr("Instead: which codes two coders took for each other"));
    command->add_option("-o,--output", options->output, tr("A file: .xlsx, .csv, .md or .json"));
    add_viewer(*command, options->common);
    command->callback([options] { run(*options); });
}

}  // namespace cli
