// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/translate.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/studies.h"
#include "study/coders.h"
#include "study/settings.h"
#include "study/verbs/package.h"
#include "study/verbs/settings.h"

namespace cli {

namespace {

using base::say;
using base::tr;

struct Options {
    Common common;
    std::vector<std::string> supervisors, ordinary;
    std::string blind;
};

void set(study::Study& study, const std::string& name, bool supervisor) {
    const auto coder = study::coders::resolve(study, name);
    study::Edit edit(study, "set_supervisor");
    study::verbs::set_supervisor(edit, coder.id, supervisor);
    edit.commit();
}

void change(const Options& options) {
    const auto study = open_to_write(options.common.study);
    for (const auto& name : options.supervisors) set(*study, name, true);
    for (const auto& name : options.ordinary) set(*study, name, false);
    if (options.blind.empty()) return;
    study::Edit edit(*study, "set_setting", {{"setting", study::settings::kBlind}});
    study::verbs::set_setting(edit, study::settings::kBlind, options.blind == "on" ? "1" : "");
    edit.commit();
}

void run(const Options& options) {
    if (!options.supervisors.empty() || !options.ordinary.empty() || !options.blind.empty()) change(options);
    const auto study = open_to_read(options.common.study);
    const bool blind = study::settings::get(*study, study::settings::kBlind) == "1";
    auto coders = nlohmann::ordered_json::array();
    for (const auto& coder : study::coders::all(*study)) {
        coders.push_back(
            {{"name", coder.name}, {"guid", coder.guid.to_string()}, {"supervisor", coder.supervisor}});
        if (options.common.json) continue;
        print_line(coder.supervisor ? say("{} (supervisor: sees others' work)", coder.name) : coder.name);
    }
    if (options.common.json) {
        print_json({{"blind", blind}, {"coders", coders}});
    } else {
        if (coders.empty()) print_line(tr("Nobody has coded in this study yet."));
        print_line(
            blind ? tr("Blind coding is on: others' work on a source is shown when both have marked it as "
                       "coded.")
                  : tr("Blind coding is off."));
    }
}

}  // namespace

void add_coders(CLI::App& program) {
    auto options = std::make_shared<Options>();
    auto* command =
        add_command(program, "coders", tr("Show who codes, and who may see others' work"), options->common);
    add_repeatable(*command, "--supervisor", options->supervisors,
                   tr("Give this coder the right to see all in blind coding"));
    add_repeatable(*command, "--no-supervisor", options->ordinary, tr("Take the right away"));
    command->add_option("--blind", options->blind, tr("Turn blind coding on or off"))
        ->check(CLI::IsMember({"on", "off"}));
    command->callback([options] { run(*options); });
}

}  // namespace cli
