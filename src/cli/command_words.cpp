// SPDX-License-Identifier: GPL-3.0-or-later
#include <limits>

#include "base/error.h"
#include "base/files.h"
#include "base/strings.h"
#include "base/translate.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/output_file.h"
#include "cli/studies.h"
#include "report/export_file.h"
#include "report/search/export.h"
#include "report/search/word_lists.h"
#include "search/grouping.h"
#include "search/word_list.h"

namespace cli {

namespace {

using base::say;
using base::tr;

struct Options {
    Common common;
    std::size_t limit = 50;
    int length = 1;
    std::int64_t least = 1;
    std::vector<std::string> roles, stop;
    std::string stop_file, against, output;
    bool all_words = false, interviewers = false;
};

constexpr std::uintmax_t kLargestList = 10 << 20;

std::string role_name(const search::Contents& contents, model::RoleId id) {
    const auto* role = contents.role(id);
    return role == nullptr ? "" : role->name;
}

search::WordListSpec spec_of(const Options& options, search::Search& search) {
    search::WordListSpec spec;
    spec.length = options.length;
    spec.least = options.least;
    spec.interviewers = options.interviewers;
    for (const auto& role : options.roles) spec.roles.push_back(search::role_named(search.contents(), role));
    if (!options.all_words) spec.stop_words = search::stop_words(search.study().language());
    if (!options.stop_file.empty()) {
        for (auto& word : search::terms_of(base::read_file(options.stop_file, kLargestList)))
            spec.stop_words.push_back(std::move(word));
    }
    for (const auto& words : options.stop) {
        for (auto& word : search::terms_of(words)) spec.stop_words.push_back(std::move(word));
    }
    return spec;
}

/// ROLE,ROLE: the words of the one against the other's.
report::Listing differences(const search::WordList& list, const Options& options,
                            const search::Contents& contents, std::size_t limit) {
    const auto comma = options.against.find(',');
    if (comma == std::string::npos)
        throw base::Error(base::ErrorKind::usage,
                          say("--against {}: this is not ROLE,ROLE.", options.against));
    const auto first = search::role_named(contents, base::trimmed(options.against.substr(0, comma)));
    const auto second = search::role_named(contents, base::trimmed(options.against.substr(comma + 1)));
    return report::keyness_listing(search::keyness(list, first, second, options.least), first, second,
                                   contents, limit);
}

void write(const report::Listing& listing, study::Study& study, const Options& options) {
    report::write_found(study, listing, "words", options.output);
    print_written(options.output, options.common.json);
}

void run(const Options& options) {
    if (!options.output.empty())
        static_cast<void>(report::ending_of(options.output, report::found_endings()));
    const auto study = open_to_read(options.common.study);
    // Every word is read anyway, so there is nothing that an index would save.
    search::Search search(*study, search::KeepIndex::in_memory);
    auto spec = spec_of(options, search);
    const bool compares = !options.against.empty();
    if (compares) spec.roles.clear(), spec.least = 1;
    const auto list = search::word_list(search, spec);
    const std::size_t limit = options.limit == 0 || !options.output.empty()
                                  ? std::numeric_limits<std::size_t>::max()
                                  : options.limit;
    const auto listing = compares ? differences(list, options, search.contents(), limit)
                                  : report::frequency_listing(list, search.contents(), limit);
    if (!options.output.empty()) return write(listing, *study, options);
    if (options.common.json) {
        auto json = report::listing_json(listing, "words");
        json["total"] = list.total;
        json["totals"] = nlohmann::ordered_json::object();
        for (std::size_t i = 0; i < list.roles.size(); ++i)
            json["totals"][role_name(search.contents(), list.roles[i])] = list.totals[i];
        return print_json(json);
    }
    print_listing(listing);
    print_line("");
    print_line(base::say_n("Counted: {} word in all, stop words too.",
                           "Counted: {} words in all, stop words too.",
                           static_cast<std::size_t>(list.total)));
    if (compares) {
        for (std::size_t i = 0; i < list.roles.size(); ++i)
            print_line("  " + role_name(search.contents(), list.roles[i]) + ": " +
                       std::to_string(list.totals[i]));
        print_line(tr("G² = 2 Σ O ln(O/E) over both roles; above 3.84 it is rarer than 1 in 20 by chance."));
    }
}

}  // namespace

void add_words(CLI::App& program) {
    auto options = std::make_shared<Options>();
    auto* command = add_command(program, "words", tr("Count words, by role or one role against another"),
                                options->common);
    command->add_option("--limit", options->limit, tr("At most so many words; 0 for all"))
        ->capture_default_str();
    command->add_option("--length", options->length, tr("So many words that follow each other"))
        ->check(CLI::Range(1, 5))
        ->capture_default_str();
    command->add_option("--least", options->least, tr("Leave out what occurs less often"))
        ->capture_default_str();
    add_repeatable(*command, "--role", options->roles, tr("Only what this role says; repeatable"));
    command->add_option("--against", options->against, tr("ROLE,ROLE: the words that set the two apart"));
    add_repeatable(*command, "--stop", options->stop, tr("Leave out these words as well; repeatable"));
    command->add_option("--stop-words", options->stop_file, tr("A file of further words to leave out"));
    command->add_flag("--all-words", options->all_words, tr("Leave out none of the language's stop words"));
    command->add_flag("--interviewers", options->interviewers, tr("Count what interviewers say as well"));
    command->add_option("-o,--output", options->output, tr("A file: .xlsx, .csv, .md, .html or .json"));
    command->callback([options] { run(*options); });
}

}  // namespace cli
