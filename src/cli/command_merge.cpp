// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/strings.h"
#include "base/translate.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/studies.h"
#include "report/merge_report.h"
#include "study/verbs/merge.h"

namespace cli {

namespace {

using base::say;
using base::tr;
using study::merging::MergePlan;
using study::merging::SameCodes;

struct Options {
    Common common;
    std::vector<std::string> others;
    std::string same_codes = "ask";
    bool dry_run = false;
};

SameCodes same_codes(const std::string& word) {
    if (word == "join") return SameCodes::join;
    return word == "apart" ? SameCodes::apart : SameCodes::ask;
}

void print_plan(const study::Study& study, const MergePlan& plan) {
    for (const auto& line : report::merge_lines(study, plan)) print_line(line);
}

/// Merges one copy, unless it is only to be looked at. Returns what became of it.
nlohmann::ordered_json merge(const Options& options, study::Study& study, const std::string& name) {
    study::merging::check_is_other_file(study, present_study_file(name));
    const auto other = open_to_read(name);
    const auto plan = study::merging::plan(study, *other, same_codes(options.same_codes));
    auto told = report::merge_json(study, plan);
    if (!options.common.json) print_plan(study, plan);
    if (!options.dry_run) {
        study::Edit edit(study, "merge");
        study::verbs::merge(edit, plan);
        const auto revision = edit.commit();
        told["merged"] = revision.has_value();
        if (!options.common.json) {
            print_line(
                revision ? say("Merged as step {} of the history; `trialogue undo` takes it back.", *revision)
                         : std::string(tr("Everything was here already; nothing was changed.")));
        }
    } else {
        told["merged"] = false;
    }
    return told;
}

void run(const Options& options) {
    auto all = nlohmann::ordered_json::array();
    // A look changes nothing, so that it need not wait for whoever writes.
    const auto study =
        options.dry_run ? open_to_read(options.common.study) : open_to_write(options.common.study);
    for (const auto& other : options.others) all.push_back(merge(options, *study, other));
    if (options.common.json) print_json({{"copies", all}});
}

}  // namespace

void add_merge(CLI::App& program) {
    auto options = std::make_shared<Options>();
    auto* command =
        add_command(program, "merge", tr("Take in what was done in copies of the study"), options->common);
    command->add_option("OTHER", options->others, tr("The copies, one after the other"))->required();
    command->add_flag("--dry-run", options->dry_run, tr("Only show what would be merged"));
    command
        ->add_option("--same-codes", options->same_codes,
                     tr("Codes that both added under one path, and that differ: join, apart, or ask"))
        ->check(CLI::IsMember({"ask", "join", "apart"}))
        ->capture_default_str();
    command->callback([options] { run(*options); });
}

}  // namespace cli
