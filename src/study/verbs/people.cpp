// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/verbs/people.h"

#include "base/error.h"
#include "base/strings.h"
#include "base/translate.h"
#include "model/attribute_value.h"
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

/// The one of that name, as written, else folded.
template <class Named>
const Named* find_named(const std::vector<Named>& all, const std::string& name) {
    const auto exact =
        std::find_if(all.begin(), all.end(), [&](const Named& one) { return one.name == name; });
    if (exact != all.end()) return &*exact;
    const std::string wanted = text::folded(name);
    const auto folded = std::find_if(all.begin(), all.end(),
                                     [&](const Named& one) { return text::folded(one.name) == wanted; });
    return folded == all.end() ? nullptr : &*folded;
}

template <class Named, class Id>
Named known(const std::vector<Named>& all, Id id, const std::string& sentence) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Named& one) { return one.id == id; });
    if (found == all.end()) throw Error(ErrorKind::not_found, sentence);
    return *found;
}

model::Participant participant_of(const Edit& edit, model::ParticipantId id) {
    return known(participants::all(edit.study()), id, tr("This participant is no longer in the study."));
}

bool is_colour(const std::string& colour) {
    return colour.size() == 7 && colour[0] == '#' &&
           colour.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string::npos;
}

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

void add_participant(Edit& edit, model::SourceId source, model::ParticipantId participant) {
    sources::add_participant(edit, source, participant);
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

void set_role(Edit& edit, model::ParticipantId id, const std::string& role) {
    auto participant = participant_of(edit, id);
    participant.role = {};
    if (!role.empty()) {
        const std::string clean = clean_name(role, tr("A role"));
        const auto all = participants::roles(edit.study());
        const auto* there = find_named(all, clean);
        participant.role = there != nullptr ? there->id : participants::insert_role(edit, clean);
    }
    participants::update(edit, participant);
    edit.args()["participant"] = participant.guid.to_string();
}

void set_triad(Edit& edit, model::ParticipantId id, const std::string& triad) {
    auto participant = participant_of(edit, id);
    participant.triad = {};
    if (!triad.empty()) {
        const std::string clean = clean_name(triad, tr("A triad"));
        const auto all = participants::triads(edit.study());
        const auto* there = find_named(all, clean);
        participant.triad = there != nullptr ? there->id : participants::insert_triad(edit, clean);
    }
    participants::update(edit, participant);
    edit.args()["participant"] = participant.guid.to_string();
}

model::AttributeId ensure_attribute(Edit& edit, const std::string& name, model::AttributeType type) {
    const std::string clean = clean_name(name, tr("An attribute"));
    const auto all = participants::attributes(edit.study());
    if (const auto* there = find_named(all, clean)) return there->id;
    return participants::insert_attribute(edit, clean, type);
}

void set_attribute(Edit& edit, model::ParticipantId id, model::AttributeId attribute_id,
                   const std::string& value) {
    const auto participant = participant_of(edit, id);
    const auto attribute = known(participants::attributes(edit.study()), attribute_id,
                                 tr("This attribute is no longer in the study."));
    const std::string trimmed(base::trimmed(value));
    const auto kept =
        trimmed.empty() ? std::optional(trimmed) : model::canonical_value(trimmed, attribute.type);
    if (!kept) {
        throw Error(ErrorKind::bad_input,
                    say("{}: “{}” is not {}.", attribute.name, trimmed, model::type_name(attribute.type)));
    }
    participants::set_attribute(edit, id, attribute_id, *kept);
    edit.args()["participant"] = participant.guid.to_string();
}

void set_role_colour(Edit& edit, model::RoleId id, const std::string& colour) {
    known(participants::roles(edit.study()), id, tr("This role is no longer in the study."));
    if (!colour.empty() && !is_colour(colour)) {
        throw Error(ErrorKind::bad_input, say("“{}” is no colour; it is written as #rrggbb.", colour));
    }
    participants::set_colour(edit, id, base::ascii_lower(colour));
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
