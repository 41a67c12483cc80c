// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace analysis {

/// The share of a standard normal variable below z.
[[nodiscard]] double normal_below(double z);
/// The z below which the share p (0 < p < 1) of a standard normal variable lies.
[[nodiscard]] double normal_quantile(double p);
/// The t below which the share p (0 < p < 1) of Student's t with `freedom` (> 0) degrees of freedom lies.
[[nodiscard]] double t_quantile(double p, double freedom);

}  // namespace analysis
