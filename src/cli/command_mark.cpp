// SPDX-License-Identifier: GPL-3.0-or-later
#include <functional>

#include "base/error.h"
#include "base/strings.h"
#include "base/translate.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/studies.h"
#include "study/codings.h"
#include "study/edit.h"
#include "study/sources.h"
#include "study/verbs/marking.h"

namespace cli {

namespace {

using base::say;
using base::tr;

struct Options {
    Common common;
    std::vector<std::string> words;  ///< sources, then the mark
    std::string coder;
};

constexpr const char* kAgain = "again";
constexpr const char* kBack = "back";

/// What the last word asks for, on one source.
using Marking = std::function<void(study::Edit&, model::SourceId, const study::verbs::Hand&)>;

Marking marking_of(const std::string& word) {
    if (word == kAgain) return study::verbs::begin_round;
    if (word == kBack) return study::verbs::leave_round;
    const auto mark = study::codings::mark_of(word);
    if (!mark) {
        throw base::Error(
            base::ErrorKind::usage,
            say("“{}” is no mark; the last word is to-do, coding, coded, again or back.", word));
    }
    return [mark = *mark](study::Edit& edit, model::SourceId source, const study::verbs::Hand& hand) {
        study::verbs::mark(edit, source, hand, mark);
    };
}

void run(const Options& options) {
    const std::string& word = options.words.back();
    const auto marking = marking_of(word);
    const auto study = open_to_write(options.common.study);
    std::vector<model::Source> sources;
    for (std::size_t i = 0; i + 1 < options.words.size(); ++i) {
        sources.push_back(study::sources::resolve(*study, options.words[i]));
    }
    const bool is_mark = word != kAgain && word != kBack;
    study::Edit edit(*study, is_mark ? "mark" : word, nlohmann::json::object(),
                     made_by(*study, options.coder));
    if (is_mark) edit.args()["mark"] = word;
    const auto hand = study::verbs::hand(edit, options.coder);
    std::vector<std::string> names;
    for (const auto& source : sources) {
        marking(edit, source.id, hand);
        edit.args()["sources"].push_back(source.guid.to_string());
        names.push_back(source.name);
    }
    const bool changed = edit.commit().has_value();
    if (options.common.json) {
        print_json({{"sources", names}, {"mark", word}, {"coder", options.coder}, {"changed", changed}});
    } else {
        print_line(say("{}: {} ({})", base::join(names, ", "), word, options.coder));
    }
}

}  // namespace

void add_mark(CLI::App& program) {
    auto options = std::make_shared<Options>();
    auto* command =
        add_command(program, "mark", tr("Say how far a coder is with transcripts"), options->common);
    command
        ->add_option("SOURCE MARK", options->words,
                     tr("Transcripts, and then to-do, coding, coded, again or back"))
        ->required()
        ->expected(2, CLI::detail::expected_max_vector_size);
    command->add_option("--coder", options->coder, tr("Who codes; “settled” is the settled layer"))
        ->required();
    command->callback([options] { run(*options); });
}

}  // namespace cli
