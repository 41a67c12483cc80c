// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "exchange/out/workbook.h"

namespace exchange {

inline constexpr std::size_t kSheetRowLimit = 1'048'576;
inline constexpr std::size_t kSheetLinkLimit = 65'530;

/// One sheet as it is written: some rows of a Sheet, below its frozen rows once more where it goes on.
struct SheetPart {
    const Sheet* sheet = nullptr;
    std::string name;                ///< mended and unique
    std::size_t repeated = 0;        ///< rows from 0 that stand above the others again
    std::size_t begin = 0, end = 0;  ///< rows of the Sheet

    [[nodiscard]] std::size_t size() const { return repeated + end - begin; }
    /// The row of the Sheet that stands at `row` of the part.
    [[nodiscard]] std::size_t source_row(std::size_t row) const {
        return row < repeated ? row : begin + row - repeated;
    }
};

/// How a workbook's sheets are divided over sheets that Excel accepts, and where its links lead then.
class SheetPlan {
  public:
    /// The workbook must outlive the plan.
    explicit SheetPlan(const Workbook& workbook, std::size_t row_limit = kSheetRowLimit);

    [[nodiscard]] const std::vector<SheetPart>& parts() const { return parts_; }
    /// The link with the name and the rows as they are written; empty where it leads nowhere.
    [[nodiscard]] std::string resolved(const std::string& link) const;

  private:
    std::vector<SheetPart> parts_;
    std::map<std::string, std::vector<std::size_t>> parts_of_;  ///< by the Sheet's own name
};

}  // namespace exchange
