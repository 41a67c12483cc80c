// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/verbs/people.h"

#include "base/error.h"
#include "base/strings.h"
#include "base/translate.h"
#include "study/participants.h"
#include "study/sources.h"
#include "study/verbs/rules.h"
#include "text/tokens.h"

namespace study::verbs {

namespace {

using base::Error;
using base::ErrorKind;
using base::say;
using base::tr;

/// The one of that name, made where there is none.
template <class Id, class Named>
Id named(const std::vector<Named>& present, const std::string& name, const std::string& what, Edit& edit,
         Id (*make)(Edit&, std::string_view)) {
    const std::string clean = clean_name(name, what);
    const std::string wanted = text::folded(clean);
    for (const auto& one : present) {
        if (one.name == clean || text::folded(one.name) == wanted) return one.id;
    }
    return make(edit, clean);
}

}  // namespace

model::ParticipantId ensure_participant(Edit& edit, const std::string& name,
                                        const std::optional<std::string>& role,
                                        const std::optional<std::string>& triad) {
    const Study& study = edit.study();
    model::RoleId role_id;
    model::TriadId triad_id;
    if (role && !role->empty()) {
        role_id = named(participants::roles(study), *role, tr("A role"), edit, participants::insert_role);
    }
    if (triad && !triad->empty()) {
        triad_id =
            named(participants::triads(study), *triad, tr("A triad"), edit, participants::insert_triad);
    }
    const std::string clean = clean_name(name, tr("A participant"));
    auto present = participants::find(study, clean);
    if (!present) return participants::insert(edit, clean, role_id, triad_id);
    if (role_id) present->role = role_id;
    if (triad_id) present->triad = triad_id;
    participants::update(edit, *present);
    return present->id;
}

void set_speaker(Edit& edit, model::SourceId source_id, const std::string& label,
                 const SpeakerMeaning& meaning) {
    const auto source = sources::get(edit.study(), source_id);
    const std::string wanted = text::folded(label);
    const auto speaker = std::find_if(source.speakers.begin(), source.speakers.end(), [&](const auto& one) {
        return one.label == label || text::folded(one.label) == wanted;
    });
    if (speaker == source.speakers.end()) {
        std::vector<std::string> labels;
        for (const auto& one : source.speakers) labels.push_back(one.label);
        throw Error(ErrorKind::not_found, say("There is no speaker “{}” in {}.", label, source.name),
                    labels.empty() ? std::string(tr("No speakers were recognised in it."))
                                   : say("Its speakers are: {}.", base::join(labels, ", ")));
    }
    sources::set_speaker(edit, speaker->id, meaning.kind, meaning.participants);
    for (const auto participant : meaning.participants)
        sources::add_participant(edit, source_id, participant);
    // Whom the label stood for before is interviewed here only if another label says so.
    for (const auto before : speaker->participants) {
        const auto stands_for = [&](const model::Speaker& one) {
            return one.id != speaker->id && std::find(one.participants.begin(), one.participants.end(),
                                                      before) != one.participants.end();
        };
        const bool still = std::find(meaning.participants.begin(), meaning.participants.end(), before) !=
                               meaning.participants.end() ||
                           std::any_of(source.speakers.begin(), source.speakers.end(), stands_for);
        if (!still) sources::remove_participant(edit, source_id, before);
    }
    edit.args()["source"] = source.guid.to_string();
}

void rename_participant(Edit& edit, model::ParticipantId participant, const std::string& name) {
    const std::string clean = clean_name(name, tr("A participant"));
    for (auto& one : participants::all(edit.study())) {
        if (one.name == clean && one.id != participant) {
            throw Error(ErrorKind::conflict, say("There is a participant “{}” already.", clean));
        }
        if (one.id == participant) {
            edit.args()["participant"] = one.guid.to_string();
            one.name = clean;
            participants::update(edit, one);
        }
    }
}

void remove_participant(Edit& edit, model::ParticipantId participant) {
    participants::remove(edit, participant);
}

void rename_source(Edit& edit, model::SourceId id, const std::string& name) {
    const std::string clean = clean_name(name, tr("A source"));
    for (const auto& one : sources::all(edit.study())) {
        if (one.name == clean && one.id != id) {
            throw Error(ErrorKind::conflict, say("There is a source “{}” already.", clean));
        }
    }
    auto source = sources::get(edit.study(), id);
    source.name = clean;
    edit.args()["source"] = source.guid.to_string();
    sources::update(edit, source);
}

void remove_source(Edit& edit, model::SourceId source) {
    sources::remove(edit, source);
}

}  // namespace study::verbs
