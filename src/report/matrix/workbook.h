// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "analysis/crosstab.h"
#include "exchange/out/workbook.h"
#include "model/table.h"
#include "report/passages/passage.h"

namespace report {

/// What a reader of a number must know of where it comes from.
struct About {
    std::string study;
    std::string codebook;
    std::int64_t revision = 0;       ///< the number of the study's last revision
    std::int64_t revision_date = 0;  ///< its time, seconds since 1970, UTC; also the date of the file
    std::string program_version;
    /// What was counted: unit, coder, attribution, filters, … as label and value.
    std::vector<std::pair<std::string, std::string>> counted;
};

/// A matrix as a workbook of three sheets: the table, each number of which leads to its block of passages;
/// the passages, one block for each cell in the order of the table (a passage may stand in several); and
/// what was counted. `table` shows `crosstab` in either layout; its traces are those of report::trace_of().
[[nodiscard]] exchange::Workbook matrix_workbook(const analysis::Crosstab& crosstab,
                                                 const model::Table& table, const PassageOf& passage_of,
                                                 const About& about);

}  // namespace report
