// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/colour.h>

#include "model/material.h"

namespace ui {

/// The colour in which a role is shown everywhere: its own, or one by its place in the order of the roles. A
/// quiet grey for nobody's.
[[nodiscard]] wxColour colour_of_role(const model::Material& material, model::RoleId role);
/// That of the first of these participants who has a role.
[[nodiscard]] wxColour colour_of_roles(const model::Material& material,
                                       const std::vector<model::ParticipantId>& participants);

}  // namespace ui
