// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "analysis/agreement/agreement.h"
#include "report/charts/chart.h"

namespace report {

/// A line of a forest plot.
struct ForestLine {
    std::string label;
    analysis::AgreementFigure figure;
    bool heading = false;  ///< heads the lines below it; its figure is not drawn
};

/// Values with their intervals on one scale from -0.2 (or less) to 1, with Krippendorff's limits .667 and
/// .800 as lines: a dot for the value, a line for the interval; a hollow place and the reason where there is
/// no value. As high as it needs.
[[nodiscard]] Chart forest_chart(const std::string& title, const std::vector<ForestLine>& lines,
                                 const std::vector<std::string>& notes, const ChartLook& look,
                                 const TextWidth& text_width = estimated_text_width);

}  // namespace report
