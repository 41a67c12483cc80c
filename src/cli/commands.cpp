// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"

#include "base/translate.h"

namespace cli {

CLI::App* add_command(CLI::App& program, const char* name, const std::string& help, Common& common) {
    CLI::App* command = program.add_subcommand(name, help);
    command->add_option("STUDY", common.study, base::tr("The study file"))->required();
    command->add_flag("--json", common.json, base::tr("Print JSON instead of text"));
    return command;
}

CLI::Option* add_repeatable(CLI::App& command, const char* name, std::vector<std::string>& values,
                            const std::string& help) {
    return command.add_option(name, values, help)->allow_extra_args(false);
}

}  // namespace cli
