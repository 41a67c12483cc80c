// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/material.h"

namespace analysis {

/// The attribute of that name, compared without case and accents; none where there is no such.
[[nodiscard]] const model::Attribute* find_attribute(const model::Material& material, std::string_view name);

/// The participant's value; empty where there is none.
[[nodiscard]] std::string value_of(const model::Participant& participant, model::AttributeId attribute);

/// A number with a decimal point or comma; nothing for other text.
[[nodiscard]] std::optional<double> number_of(std::string_view text);

/// Equal for values that mean the same: numbers by value, other texts without case and accents. For
/// comparing, never for showing.
[[nodiscard]] std::string value_key(model::AttributeType type, std::string_view text);

/// The order of columns: numbers by value and before what is no number, dates by time, texts by name.
[[nodiscard]] bool value_less(model::AttributeType type, std::string_view a, std::string_view b);

}  // namespace analysis
