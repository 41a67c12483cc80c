// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/participant.h"

namespace exchange {

/// The name of an attribute and, where the header says it (`age:number`, `leeftijd:getal`), its type.
struct AttributeHeader {
    std::string name;
    std::optional<model::AttributeType> type;
};

/// Reads a column's header. What stands behind a colon and is no type belongs to the name.
[[nodiscard]] AttributeHeader parse_attribute_header(std::string_view header);

/// The type that all values have that are not empty: number, boolean or date, else text. Digits after a
/// leading zero (a dossier's number) are text.
[[nodiscard]] model::AttributeType inferred_type(const std::vector<std::string>& values);

}  // namespace exchange
