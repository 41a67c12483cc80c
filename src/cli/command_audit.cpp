// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/translate.h"
#include "cli/agreement_options.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/output_file.h"
#include "cli/studies.h"
#include "cli/viewing.h"
#include "report/agreement/audit.h"
#include "report/agreement/names.h"
#include "report/export_file.h"

namespace cli {

namespace {

using base::tr;

struct Options {
    Common common;
    std::vector<std::string> coders, outputs;
    std::string unit = "character", rule = "any", cluster = "source";
    bool trim = false;
    std::int64_t seed = 1;
};

void run(const Options& options) {
    for (const auto& file : options.outputs)
        static_cast<void>(report::ending_of(file, report::audit_endings()));
    if (options.seed < 0) throw base::Error(base::ErrorKind::usage, tr("--seed is a number from 0."));
    const auto study = open_to_read(options.common.study);
    const auto material = sight_of(*study, options.common).material();
    analysis::AgreementSpec spec;
    spec.coders = coders_of(options.coders, *study, material);
    spec.unit = report::value_of_word(report::kUnits, options.unit, report::kUnits[0].second);
    spec.rule = report::value_of_word(report::kRules, options.rule, report::kRules[0].second);
    spec.cluster = report::value_of_word(report::kClusters, options.cluster, report::kClusters[0].second);
    spec.trim = options.trim;
    spec.interval.seed = static_cast<std::uint64_t>(options.seed);
    spec.coefficients = report::audit_coefficients();
    for (const auto& file : options.outputs) {
        report::write_audit(*study, material, spec, file);
        print_written(file, options.common.json);
    }
}

template <class Words>
std::vector<std::string> words_of(const Words& words) {
    std::vector<std::string> all;
    for (const auto& [word, choice] : words) all.emplace_back(word);
    return all;
}

}  // namespace

void add_audit(CLI::App& program) {
    auto options = std::make_shared<Options>();
    auto* command = add_command(program, "audit", tr("A report on the agreement of two coders, to be signed"),
                                options->common);
    add_repeatable(*command, "--coders", options->coders,
                   tr("Two coders, separated by a comma. Without it those who marked sources as coded"))
        ->delimiter(',');
    command->add_option("--unit", options->unit, tr("What is compared"))
        ->check(CLI::IsMember(words_of(report::kUnits)))
        ->capture_default_str();
    command->add_option("--rule", options->rule, tr("When a unit has a code"))
        ->check(CLI::IsMember(words_of(report::kRules)))
        ->capture_default_str();
    command->add_option("--cluster", options->cluster, tr("What is drawn when samples are drawn"))
        ->check(CLI::IsMember(words_of(report::kClusters)))
        ->capture_default_str();
    command->add_flag("--trim", options->trim,
                      tr("Leave white space and punctuation at the ends of passages out"));
    command->add_option("--seed", options->seed, tr("Other samples for another number"))
        ->capture_default_str();
    add_repeatable(
        *command, "-o,--output", options->outputs,
        tr("A file: .html to print, .xlsx, .csv for the units, .json for all the data; repeatable"))
        ->required();
    add_viewer(*command, options->common);
    command->callback([options] { run(*options); });
}

}  // namespace cli
