// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "base/strings.h"
#include "base/translate.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/studies.h"
#include "cli/viewing.h"
#include "exchange/out/text_lines.h"
#include "report/passages/passages.h"
#include "study/sources.h"

namespace cli {

namespace {

using base::say_n;
using base::tr;
using Json = nlohmann::ordered_json;

struct Options {
    Common common;
    std::string source;
};

/// One source with all that is shown of it.
struct Shown {
    model::Source source;
    text::Text text;
    model::Material material;
    std::vector<report::Passage> passages;
};

Shown load(const study::Study& study, const Options& options) {
    Shown shown;
    shown.source = study::sources::resolve(study, options.source);
    shown.text = study::sources::text(study, shown.source.text);
    shown.material = sight_of(study, options.common).material();
    for (auto& source : shown.material.sources) model::join_rounds(source);
    report::Passages passages(study, shown.material);
    for (const auto id : report::selected_codings(shown.material, {})) {
        if (passages.source_of(id).id == shown.source.id) shown.passages.push_back(passages.of(id));
    }
    return shown;
}

const model::Speaker* speaker_of(const model::Source& source, const model::Turn& turn) {
    const auto found = std::find_if(source.speakers.begin(), source.speakers.end(),
                                    [&](const model::Speaker& one) { return one.id == turn.speaker; });
    return found == source.speakers.end() ? nullptr : &*found;
}

std::vector<std::string> roles_of(const Shown& shown, const model::Speaker& speaker) {
    std::vector<std::string> roles;
    for (const auto& participant : shown.material.participants) {
        const auto& ids = speaker.participants;
        if (std::find(ids.begin(), ids.end(), participant.id) == ids.end()) continue;
        for (const auto& role : shown.material.roles) {
            if (role.id == participant.role) roles.push_back(role.name);
        }
    }
    return roles;
}

Json json_of(const report::Passage& passage) {
    Json json{{"begin", nullptr},
              {"end", nullptr},
              {"turn", nullptr},
              {"quote", ""},
              {"code", passage.code_path},
              {"coder", passage.coder},
              {"round", passage.round > 0 ? Json(passage.round) : Json(nullptr)},
              {"participant", passage.participant},
              {"created", base::iso_time(passage.created)}};
    if (!passage.whole_source) {
        json["begin"] = passage.begin;
        json["end"] = passage.end;
        json["quote"] = passage.quotation;
    }
    if (passage.turn > 0) json["turn"] = passage.turn;
    return json;
}

void print_as_json(const Shown& shown) {
    Json turns = Json::array();
    for (std::size_t i = 0; i < shown.source.turns.size(); ++i) {
        const auto& turn = shown.source.turns[i];
        Json json{{"number", i + 1},
                  {"begin", turn.span.begin},
                  {"body", turn.body},
                  {"end", turn.span.end},
                  {"speaker", nullptr},
                  {"kind", nullptr},
                  {"participants", Json::array()},
                  {"roles", Json::array()},
                  {"text", shown.text.view({turn.body, turn.span.end})}};
        if (const auto* speaker = speaker_of(shown.source, turn)) {
            json["speaker"] = speaker->label;
            json["kind"] = study::sources::to_word(speaker->kind);
            json["participants"] = names_of(shown.material.participants, speaker->participants);
            json["roles"] = roles_of(shown, *speaker);
        }
        turns.push_back(std::move(json));
    }
    Json codings = Json::array();
    for (const auto& passage : shown.passages) codings.push_back(json_of(passage));
    print_json({{"source", shown.source.name},
                {"file", shown.source.origin},
                {"guid", shown.source.guid.to_string()},
                {"words", shown.source.words},
                {"length", shown.text.size()},
                {"text", shown.text.utf8()},
                {"turns", turns},
                {"codings", codings}});
}

constexpr int kIndent = 6;

void print_block(std::string_view text, const std::string& first_indent = {}) {
    const auto lines = exchange::wrapped(base::trimmed(text), terminal_width() - kIndent);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool first = i == 0 && !first_indent.empty();
        print_line((first ? first_indent : std::string(kIndent, ' ')) + lines[i]);
    }
}

void print_coding(const report::Passage& passage) {
    std::string line = passage.code_path + " · " + passage.coder;
    if (passage.round > model::kFirstRound) line += " " + base::say("(round {})", passage.round);
    if (!passage.whole_source) {
        line += " · " + std::to_string(passage.begin) + ":" + std::to_string(passage.end) + " “" +
                text::shortened(passage.quotation, 40) + "”";
    }
    print_block(line, "    ▪ ");
}

void print_heading(const Shown& shown, std::size_t index) {
    const auto& turn = shown.source.turns[index];
    std::string heading = fmt::format("{:>4}  ", index + 1);
    if (const auto* speaker = speaker_of(shown.source, turn)) {
        heading += exchange::wrapped(speaker->label, terminal_width()).front();
        std::vector<std::string> who = names_of(shown.material.participants, speaker->participants);
        for (const auto& role : roles_of(shown, *speaker)) {
            if (std::find(who.begin(), who.end(), role) == who.end()) who.push_back(role);
        }
        if (who.empty()) who.emplace_back(study::sources::to_word(speaker->kind));
        heading += " (" + base::join(who, ", ") + ")";
    }
    print_line(heading);
}

void print_as_text(const Shown& shown) {
    const auto& source = shown.source;
    print_line(source.name + ": " + say_n("{} word", "{} words", static_cast<std::size_t>(source.words)) +
               ", " + say_n("{} turn", "{} turns", source.turns.size()) + ", " +
               say_n("{} coding", "{} codings", shown.passages.size()));
    for (const auto& passage : shown.passages) {
        if (passage.whole_source) print_coding(passage);
    }
    const text::Position first = source.turns.empty() ? shown.text.size() : source.turns.front().span.begin;
    if (!base::trimmed(shown.text.view({0, first})).empty()) {
        print_line("");
        print_block(shown.text.view({0, first}));
    }
    for (const auto& passage : shown.passages) {
        if (!passage.whole_source && passage.turn == 0) print_coding(passage);
    }
    for (std::size_t i = 0; i < source.turns.size(); ++i) {
        print_line("");
        print_heading(shown, i);
        print_block(shown.text.view({source.turns[i].body, source.turns[i].span.end}));
        for (const auto& passage : shown.passages) {
            if (passage.turn == static_cast<std::int64_t>(i) + 1) print_coding(passage);
        }
    }
}

void run(const Options& options) {
    const auto study = open_to_read(options.common.study);
    const Shown shown = load(*study, options);
    if (options.common.json) {
        print_as_json(shown);
    } else {
        print_as_text(shown);
    }
}

}  // namespace

void add_show(CLI::App& program) {
    auto options = std::make_shared<Options>();
    auto* command =
        add_command(program, "show", tr("Show a transcript with its turns and codings"), options->common);
    command->add_option("SOURCE", options->source, tr("Its name, file name or GUID"))->required();
    add_viewer(*command, options->common);
    command->callback([options] { run(*options); });
}

}  // namespace cli
