// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>

#include "base/error.h"
#include "base/translate.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/studies.h"
#include "study/codes.h"
#include "study/edit.h"
#include "study/sources.h"
#include "study/verbs/coding.h"
#include "study/verbs/memos.h"

namespace cli {

namespace {

using base::Error;
using base::ErrorKind;
using base::say;
using base::tr;

struct Options {
    Common common;
    std::string source, code, coder;
    std::string at, quote, speaker, memo;
    std::optional<std::int64_t> turn;
    bool whole = false;
};

text::Span span_of(const std::string& text) {
    text::Span span;
    const char* const last = text.data() + text.size();
    const auto [colon, begin_error] = std::from_chars(text.data(), last, span.begin);
    if (begin_error == std::errc{} && colon != last && *colon == ':') {
        const auto [end, end_error] = std::from_chars(colon + 1, last, span.end);
        if (end_error == std::errc{} && end == last) return span;
    }
    throw Error(ErrorKind::usage, say("--at {}: this is not BEGIN:END, two numbers of characters.", text));
}

study::verbs::Passage passage_of(const Options& options) {
    if (options.whole) return std::monostate{};
    if (!options.at.empty()) return span_of(options.at);
    return study::verbs::Quote{options.quote, options.turn, options.speaker};
}

/// Source, code and passage as the study knows them.
struct Target {
    model::Source source;
    model::Code code;
    std::string path;
    std::optional<text::Span> span;
};

Target target_of(const study::Study& study, const Options& options, const study::verbs::Passage& passage) {
    Target target;
    target.source = study::sources::resolve(study, options.source);
    const auto codebook = study::codes::codebook(study);
    target.code = codebook.resolve(options.code);
    target.path = codebook.path(target.code.id);
    target.span =
        study::verbs::locate(target.source, study::sources::text(study, target.source.text), passage);
    return target;
}

std::string place_of(const Target& target) {
    if (!target.span) return target.source.name;
    return fmt::format("{} {}:{}", target.source.name, target.span->begin, target.span->end);
}

void print_result(const Options& options, const Target& target, bool changed, const std::string& sentence) {
    if (!options.common.json) {
        print_line(sentence);
        return;
    }
    nlohmann::ordered_json json{
        {"source", target.source.name}, {"begin", nullptr},       {"end", nullptr},
        {"code", target.path},          {"coder", options.coder}, {"changed", changed}};
    if (target.span) {
        json["begin"] = target.span->begin;
        json["end"] = target.span->end;
    }
    print_json(json);
}

void run_code(const Options& options) {
    const auto passage = passage_of(options);
    const auto study = open_to_write(options.common.study);
    const Target target = target_of(*study, options, passage);
    study::Edit edit(*study, "code", nlohmann::json::object(), made_by(*study, options.coder));
    const auto hand = study::verbs::hand(edit, options.coder);
    const auto coding = study::verbs::code(edit, target.source.id, passage, target.code.id, hand);
    if (!coding && !options.memo.empty()) {
        throw Error(ErrorKind::conflict, say("{} carries “{}” already.", place_of(target), target.path),
                    tr("The memo was not written; take the code off first, or leave the memo out."));
    }
    if (coding && !options.memo.empty()) {
        model::Memo memo;
        memo.about = model::Memo::About::coding;
        memo.target = coding->value;
        memo.coder = hand.coder;
        memo.content = options.memo;
        memo.created = edit.now();
        study::verbs::add_memo(edit, memo);
    }
    edit.commit();
    print_result(options, target, coding.has_value(),
                 coding
                     ? say("{}: {} ({})", place_of(target), target.path, options.coder)
                     : say("{} carries “{}” already; nothing was changed.", place_of(target), target.path));
}

void run_uncode(const Options& options) {
    const auto passage = passage_of(options);
    const auto study = open_to_write(options.common.study);
    const Target target = target_of(*study, options, passage);
    study::Edit edit(*study, "uncode", {{"code", target.code.guid.to_string()}},
                     made_by(*study, options.coder));
    const auto hand = study::verbs::hand(edit, options.coder);
    study::verbs::uncode(edit, target.source.id, passage, target.code.id, hand);
    edit.commit();
    print_result(options, target, true,
                 say("{}: took off {} ({})", place_of(target), target.path, options.coder));
}

CLI::App* add(CLI::App& program, const char* name, const std::string& help, Options& options) {
    auto* command = add_command(program, name, help, options.common);
    command->add_option("--source", options.source, tr("Name, file name or GUID of the transcript"))
        ->required();
    command->add_option("--code", options.code, tr("Path, name or GUID of the code"))->required();
    command->add_option("--coder", options.coder, tr("Who codes; “settled” is the settled layer"))
        ->required();
    auto* passage = command->add_option_group(tr("Passage"), tr("Where the code goes"));
    passage->add_option("--at", options.at, tr("BEGIN:END, in characters from 0"));
    auto* quote = passage->add_option("--quote", options.quote, tr("The words of the passage"));
    passage->add_flag("--whole", options.whole, tr("The transcript as a whole"));
    passage->require_option(1);
    command->add_option("--turn", options.turn, tr("The quotation stands in the turn of this number"))
        ->needs(quote);
    command->add_option("--speaker", options.speaker, tr("The quotation is of the speaker of this label"))
        ->needs(quote);
    return command;
}

}  // namespace

void add_code(CLI::App& program) {
    auto options = std::make_shared<Options>();
    auto* command = add(program, "code", tr("Put a code on a passage"), *options);
    command->add_option("--memo", options->memo, tr("A remark that goes with it"));
    command->callback([options] { run_code(*options); });
}

void add_uncode(CLI::App& program) {
    auto options = std::make_shared<Options>();
    auto* command = add(program, "uncode", tr("Take a code off a passage"), *options);
    command->callback([options] { run_uncode(*options); });
}

}  // namespace cli
