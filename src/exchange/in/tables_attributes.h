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

/// The value as a study keeps it: numbers with a decimal point, dates as YYYY-MM-DD, booleans "true" or
/// "false", texts as they are. Reads decimal commas, dd-mm-yyyy, and ja, nee, yes, no, waar, onwaar.
/// Nothing where the value is not of that type.
[[nodiscard]] std::optional<std::string> canonical_value(std::string_view value, model::AttributeType type);

/// The type that all values have that are not empty: number, boolean or date, else text. Digits after a
/// leading zero (a dossier's number) are text.
[[nodiscard]] model::AttributeType inferred_type(const std::vector<std::string>& values);

}  // namespace exchange
