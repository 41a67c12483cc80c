// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "analysis/agreement/krippendorff.h"
#include "analysis/agreement/rated_table.h"

namespace report {

struct RatingsFileOptions {
    analysis::Level level = analysis::Level::nominal;
    std::vector<std::string> categories;  ///< declared, in their order; empty: those that occur
    std::vector<std::string> coders;      ///< the columns to compare; empty: all that are ratings
};

/// Reads a table of units by coders: a line with the names of the columns, then a line for each unit. A
/// column named unit, item or id (or eenheid) is not a coder; one named count (or aantal) says how many units
/// a line stands for. An empty cell, NA, - and . are missing ratings. For interval and ratio the ratings are
/// numbers, with decimal point or comma. Throws Error(bad_input) that names file, line and column: fewer than
/// two coders, a rating that was not declared, what is no number, a number that may have a thousands
/// separator.
[[nodiscard]] analysis::RatedTable read_ratings(const std::filesystem::path& path,
                                                const RatingsFileOptions& options);

}  // namespace report
