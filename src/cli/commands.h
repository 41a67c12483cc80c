// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>

namespace cli {

// Each adds one command to the program: its options, its help, and what runs after the options were read.
// What goes wrong leaves as base::Error; CLI::RuntimeError carries an exit code of its own.

void add_new(CLI::App& program);
void add_import(CLI::App& program);
void add_sources(CLI::App& program);
void add_show(CLI::App& program);
void add_speakers(CLI::App& program);
void add_participants(CLI::App& program);
void add_codebook(CLI::App& program);
void add_code(CLI::App& program);
void add_uncode(CLI::App& program);
void add_mark(CLI::App& program);
void add_matrix(CLI::App& program);
void add_agreement(CLI::App& program);
void add_disagreements(CLI::App& program);
void add_settle(CLI::App& program);
void add_stability(CLI::App& program);
void add_audit(CLI::App& program);
void add_search(CLI::App& program);
void add_words(CLI::App& program);
void add_export(CLI::App& program);
void add_undo(CLI::App& program);
void add_redo(CLI::App& program);
void add_log(CLI::App& program);
void add_check(CLI::App& program);
void add_forget(CLI::App& program);
void add_package(CLI::App& program);
void add_merge(CLI::App& program);
void add_coders(CLI::App& program);

/// What all commands have in common.
struct Common {
    std::string study;
    bool json = false;
    std::string viewer;  ///< who looks; empty: not said
};

/// A command with the argument STUDY and the option --json, which are read into `common`.
CLI::App* add_command(CLI::App& program, const char* name, const std::string& help, Common& common);

/// An option that may be given several times, one value each time.
CLI::Option* add_repeatable(CLI::App& command, const char* name, std::vector<std::string>& values,
                            const std::string& help);

}  // namespace cli
