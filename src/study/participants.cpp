// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/participants.h"

#include <array>
#include <unordered_map>

#include "base/translate.h"
#include "study/memos.h"
#include "study/row.h"
#include "text/tokens.h"

namespace study::participants {

namespace {

using base::say;
using model::Participant;

constexpr std::array<std::string_view, 4> kTypeWords{"text", "number", "boolean", "date"};

model::AttributeType type_of(std::string_view word) {
    const auto* found = std::find(kTypeWords.begin(), kTypeWords.end(), word);
    return found == kTypeWords.end() ? model::AttributeType::text
                                     : static_cast<model::AttributeType>(found - kTypeWords.begin());
}

template <class Named>
void sort_by_name(std::vector<Named>& values) {
    std::stable_sort(values.begin(), values.end(),
                     [](const Named& a, const Named& b) { return text::name_less(a.name, b.name); });
}

std::int64_t next_place(const Edit& edit, const char* table) {
    return edit.database().number(fmt::format("SELECT coalesce(max(place), 0) + 1 FROM {}", table));
}

}  // namespace

std::vector<model::Role> roles(const Study& study) {
    std::vector<model::Role> roles;
    db::Statement row =
        study.database().prepare("SELECT id, guid, name, colour FROM role ORDER BY place, guid");
    while (row.step()) {
        roles.push_back(
            {{row.integer(0)}, row::guid(row, 1), std::string(row.text(2)), std::string(row.text(3))});
    }
    return roles;
}

std::vector<model::Triad> triads(const Study& study) {
    std::vector<model::Triad> triads;
    db::Statement row = study.database().prepare("SELECT id, guid, name FROM triad ORDER BY id");
    while (row.step()) triads.push_back({{row.integer(0)}, row::guid(row, 1), std::string(row.text(2))});
    sort_by_name(triads);
    return triads;
}

std::vector<model::Attribute> attributes(const Study& study) {
    std::vector<model::Attribute> attributes;
    db::Statement row =
        study.database().prepare("SELECT id, guid, name, type FROM attribute ORDER BY place, guid");
    while (row.step()) {
        attributes.push_back(
            {{row.integer(0)}, row::guid(row, 1), std::string(row.text(2)), type_of(row.text(3))});
    }
    return attributes;
}

std::vector<Participant> all(const Study& study) {
    std::vector<Participant> participants;
    db::Statement row =
        study.database().prepare("SELECT id, guid, name, role, triad FROM participant ORDER BY id");
    while (row.step()) {
        Participant one;
        row::read(row, 0, one.id);
        one.guid = row::guid(row, 1);
        one.name = row.text(2);
        row::read(row, 3, one.role);
        row::read(row, 4, one.triad);
        participants.push_back(std::move(one));
    }
    sort_by_name(participants);
    std::unordered_map<std::int64_t, std::size_t> places;
    for (std::size_t i = 0; i < participants.size(); ++i) places[participants[i].id.value] = i;
    db::Statement value =
        study.database().prepare("SELECT participant, attribute, value FROM attribute_value");
    while (value.step()) {
        const auto found = places.find(value.integer(0));
        if (found == places.end()) continue;
        participants[found->second].attributes[{value.integer(1)}] = value.text(2);
    }
    return participants;
}

std::optional<Participant> find(const Study& study, std::string_view name) {
    const auto guid = base::Guid::parse(name);
    const std::string wanted = text::folded(name);
    std::optional<Participant> by_fold;
    for (auto& participant : all(study)) {
        if (participant.name == name || (guid && participant.guid == *guid)) return std::move(participant);
        if (!by_fold && text::folded(participant.name) == wanted) by_fold = std::move(participant);
    }
    return by_fold;
}

Participant resolve(const Study& study, std::string_view name) {
    if (auto found = find(study, name)) return *std::move(found);
    std::vector<std::string> names;
    for (const auto& participant : all(study)) names.push_back(participant.name);
    row::throw_unknown(say("There is no participant “{}” in the study.", name), name, names);
}

model::RoleId insert_role(Edit& edit, std::string_view name) {
    const model::RoleId id{edit.new_id()};
    edit.database()
        .prepare("INSERT INTO role (id, guid, name, place) VALUES (?1, ?2, ?3, ?4)")
        .run(id.value, base::Guid::random().bytes, name, next_place(edit, "role"));
    return id;
}

model::TriadId insert_triad(Edit& edit, std::string_view name) {
    const model::TriadId id{edit.new_id()};
    edit.database()
        .prepare("INSERT INTO triad (id, guid, name) VALUES (?1, ?2, ?3)")
        .run(id.value, base::Guid::random().bytes, name);
    return id;
}

model::AttributeId insert_attribute(Edit& edit, std::string_view name, model::AttributeType type) {
    const model::AttributeId id{edit.new_id()};
    edit.database()
        .prepare("INSERT INTO attribute (id, guid, name, type, place) VALUES (?1, ?2, ?3, ?4, ?5)")
        .run(id.value, base::Guid::random().bytes, name, to_word(type), next_place(edit, "attribute"));
    return id;
}

model::ParticipantId insert(Edit& edit, std::string_view name, model::RoleId role, model::TriadId triad) {
    const model::ParticipantId id{edit.new_id()};
    edit.database()
        .prepare("INSERT INTO participant (id, guid, name, role, triad) VALUES (?1, ?2, ?3, ?4, ?5)")
        .run(id.value, base::Guid::random().bytes, name, row::or_null(role), row::or_null(triad));
    return id;
}

void update(Edit& edit, const Participant& participant) {
    edit.database()
        .prepare("UPDATE participant SET name = ?2, role = ?3, triad = ?4 WHERE id = ?1")
        .run(participant.id.value, participant.name, row::or_null(participant.role),
             row::or_null(participant.triad));
}

void set_colour(Edit& edit, model::RoleId role, std::string_view colour) {
    edit.database().prepare("UPDATE role SET colour = ?2 WHERE id = ?1").run(role.value, colour);
}

void set_attribute(Edit& edit, model::ParticipantId participant, model::AttributeId attribute,
                   std::string_view value) {
    db::Statement known = edit.database().prepare(
        "SELECT id, value FROM attribute_value WHERE participant = ?1 AND attribute = ?2");
    known.bind(participant.value, attribute.value);
    const bool there = known.step();
    if (there && known.text(1) == value) return;
    if (there && value.empty()) {
        edit.database().prepare("DELETE FROM attribute_value WHERE id = ?1").run(known.integer(0));
    } else if (there) {
        edit.database()
            .prepare("UPDATE attribute_value SET value = ?2 WHERE id = ?1")
            .run(known.integer(0), value);
    } else if (!value.empty()) {
        edit.database()
            .prepare(
                "INSERT INTO attribute_value (id, guid, participant, attribute, value)"
                " VALUES (?1, ?2, ?3, ?4, ?5)")
            .run(edit.new_id(), base::Guid::random().bytes, participant.value, attribute.value, value);
    }
}

void remove(Edit& edit, model::ParticipantId participant) {
    memos::remove_about(edit, model::Memo::About::participant, participant.value);
    for (const char* table : {"attribute_value", "speaker_participant", "source_participant"}) {
        edit.database()
            .prepare(fmt::format("DELETE FROM {} WHERE participant = ?1", table))
            .run(participant.value);
    }
    edit.database().prepare("DELETE FROM participant WHERE id = ?1").run(participant.value);
}

std::string_view to_word(model::AttributeType type) {
    return kTypeWords[static_cast<std::size_t>(type)];
}

}  // namespace study::participants
