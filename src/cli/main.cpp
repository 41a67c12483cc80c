// SPDX-License-Identifier: GPL-3.0-or-later
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <filesystem>
#include <new>

#include "base/error.h"
#include "base/translate.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/studies.h"

namespace {

using base::say;
using base::tr;

/// What the process returns.
enum ExitCode { kDone = 0, kCouldNot = 1, kUsage = 2 };

/// The one printer of errors: what happened, then what to do.
void print_error(const std::string& message, const std::string& hint = {}) {
    std::fprintf(stderr, "trialogue: %s\n", message.c_str());
    if (!hint.empty()) std::fprintf(stderr, "  %s\n", hint.c_str());
}

std::string usage_line(const CLI::App& app) {
    const std::string help = app.get_parent() == nullptr ? app.help() : app.help("trialogue");
    const auto begin = help.find("Usage:");
    if (begin == std::string::npos) return {};
    return help.substr(begin, help.find('\n', begin) - begin);
}

int usage_error(const CLI::App& program, const std::string& message, const std::string& hint = {}) {
    const auto chosen = program.get_subcommands();
    const CLI::App& app = chosen.empty() ? program : *chosen.front();
    print_error(message, hint);
    const std::string name = chosen.empty() ? "" : chosen.front()->get_name() + " ";
    std::fprintf(stderr, "%s\n%s\n", usage_line(app).c_str(),
                 say("`trialogue {}--help` explains it.", name).c_str());
    return kUsage;
}

/// The window is a program of its own, so that the command line needs no display.
int start_window(const CLI::App& program, const std::string& study) {
    std::error_code ignored;
    if (!study.empty() && !std::filesystem::exists(cli::present_study_file(study), ignored)) {
        return usage_error(program, say("There is no command and no study file “{}”.", study));
    }
    const auto window =
        std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path() / "trialogue-window";
    if (std::filesystem::exists(window, ignored)) {
        const std::string file = study.empty() ? "" : cli::present_study_file(study).string();
        ::execl(window.c_str(), window.c_str(), study.empty() ? nullptr : file.c_str(), nullptr);
        print_error(say("{} could not be started.", window.string()));
        return kCouldNot;
    }
    print_error(tr("This build has no window yet; give a command."));
    std::fputs(program.help().c_str(), stderr);
    return kUsage;
}

void add_commands(CLI::App& program) {
    cli::add_new(program);
    cli::add_import(program);
    cli::add_sources(program);
    cli::add_show(program);
    cli::add_speakers(program);
    cli::add_participants(program);
    cli::add_codebook(program);
    cli::add_code(program);
    cli::add_uncode(program);
    cli::add_mark(program);
    cli::add_matrix(program);
    cli::add_agreement(program);
    cli::add_disagreements(program);
    cli::add_settle(program);
    cli::add_stability(program);
    cli::add_audit(program);
    cli::add_search(program);
    cli::add_words(program);
    cli::add_export(program);
    cli::add_undo(program);
    cli::add_redo(program);
    cli::add_log(program);
    cli::add_check(program);
    cli::add_package(program);
    cli::add_merge(program);
    cli::add_coders(program);
    cli::add_forget(program);
}

/// Reads the arguments; the command that they name runs within.
int run(CLI::App& program, const std::string& study, int argc, char** argv) {
    try {
        program.parse(argc, argv);
        return program.get_subcommands().empty() ? start_window(program, study) : kDone;
    } catch (const CLI::RuntimeError& result) {
        return result.get_exit_code();
    } catch (const CLI::Success& help_or_version) {
        return program.exit(help_or_version);
    } catch (const CLI::ParseError& error) {
        return usage_error(program, error.what());
    } catch (const base::Error& error) {
        if (error.kind() == base::ErrorKind::usage) return usage_error(program, error.what(), error.hint());
        print_error(error.what(), error.hint());
    } catch (const std::bad_alloc&) {
        print_error(tr("There is not enough memory for this."));
    } catch (const std::exception& error) {
        print_error(say("Something went wrong inside the program: {}", error.what()),
                    tr("This is a fault of Trialogue; please report it."));
    }
    return kCouldNot;
}

}  // namespace

int main(int argc, char** argv) {
    base::use_language_of_environment();
    // A reader that goes away ends the output, not the program in the middle of a study.
    std::signal(SIGPIPE, SIG_IGN);
    CLI::App program(tr("Trialogue: code interviews, compare perspectives, count and export."), "trialogue");
    program.set_version_flag("--version", "trialogue " TRIALOGUE_VERSION);
    program.require_subcommand(0, 1);
    std::string study;
    program.add_option("STUDY", study, tr("Without a command: the study to open in the window"));
    add_commands(program);
    const int code = run(program, study, argc, argv);
    if (!cli::finish_output()) {
        print_error(tr("The output could not be written."));
        return kCouldNot;
    }
    return code;
}
