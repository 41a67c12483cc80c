// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace exchange {

/// A colour as the model keeps it, "#rrggbb" in lower case, from the ways in which programs write one:
/// #rgb, #rrggbb, #rrggbbaa, rgb(…) and rgba(…) with numbers from 0 to 255, in either case. How transparent
/// it is gets lost. Nothing where it is none of these.
[[nodiscard]] std::optional<std::string> colour_of(std::string_view written);

}  // namespace exchange
