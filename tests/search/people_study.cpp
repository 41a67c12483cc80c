// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/people_study.h"

#include "study/sources.h"
#include "study/verbs/people.h"

namespace support {

model::SourceId PeopleStudy::add_interview(const std::string& triad, const std::string& role,
                                           const std::string& text) {
    study::Edit edit(**this, "import");
    const auto source = study::verbs::import_source(edit, draft_of(triad + "_" + role, text), false).source;
    const auto participant = study::verbs::ensure_participant(edit, triad + "-" + role, role, triad);
    for (const auto& speaker : study::sources::get(**this, source).speakers) {
        study::verbs::SpeakerMeaning meaning{text::SpeakerKind::interviewer, {}};
        if (speaker.label != "I") meaning = {text::SpeakerKind::participant, {participant}};
        study::verbs::set_speaker(edit, source, speaker.label, meaning);
    }
    edit.commit();
    return source;
}

}  // namespace support
