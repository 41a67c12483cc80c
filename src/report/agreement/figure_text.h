// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace report {

/// A coefficient as papers print it, "0.76", "-0.05". What rounding would call 1 although it is less gets one
/// decimal more, "0.997".
[[nodiscard]] std::string coefficient_text(double number, int decimals = 2);
/// "88.2%" of a share; 100% only where it is all.
[[nodiscard]] std::string percent_text(double share);

}  // namespace report
