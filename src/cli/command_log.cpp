// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/translate.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/studies.h"
#include "cli/viewing.h"
#include "report/history/listing.h"

namespace cli {

namespace {

using base::tr;

struct Options {
    Common common;
    std::int64_t limit = 50;
};

void run(const Options& options) {
    const auto study = open_to_read(options.common.study);
    auto listing = report::history_listing(*study, sight_of(*study, options.common), options.limit);
    if (options.common.json) {
        print_json(report::listing_json(listing, "revisions"));
    } else if (listing.rows.empty()) {
        print_line(tr("Nothing has been done in this study yet."));
    } else {
        constexpr std::size_t kShown = 4;
        listing.columns.resize(kShown);
        for (auto& row : listing.rows) row.resize(kShown);
        print_listing(listing);
    }
}

}  // namespace

void add_log(CLI::App& program) {
    auto options = std::make_shared<Options>();
    auto* command = add_command(program, "log", tr("Show what was done, the newest first"), options->common);
    command->add_option("--limit", options->limit, tr("At most so many"))
        ->check(CLI::Range(std::int64_t{1}, std::int64_t{1'000'000}))
        ->capture_default_str();
    add_viewer(*command, options->common);
    command->callback([options] { run(*options); });
}

}  // namespace cli
