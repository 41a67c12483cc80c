// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

#include "base/guid.h"
#include "model/ids.h"

namespace model {

/// What a participant is in the study: youth, parent, JIM, … The user's own list, in the user's order.
struct Role {
    RoleId id;
    base::Guid guid;
    std::string name;
    std::string colour;  ///< "#rrggbb" or empty
};

/// The participants around one young person.
struct Triad {
    TriadId id;
    base::Guid guid;
    std::string name;
};

/// How the values of an attribute are read and put in order.
enum class AttributeType { text, number, boolean, date };

/// Something known of participants: age, gender, phase, …
struct Attribute {
    AttributeId id;
    base::Guid guid;
    std::string name;
    AttributeType type = AttributeType::text;
};

/// A person (or dossier) who was interviewed. Role and triad may be missing.
struct Participant {
    ParticipantId id;
    base::Guid guid;
    std::string name;
    RoleId role;
    TriadId triad;
    /// Canonical texts: numbers with a decimal point, dates as YYYY-MM-DD, booleans "true" or "false".
    std::map<AttributeId, std::string> attributes;
};

}  // namespace model
