// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/participant.h"

namespace model {

/// The value as a study keeps it: numbers with a decimal point, dates as YYYY-MM-DD, booleans "true" or
/// "false", texts as they are. Reads decimal commas, dd-mm-yyyy, and ja, nee, yes, no, waar, onwaar.
/// Nothing where the value is not of that type.
[[nodiscard]] std::optional<std::string> canonical_value(std::string_view value, AttributeType type);

/// The type in words: "a number", "yes or no".
[[nodiscard]] const char* type_name(AttributeType type);

}  // namespace model
