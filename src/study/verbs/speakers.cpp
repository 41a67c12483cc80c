// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/verbs/speakers.h"

#include "base/strings.h"
#include "base/translate.h"
#include "study/sources.h"
#include "text/text.h"

namespace study::verbs {

namespace {

using base::say;
using model::Speaker;
using text::SpeakerKind;

/// The one of these speakers whose turn is the first with a question mark.
const Speaker* who_asks_first(const Edit& edit, const model::Source& source,
                              const std::vector<const Speaker*>& among) {
    const text::Text text = sources::text(edit.study(), source.text);
    for (const auto& turn : source.turns) {
        const auto speaker = std::find_if(among.begin(), among.end(),
                                          [&](const Speaker* one) { return one->id == turn.speaker; });
        if (speaker == among.end()) continue;
        if (text.view(turn.span).find('?') != std::string_view::npos) return *speaker;
    }
    return nullptr;
}

}  // namespace

std::vector<std::string> tie_only_participant(Edit& edit, model::SourceId source_id,
                                              model::ParticipantId participant,
                                              const std::vector<model::SpeakerId>& decided) {
    const auto source = sources::get(edit.study(), source_id);
    sources::add_participant(edit, source_id, participant);
    std::vector<const Speaker*> open;
    bool interviewer_known = false;
    for (const auto& speaker : source.speakers) {
        const bool is_decided = std::find(decided.begin(), decided.end(), speaker.id) != decided.end();
        if (speaker.kind == SpeakerKind::interviewer) interviewer_known = true;
        if (!is_decided && speaker.kind != SpeakerKind::interviewer && speaker.kind != SpeakerKind::other) {
            open.push_back(&speaker);
        }
    }
    std::vector<std::string> notes;
    if (open.size() == 2 && !interviewer_known) {
        if (const Speaker* asker = who_asks_first(edit, source, open)) {
            sources::set_speaker(edit, asker->id, SpeakerKind::interviewer, {});
            std::erase(open, asker);
            notes.push_back(
                say("“{}” asks first in {} and is taken for the interviewer.", asker->label, source.name));
        }
    }
    if (open.size() == 1) {
        sources::set_speaker(edit, open.front()->id, SpeakerKind::participant, {participant});
    } else if (open.size() > 1) {
        std::vector<std::string> labels;
        for (const Speaker* speaker : open) labels.push_back(speaker->label);
        notes.push_back(say("Who of {} in {} is the participant is still to be said.",
                            base::join(labels, ", "), source.name));
    }
    return notes;
}

}  // namespace study::verbs
