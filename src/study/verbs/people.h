// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/participant.h"
#include "model/source.h"
#include "study/edit.h"

namespace study::verbs {

/// The people of a study by their names, read once, for verbs that look up many. Names are compared as
/// written, else folded. Current as long as only it adds to them.
class People {
  public:
    explicit People(Edit& edit);

    /// The participant of that name, made where there is none; role and triad, where given, are set, and made
    /// where they are new.
    model::ParticipantId ensure(const std::string& name, const std::optional<std::string>& role,
                                const std::optional<std::string>& triad);

  private:
    template <class Id>
    class Names {
      public:
        template <class Named>
        explicit Names(const std::vector<Named>& present);
        [[nodiscard]] std::optional<Id> find(const std::string& name) const;
        Id add(const std::string& name, Id id);

      private:
        std::unordered_map<std::string, Id> exact_, folded_;
    };

    Edit& edit_;
    Names<model::RoleId> roles_;
    Names<model::TriadId> triads_;
    Names<model::ParticipantId> participants_;
    std::unordered_map<model::ParticipantId, model::Participant> known_;
};

/// People::ensure() for one participant.
model::ParticipantId ensure_participant(Edit& edit, const std::string& name,
                                        const std::optional<std::string>& role,
                                        const std::optional<std::string>& triad);

/// What a label stands for.
struct SpeakerMeaning {
    text::SpeakerKind kind = text::SpeakerKind::unknown;
    std::vector<model::ParticipantId> participants;  ///< for SpeakerKind::participant
};

/// Says what a label of a source stands for. Throws Error(not_found), listing the labels there are.
void set_speaker(Edit& edit, model::SourceId source, const std::string& label, const SpeakerMeaning& meaning);

/// Says that somebody was interviewed in a source whose labels do not tell it.
void add_participant(Edit& edit, model::SourceId source, model::ParticipantId participant);

/// Gives a participant another name. Throws Error(conflict) where it is in use.
void rename_participant(Edit& edit, model::ParticipantId participant, const std::string& name);
/// Gives a participant the role of that name, made where it is new; an empty one takes it away. Throws
/// Error(not_found) where there is no such participant.
void set_role(Edit& edit, model::ParticipantId participant, const std::string& role);
/// Likewise for the triad.
void set_triad(Edit& edit, model::ParticipantId participant, const std::string& triad);
/// The attribute of that name (as written, else folded), made with that type where it is new.
model::AttributeId ensure_attribute(Edit& edit, const std::string& name, model::AttributeType type);
/// Sets what is known of a participant, in the form in which a study keeps it; an empty value takes it away.
/// Throws Error(bad_input) where the value is not of the attribute's type, Error(not_found) where there is no
/// such participant or attribute.
void set_attribute(Edit& edit, model::ParticipantId participant, model::AttributeId attribute,
                   const std::string& value);
/// Gives a role a colour: "#rrggbb", or empty for none. Throws Error(bad_input) for anything else,
/// Error(not_found) where there is no such role.
void set_role_colour(Edit& edit, model::RoleId role, const std::string& colour);
/// Removes a participant; the interviews stay.
void remove_participant(Edit& edit, model::ParticipantId participant);

/// Gives a source another name. Throws Error(conflict) where it is in use.
void rename_source(Edit& edit, model::SourceId source, const std::string& name);
/// Removes a source with everything on it. Its text stays in the history until it is forgotten.
void remove_source(Edit& edit, model::SourceId source);

}  // namespace study::verbs
