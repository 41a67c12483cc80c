// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "exchange/out/workbook.h"
#include "model/ids.h"
#include "report/passages/passage.h"

namespace report {

/// A sheet of passages in blocks, one for each number that leads to it.
class PassageSheet {
  public:
    explicit PassageSheet(PassageOf passage_of);

    /// Appends the passages of one number and returns the link to them; no link where there are none.
    [[nodiscard]] std::string add_block(const std::string& row, const std::string& column,
                                        const std::vector<model::CodingId>& codings);
    /// The sheet with all blocks; leaves none here.
    [[nodiscard]] exchange::Sheet take() { return std::move(sheet_); }

  private:
    PassageOf passage_of_;
    exchange::Sheet sheet_;
};

}  // namespace report
