// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

#include "exchange/out/workbook.h"

namespace exchange {

/// Points of a row with one line of text.
inline constexpr double kRowHeight = 17;

/// The points that a row's wrapped texts need, estimated from widths of columns and counts of characters:
/// not every program does it by itself, and none for merged cells. At most Excel's 409.
[[nodiscard]] double row_height(const Sheet& sheet, std::size_t row);

}  // namespace exchange
