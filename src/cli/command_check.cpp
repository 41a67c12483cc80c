// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/translate.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/studies.h"
#include "study/checking.h"

namespace cli {

namespace {

using base::say_n;
using base::tr;

void run(const Common& common) {
    const auto study = open_to_read(common.study);
    const auto findings = study::check(*study);
    if (common.json) {
        print_json({{"whole", findings.empty()}, {"findings", findings}});
    } else if (findings.empty()) {
        print_line(base::say("{} is whole.", shown_name(present_study_file(common.study).string())));
    } else {
        for (const auto& finding : findings) print_line(finding);
        print_line(say_n("{} finding. The backups are in {}.", "{} findings. The backups are in {}.",
                         findings.size(), shown_name(study->backups().folder().string())));
    }
    if (!findings.empty()) throw CLI::RuntimeError(1);
}

}  // namespace

void add_check(CLI::App& program) {
    auto common = std::make_shared<Common>();
    auto* command = add_command(program, "check", tr("Look whether the study is whole"), *common);
    command->callback([common] { run(*common); });
}

}  // namespace cli
