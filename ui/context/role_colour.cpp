// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/context/role_colour.h"

#include <array>

#include "ui/kit/theme.h"

namespace ui {

namespace {

/// Told apart with every kind of colour vision (Okabe & Ito 2008, without yellow and black).
constexpr std::array kPalette{"#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00"};

}  // namespace

wxColour colour_of_role(const model::Material& material, model::RoleId role) {
    for (std::size_t i = 0; i < material.roles.size(); ++i) {
        const auto& one = material.roles[i];
        if (one.id == role)
            return bar_colour(one.colour.empty() ? kPalette[i % kPalette.size()] : one.colour);
    }
    return colour(Shade::quiet_ink);
}

wxColour colour_of_roles(const model::Material& material,
                         const std::vector<model::ParticipantId>& participants) {
    for (const auto id : participants) {
        for (const auto& one : material.participants) {
            if (one.id == id && one.role) return colour_of_role(material, one.role);
        }
    }
    return colour(Shade::quiet_ink);
}

}  // namespace ui
