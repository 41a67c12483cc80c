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
#include "exchange/out/workbook.h"
#include "report/export_file.h"
#include "report/listing.h"
#include "search/grouping.h"
#include "search/word_list.h"
#include "study/history.h"

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
const std::vector<std::string> kEndings{".csv", ".json", ".md", ".xlsx"};

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

report::Listing frequencies(const search::WordList& list, const search::Contents& contents,
                            std::size_t limit) {
    report::Listing listing;
    listing.title = tr("Words");
    listing.columns = {{"words", tr("Words")}, {"count", tr("Count"), true}};
    for (const auto role : list.roles)
        listing.columns.push_back({"role:" + role_name(contents, role), role_name(contents, role), true});
    listing.columns.push_back({"participants", tr("Participants"), true});
    listing.columns.push_back({"sources", tr("Sources"), true});
    for (const auto& word : list.words) {
        if (listing.rows.size() == limit) break;
        std::vector<std::string> row{word.words, std::to_string(word.count)};
        for (const auto count : word.by_role) row.push_back(std::to_string(count));
        row.push_back(std::to_string(word.participants));
        row.push_back(std::to_string(word.sources));
        listing.rows.push_back(std::move(row));
    }
    return listing;
}

/// ROLE,ROLE, or with one --role the other one alone.
report::Listing differences(const search::WordList& list, const Options& options,
                            const search::Contents& contents, std::size_t limit) {
    const auto comma = options.against.find(',');
    if (comma == std::string::npos)
        throw base::Error(base::ErrorKind::usage,
                          say("--against {}: this is not ROLE,ROLE.", options.against));
    const auto first = search::role_named(contents, base::trimmed(options.against.substr(0, comma)));
    const auto second = search::role_named(contents, base::trimmed(options.against.substr(comma + 1)));
    report::Listing listing;
    listing.title = say("Words of {} against {}", role_name(contents, first), role_name(contents, second));
    listing.columns = {{"words", tr("Words")},
                       {"more_in", tr("More said by")},
                       {"log_likelihood", "G²"},
                       {"first", role_name(contents, first), true},
                       {"second", role_name(contents, second), true},
                       {"expected_first", say("Expected: {}", role_name(contents, first))},
                       {"expected_second", say("Expected: {}", role_name(contents, second))}};
    for (const auto& key : search::keyness(list, first, second, options.least)) {
        if (listing.rows.size() == limit) break;
        listing.rows.push_back({key.words, role_name(contents, key.more_in_first ? first : second),
                                fmt::format("{:.2f}", key.log_likelihood), std::to_string(key.first),
                                std::to_string(key.second), fmt::format("{:.1f}", key.expected_first),
                                fmt::format("{:.1f}", key.expected_second)});
    }
    return listing;
}

void write(const report::Listing& listing, study::Study& study, const Options& options) {
    const std::filesystem::path file = options.output;
    const std::string ending = report::ending_of(file, kEndings);
    report::refuse_to_overwrite(study, file);
    if (ending == ".csv") base::write_file(file, report::listing_csv(listing));
    if (ending == ".md") base::write_file(file, report::listing_markdown(listing));
    if (ending == ".json") base::write_file(file, report::listing_json(listing, "words").dump(2) + "\n");
    if (ending == ".xlsx")
        exchange::write_xlsx(report::listing_workbook(listing, study::History(study).changed_at()), file);
    print_written(file, options.common.json);
}

void run(const Options& options) {
    if (!options.output.empty()) static_cast<void>(report::ending_of(options.output, kEndings));
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
                                  : frequencies(list, search.contents(), limit);
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
    command->add_option("-o,--output", options->output, tr("A file: .csv, .json, .md or .xlsx"));
    command->callback([options] { run(*options); });
}

}  // namespace cli
