// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "analysis/agreement/agreement.h"
#include "analysis/agreement/trend.h"
#include "base/error.h"
#include "base/strings.h"
#include "base/translate.h"
#include "cli/agreement_options.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/counting_options.h"
#include "cli/output_file.h"
#include "cli/studies.h"
#include "cli/viewing.h"
#include "report/agreement/dispute_words.h"
#include "report/agreement/export.h"
#include "report/agreement/listing.h"
#include "report/agreement/names.h"
#include "report/agreement/notes.h"
#include "report/agreement/ratings.h"
#include "report/agreement/texts.h"
#include "report/agreement/trend.h"
#include "report/export_file.h"
#include "report/listing_file.h"
#include "study/history.h"

namespace cli {

namespace {

using analysis::AgreementSpec;
using analysis::Coefficient;
using base::Error;
using base::ErrorKind;
using base::say;
using base::tr;

struct Options {
    Common common;
    std::string ratings, level = "nominal";
    std::vector<std::string> categories;
    std::vector<std::string> coders, coefficients, codes, where;
    std::string unit = "character", rule = "any", by = "code", cluster = "source", method = "expanded";
    bool trim = false;
    double interval = 0.95;
    std::int64_t replicates = 2000, seed = 1, trend = 0;
    std::string output;
};

constexpr std::int64_t kFewestReplicates = 200, kMostReplicates = 1000000;

std::vector<Coefficient> coefficients_of(const Options& options, std::vector<Coefficient> usual) {
    if (options.coefficients.empty()) return usual;
    std::vector<Coefficient> wanted;
    for (const auto& id : options.coefficients) {
        const auto coefficient = analysis::coefficient_of(id);
        if (!coefficient) {
            std::vector<std::string> ids;
            for (const auto& one : analysis::coefficients()) ids.emplace_back(one.id);
            throw Error(ErrorKind::usage, say("There is no coefficient “{}”.", id),
                        say("Coefficients there are: {}.", base::join(ids, ", ")));
        }
        if (std::find(wanted.begin(), wanted.end(), *coefficient) == wanted.end())
            wanted.push_back(*coefficient);
    }
    return wanted;
}

void refuse_wrong_numbers(const Options& options) {
    if (!(options.interval > 0 && options.interval < 1)) {
        throw Error(ErrorKind::usage, tr("--interval is a share between 0 and 1, such as 0.95."));
    }
    if (options.replicates < kFewestReplicates || options.replicates > kMostReplicates) {
        throw Error(ErrorKind::usage,
                    say("--replicates is a number from {} to {}.", kFewestReplicates, kMostReplicates));
    }
    if (options.seed < 0) throw Error(ErrorKind::usage, tr("--seed is a number from 0."));
}

AgreementSpec spec_of(const Options& options, const study::Study& study, const model::Material& material) {
    CountingOptions choice;
    choice.codes = options.codes;
    choice.where = options.where;
    AgreementSpec spec;
    spec.coders = coders_of(options.coders, study, material);
    spec.unit = report::value_of_word(report::kUnits, options.unit, report::kUnits[0].second);
    spec.rule = report::value_of_word(report::kRules, options.rule, report::kRules[0].second);
    spec.trim = options.trim;
    spec.by = report::value_of_word(report::kRowsBy, options.by, report::kRowsBy[0].second);
    spec.coefficients = coefficients_of(options, spec.coefficients);
    if (options.coefficients.empty() && spec.by == analysis::AgreementBy::dimension) {
        spec.coefficients = {Coefficient::krippendorff_alpha_nominal, Coefficient::percent_agreement};
    }
    spec.codes = codes_of(choice, material.codebook);
    spec.where = where_of(choice);
    spec.cluster = report::value_of_word(report::kClusters, options.cluster, report::kClusters[0].second);
    spec.analytic = options.method == "analytic";
    if (!spec.analytic)
        spec.interval.method =
            report::value_of_word(report::kMethods, options.method, report::kMethods[0].second);
    spec.interval.level = options.interval;
    spec.interval.replicates = static_cast<std::size_t>(options.replicates);
    spec.interval.seed = static_cast<std::uint64_t>(options.seed);
    return spec;
}

void show(const report::NamedAgreement& agreement, const Options& options, std::int64_t created) {
    if (!options.output.empty()) {
        report::write_agreement(agreement, options.output, created);
        print_written(options.output, options.common.json);
    } else if (options.common.json) {
        print_json(report::agreement_json(agreement));
    } else {
        const auto lines = report::agreement_lines(agreement);
        print_line(lines.title);
        print_listing(lines);
        print_line("");
        for (const auto& note : agreement.notes) print_line(note);
    }
}

void run_on_ratings(const Options& options) {
    report::RatingsFileOptions how;
    how.level = report::value_of_word(report::kLevels, options.level, report::kLevels[0].second);
    how.categories = options.categories;
    how.coders = options.coders;
    const auto table = report::read_ratings(options.ratings, how);
    const auto wanted =
        coefficients_of(options, analysis::usual_coefficients(how.level, table.coders.size()));
    auto rows = analysis::agreement_of_table(table, wanted, options.interval);
    show(report::named(table, std::move(rows), how.level, options.interval), options, 0);
}

void run_on_study(const Options& options) {
    const auto study = open_to_read(options.common.study);
    if (!options.output.empty()) report::refuse_to_overwrite(*study, options.output);
    const auto sight = sight_of(*study, options.common);
    const auto material = sight.material();
    const auto spec = spec_of(options, *study, material);
    report::AgreementTexts texts(*study);
    const auto report = analysis::agreement(material, spec, [&](model::SourceId source, analysis::Unit unit) {
        return texts.units(source, unit);
    });
    auto named = report::named(report, material);
    if (!sight.sees_all()) {
        named.notes.insert(
            named.notes.begin(),
            tr("This study is coded blind: sources that who looks has not finished are left out."));
    }
    show(named, options, study::History(*study).changed_at());
}

/// Stretch by stretch of the work instead of code by code.
void run_trend(const Options& options) {
    const auto study = open_to_read(options.common.study);
    if (!options.output.empty()) report::refuse_to_overwrite(*study, options.output);
    const auto material = sight_of(*study, options.common).material();
    const auto spec = spec_of(options, *study, material);
    report::AgreementTexts texts(*study);
    const auto steps = analysis::trend(
        material, spec, report::finished_sources(*study, material, spec),
        static_cast<std::size_t>(options.trend),
        [&](model::SourceId source, analysis::Unit unit) { return texts.units(source, unit); });
    const auto listing = report::trend_listing(steps);
    if (!options.output.empty()) {
        report::write_listing(*study, listing, "trend", options.output);
        print_written(options.output, options.common.json);
    } else if (options.common.json) {
        print_json({{"trend", report::trend_json(steps, material)}});
    } else if (steps.empty()) {
        print_line(tr("No source has been marked as coded by two of these coders yet."));
    } else {
        print_line(
            fmt::format("{}, {}", listing.title, analysis::shown_name(steps.front().here.coefficient)));
        print_listing(listing);
        print_line("");
        const auto coders = report::observer_names(material, spec);
        for (const auto& note : report::trend_notes(spec, material, coders)) print_line(note);
    }
}

void run(const Options& options) {
    // A wrong ending is told before anything is counted.
    if (!options.output.empty()) {
        static_cast<void>(report::ending_of(options.output, report::agreement_endings()));
    }
    refuse_wrong_numbers(options);
    if (options.common.study.empty() == options.ratings.empty()) {
        throw Error(ErrorKind::usage, tr("Agreement is of a STUDY, or of a table: --ratings FILE.csv."));
    }
    if (options.trend > 0 && !options.ratings.empty()) {
        throw Error(ErrorKind::usage, tr("--trend is of a study; a table of ratings has no times."));
    }
    if (options.trend > 0) {
        run_trend(options);
    } else if (options.ratings.empty()) {
        run_on_study(options);
    } else {
        run_on_ratings(options);
    }
}

template <class Words>
std::vector<std::string> words_of(const Words& words) {
    std::vector<std::string> all;
    for (const auto& [word, choice] : words) all.emplace_back(word);
    return all;
}

void add_choices(CLI::App& command, Options& options) {
    const auto one_of = [&](const char* name, std::string& value, const std::vector<std::string>& words,
                            const std::string& help) {
        command.add_option(name, value, help)->check(CLI::IsMember(words))->capture_default_str();
    };
    auto by = words_of(report::kRowsBy);
    by.pop_back();  // categories are of tables of ratings
    auto methods = words_of(report::kMethods);
    methods.emplace_back("analytic");
    one_of("--unit", options.unit, words_of(report::kUnits), tr("What is compared"));
    one_of("--rule", options.rule, words_of(report::kRules),
           tr("A unit has a code that stands on any part of it, or on more than half"));
    one_of("--by", options.by, by, tr("What the rows are"));
    one_of("--cluster", options.cluster, words_of(report::kClusters), tr("What samples are drawn of"));
    one_of("--method", options.method, methods, tr("How intervals are made"));
    one_of("--level", options.level, words_of(report::kLevels), tr("With --ratings: what the ratings are"));
    command.add_flag("--trim", options.trim,
                     tr("Leave white space and punctuation at the ends of passages out"));
    command.add_option("--interval", options.interval, tr("How sure intervals are"))->capture_default_str();
    command.add_option("--replicates", options.replicates, tr("How many samples are drawn"))
        ->capture_default_str();
    command.add_option("--seed", options.seed, tr("Other samples for another number"))->capture_default_str();
}

}  // namespace

void add_agreement(CLI::App& program) {
    auto options = std::make_shared<Options>();
    auto* command = program.add_subcommand("agreement", tr("How far coders agree, and how sure that is"));
    command->add_option("STUDY", options->common.study, tr("The study file"));
    command->add_option("--ratings", options->ratings,
                        tr("Instead of a study: a table of units by coders, .csv"));
    command->add_flag("--json", options->common.json, tr("Print JSON instead of text"));
    const auto several = [&](const char* name, std::vector<std::string>& values, const std::string& help) {
        add_repeatable(*command, name, values, help)->delimiter(',');
    };
    several("--coders", options->coders,
            tr("Coders, separated by commas; also settled. Without it all who marked sources as coded"));
    several("--coefficient", options->coefficients, tr("Coefficients by their ids, separated by commas"));
    several("--categories", options->categories,
            tr("With --ratings: the categories in their order, separated by commas"));
    add_choices(*command, *options);
    command
        ->add_option("--trend", options->trend,
                     tr("Instead: how agreement went as sources were finished, in so many steps"))
        ->check(CLI::Range(std::int64_t{1}, std::int64_t{100}));
    add_repeatable(*command, "--where", options->where,
                   tr("Only participants with this ATTRIBUTE=VALUE; role and triad too; repeatable"));
    add_repeatable(*command, "--code", options->codes, tr("Only this code and those below it; repeatable"));
    command->add_option("-o,--output", options->output, tr("A file: .xlsx, .csv, .md or .json"));
    add_viewer(*command, options->common);
    command->callback([options] { run(*options); });
}

}  // namespace cli
