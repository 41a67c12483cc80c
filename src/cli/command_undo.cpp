// SPDX-License-Identifier: GPL-3.0-or-later
#include <limits>

#include "base/error.h"
#include "base/translate.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/studies.h"
#include "report/history/sentence.h"
#include "study/coders.h"
#include "study/history.h"

namespace cli {

namespace {

using base::tr;

struct Options {
    Common common;
    std::int64_t steps = 1;
    bool all = false;
    std::optional<std::string> coder;
};

enum class Direction { back, forth };

/// One step in the history. Returns the revision that it made.
std::int64_t step(study::History& history, Direction direction, const std::optional<base::Guid>& coder) {
    return direction == Direction::back ? history.undo(coder) : history.redo(coder);
}

bool is_left(const study::History& history, Direction direction) {
    return (direction == Direction::back ? history.undoable() : history.redoable()).has_value();
}

/// Goes as many steps as asked for, or none: where one cannot be gone, those before it are taken back.
std::int64_t go(study::Study& study, Direction direction, const Options& options) {
    study::History history(study);
    std::optional<base::Guid> coder;
    if (options.coder) coder = study::coders::resolve(study, *options.coder).guid;
    const auto wanted = options.all ? std::numeric_limits<std::int64_t>::max() : options.steps;
    std::int64_t gone = 0;
    try {
        // The first step is gone in any case, so that having nothing to undo is said.
        do {
            step(history, direction, coder);
            ++gone;
        } while (gone < wanted && (!options.all || is_left(history, direction)));
    } catch (const base::Error&) {
        const auto opposite = direction == Direction::back ? Direction::forth : Direction::back;
        for (; gone > 0; --gone) step(history, opposite, coder);
        throw;
    }
    return gone;
}

void run(Direction direction, const Options& options) {
    const auto study = open_to_write(options.common.study);
    const auto gone = go(*study, direction, options);
    const auto revisions = study::History(*study).newest(gone);
    const report::HistorySentences sentences(*study);
    auto list = nlohmann::ordered_json::array();
    for (auto one = revisions.rbegin(); one != revisions.rend(); ++one) {
        list.push_back({{"revision", one->n}, {"of", *one->of}, {"what", sentences.sentence(*one)}});
    }
    if (options.common.json) {
        print_json({{"steps", list}});
        return;
    }
    for (const auto& one : list) print_line(one["what"].get<std::string>());
}

void add(CLI::App& program, const char* name, const std::string& help, Direction direction) {
    auto options = std::make_shared<Options>();
    auto* command = add_command(program, name, help, options->common);
    auto* steps = command->add_option("--steps", options->steps, tr("How many steps"))
                      ->check(CLI::Range(std::int64_t{1}, std::int64_t{1'000'000}))
                      ->capture_default_str();
    command->add_flag("--all", options->all, tr("All there are"))->excludes(steps);
    command->add_option("--coder", options->coder, tr("Only steps of this coder, or of nobody"));
    command->callback([options, direction] { run(direction, *options); });
}

}  // namespace

void add_undo(CLI::App& program) {
    add(program, "undo", tr("Take the newest change back"), Direction::back);
}

void add_redo(CLI::App& program) {
    add(program, "redo", tr("Do again what was undone last"), Direction::forth);
}

}  // namespace cli
