// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/material.h"

namespace report {

/// What is known of those whose words a passage is; several people's values joined with "; ", each once.
struct SaidBy {
    std::string participant, role, triad;
    std::vector<std::string> attributes;  ///< parallel to model::Material::attributes
};

[[nodiscard]] SaidBy said_by(const model::Material& material, const std::vector<model::ParticipantId>& ids);

}  // namespace report
