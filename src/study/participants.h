// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/participant.h"
#include "study/edit.h"

/// The store of participants, roles, triads and attributes. Writing is for the verbs alone.
namespace study::participants {

/// In the user's order.
[[nodiscard]] std::vector<model::Role> roles(const Study& study);
/// By name, "T2" before "T10".
[[nodiscard]] std::vector<model::Triad> triads(const Study& study);
/// In the user's order.
[[nodiscard]] std::vector<model::Attribute> attributes(const Study& study);
/// By name, each with its attributes.
[[nodiscard]] std::vector<model::Participant> all(const Study& study);
/// By name (as written, else folded) or GUID; nothing where there is none.
[[nodiscard]] std::optional<model::Participant> find(const Study& study, std::string_view name);
/// The same; throws Error(not_found) that proposes near names.
[[nodiscard]] model::Participant resolve(const Study& study, std::string_view name);

model::RoleId insert_role(Edit& edit, std::string_view name);
model::TriadId insert_triad(Edit& edit, std::string_view name);
model::AttributeId insert_attribute(Edit& edit, std::string_view name, model::AttributeType type);
model::ParticipantId insert(Edit& edit, std::string_view name, model::RoleId role, model::TriadId triad);
/// Writes name, role and triad.
void update(Edit& edit, const model::Participant& participant);
/// Gives a role a colour: "#rrggbb", or empty for none.
void set_colour(Edit& edit, model::RoleId role, std::string_view colour);
/// Sets one attribute; an empty value removes it.
void set_attribute(Edit& edit, model::ParticipantId participant, model::AttributeId attribute,
                   std::string_view value);
/// Removes the participant, attributes, memos and links to speakers and sources.
void remove(Edit& edit, model::ParticipantId participant);

/// The word in the file for a type: text, number, boolean, date.
[[nodiscard]] std::string_view to_word(model::AttributeType type);

}  // namespace study::participants
