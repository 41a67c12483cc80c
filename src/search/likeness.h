// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace search {

/// How many letters have to be added, taken away, changed or swapped with their neighbour to make one of the
/// other (optimal string alignment, over code points); `limit + 1` where it is more than `limit`.
[[nodiscard]] std::size_t edits_between(std::string_view a, std::string_view b, std::size_t limit);

/// The names that are at most a third of their letters away from `wanted` (both folded), the nearest first,
/// at most `count`.
[[nodiscard]] std::vector<std::string> nearest(std::string_view wanted, const std::vector<std::string>& names,
                                               std::size_t count);

}  // namespace search
