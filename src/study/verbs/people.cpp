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

}  // namespace

template <class Id>
template <class Named>
People::Names<Id>::Names(const std::vector<Named>& present) {
    for (const auto& one : present) {
        exact_.emplace(one.name, one.id);
        folded_.emplace(text::folded(one.name), one.id);
    }
}

template <class Id>
std::optional<Id> People::Names<Id>::find(const std::string& name) const {
    if (const auto exact = exact_.find(name); exact != exact_.end()) return exact->second;
    if (const auto folded = folded_.find(text::folded(name)); folded != folded_.end()) return folded->second;
    return std::nullopt;
}

template <class Id>
Id People::Names<Id>::add(const std::string& name, Id id) {
    exact_.emplace(name, id);
    folded_.emplace(text::folded(name), id);
    return id;
}

People::People(Edit& edit)
    : edit_(edit),
      roles_(participants::roles(edit.study())),
      triads_(participants::triads(edit.study())),
      participants_(participants::all(edit.study())) {
    for (auto& one : participants::all(edit.study())) known_.emplace(one.id, std::move(one));
}

model::ParticipantId People::ensure(const std::string& name, const std::optional<std::string>& role,
                                    const std::optional<std::string>& triad) {
    model::RoleId role_id;
    model::TriadId triad_id;
    if (role && !role->empty()) {
        const std::string clean = clean_name(*role, tr("A role"));
        const auto present = roles_.find(clean);
        role_id = present ? *present : roles_.add(clean, participants::insert_role(edit_, clean));
    }
    if (triad && !triad->empty()) {
        const std::string clean = clean_name(*triad, tr("A triad"));
        const auto present = triads_.find(clean);
        triad_id = present ? *present : triads_.add(clean, participants::insert_triad(edit_, clean));
    }
    const std::string clean = clean_name(name, tr("A participant"));
    const auto present = participants_.find(clean);
    if (!present) {
        model::Participant made;
        made.name = clean;
        made.role = role_id;
        made.triad = triad_id;
        made.id = participants_.add(clean, participants::insert(edit_, clean, role_id, triad_id));
        known_.emplace(made.id, made);
        return made.id;
    }
    model::Participant& known = known_.at(*present);
    const model::Participant before = known;
    if (role_id) known.role = role_id;
    if (triad_id) known.triad = triad_id;
    if (known.role != before.role || known.triad != before.triad) participants::update(edit_, known);
    return known.id;
}

model::ParticipantId ensure_participant(Edit& edit, const std::string& name,
                                        const std::optional<std::string>& role,
                                        const std::optional<std::string>& triad) {
    return People(edit).ensure(name, role, triad);
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
    const auto present = sources::named(edit.study(), clean);
    if (present && *present != id) {
        throw Error(ErrorKind::conflict, say("There is a source “{}” already.", clean));
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
