// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "base/error.h"
#include "base/strings.h"
#include "base/translate.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/studies.h"
#include "study/edit.h"
#include "study/participants.h"
#include "study/sources.h"
#include "study/verbs/people.h"

namespace cli {

namespace {

using base::Error;
using base::ErrorKind;
using base::say;
using base::tr;

struct Options {
    Common common;
    std::string source;
    std::vector<std::string> set;
    bool make_new = false;
};

/// "LABEL=MEANING" as it was given.
struct Assignment {
    std::string label;
    std::string meaning;
};

Assignment assignment_of(const std::string& text) {
    const auto equals = text.rfind('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == text.size()) {
        throw Error(ErrorKind::usage, say("--set {}: this is not LABEL=PARTICIPANT.", text));
    }
    return {text.substr(0, equals), text.substr(equals + 1)};
}

model::ParticipantId participant_named(study::Edit& edit, const std::string& name, bool make_new) {
    if (const auto known = study::participants::find(edit.study(), name)) return known->id;
    if (make_new) return study::verbs::ensure_participant(edit, name, {}, {});
    try {
        return study::participants::resolve(edit.study(), name).id;
    } catch (const Error& error) {
        const std::string advice = tr("With --new a participant of that name is made.");
        throw Error(error.kind(), error.what(), error.hint().empty() ? advice : error.hint() + " " + advice);
    }
}

study::verbs::SpeakerMeaning meaning_of(study::Edit& edit, const std::string& text, bool make_new) {
    study::verbs::SpeakerMeaning meaning;
    if (text == study::sources::to_word(text::SpeakerKind::interviewer)) {
        meaning.kind = text::SpeakerKind::interviewer;
    } else if (text == study::sources::to_word(text::SpeakerKind::other)) {
        meaning.kind = text::SpeakerKind::other;
    } else {
        meaning.kind = text::SpeakerKind::participant;
        // A name with a comma in it is found as it is, before it is read as several.
        if (const auto whole = study::participants::find(edit.study(), text)) {
            meaning.participants.push_back(whole->id);
            return meaning;
        }
        for (const auto name : base::split(text, ',')) {
            const std::string clean(base::trimmed(name));
            meaning.participants.push_back(participant_named(edit, clean, make_new));
        }
    }
    return meaning;
}

void set_speakers(study::Study& study, const model::Source& source, const Options& options) {
    std::vector<Assignment> assignments;
    for (const auto& text : options.set) assignments.push_back(assignment_of(text));
    std::vector<std::string> labels;
    for (const auto& one : assignments) labels.push_back(one.label);
    study::Edit edit(study, "set_speaker",
                     {{"source", source.guid.to_string()}, {"label", base::join(labels, ", ")}});
    for (const auto& one : assignments) {
        study::verbs::set_speaker(edit, source.id, one.label,
                                  meaning_of(edit, one.meaning, options.make_new));
    }
    edit.commit();
}

void print_speakers(const study::Study& study, const model::Source& source, bool json) {
    const auto participants = study::participants::all(study);
    report::Listing listing;
    listing.columns = {{"label", tr("Label")},
                       {"kind", tr("Kind")},
                       {"turns", tr("Turns"), true},
                       {"participants", tr("Participants")}};
    auto list = nlohmann::ordered_json::array();
    for (const auto& speaker : source.speakers) {
        const auto turns = std::count_if(source.turns.begin(), source.turns.end(),
                                         [&](const model::Turn& turn) { return turn.speaker == speaker.id; });
        const auto names = names_of(participants, speaker.participants);
        const std::string kind(study::sources::to_word(speaker.kind));
        list.push_back({{"label", speaker.label}, {"kind", kind}, {"turns", turns}, {"participants", names}});
        listing.rows.push_back({speaker.label, kind, std::to_string(turns), base::join(names, ", ")});
    }
    if (json) {
        print_json({{"source", source.name}, {"speakers", list}});
    } else if (listing.rows.empty()) {
        print_line(say("{} has no speaker labels.", source.name));
    } else {
        print_listing(listing);
    }
}

void run(const Options& options) {
    const auto study =
        options.set.empty() ? open_to_read(options.common.study) : open_to_write(options.common.study);
    const auto source = study::sources::resolve(*study, options.source);
    if (!options.set.empty()) set_speakers(*study, source, options);
    print_speakers(*study, study::sources::get(*study, source.id), options.common.json);
}

}  // namespace

void add_speakers(CLI::App& program) {
    auto options = std::make_shared<Options>();
    auto* command = add_command(program, "speakers", tr("List or say whom the labels of a transcript mean"),
                                options->common);
    command->add_option("SOURCE", options->source, tr("Its name, file name or GUID"))->required();
    auto* set = add_repeatable(*command, "--set", options->set,
                               tr("LABEL=PARTICIPANT, LABEL=A,B for two, LABEL=interviewer or LABEL=other; "
                                  "repeatable"));
    command->add_flag("--new", options->make_new, tr("Make participants that are not there yet"))->needs(set);
    command->callback([options] { run(*options); });
}

}  // namespace cli
