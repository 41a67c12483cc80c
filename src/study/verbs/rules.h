// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace study::verbs {

/// A name as it is kept: blanks at both ends taken off, line ends and tabs become blanks. Throws
/// Error(bad_input) where nothing is left; `what` says of what it is the name.
[[nodiscard]] std::string clean_name(std::string_view name, const std::string& what);

}  // namespace study::verbs
