// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace study {

/// Numbers as the JSON array in which the study file keeps turns, anchors and edits: "[1,2,3]".
[[nodiscard]] std::string to_list(const std::vector<std::int64_t>& numbers);

/// The numbers of such an array. Throws Error(damaged) where it is none.
[[nodiscard]] std::vector<std::int64_t> from_list(std::string_view list);

}  // namespace study
