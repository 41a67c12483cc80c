// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/translate.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/studies.h"
#include "search/index.h"
#include "study/forgetting.h"

namespace cli {

namespace {

using base::say;
using base::tr;

struct Options {
    Common common;
    bool yes = false;
};

void run(const Options& options) {
    if (!options.yes) {
        throw base::Error(
            base::ErrorKind::usage,
            tr("Forgetting cannot be undone: it removes old values from the history, texts that "
               "no source shows any more, and all backups."),
            tr("Say --yes to do it."));
    }
    const auto study = open_to_write(options.common.study);
    const auto forgotten = study::forget(*study);
    // The index holds words of texts that are gone now.
    if (const auto folder = search::index_folder()) search::Index::remove(study->guid(), *folder);
    if (options.common.json) {
        print_json(
            {{"revisions", forgotten.revisions}, {"texts", forgotten.texts}, {"backups", forgotten.backups}});
    } else {
        print_line(say("Forgotten: old values of {} revisions, {} texts, {} backups.", forgotten.revisions,
                       forgotten.texts, forgotten.backups));
    }
}

}  // namespace

void add_forget(CLI::App& program) {
    auto options = std::make_shared<Options>();
    auto* command =
        add_command(program, "forget", tr("Remove for good what the history still holds"), options->common);
    command->add_flag("--yes", options->yes, tr("Really: it cannot be undone"));
    command->callback([options] { run(*options); });
}

}  // namespace cli
