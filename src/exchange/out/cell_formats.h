// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xlsxwriter.h>

#include <map>
#include <tuple>

#include "exchange/out/workbook.h"

namespace exchange {

/// The look of every workbook: Calibri 11, one quiet accent colour, hairlines instead of a grid. Makes each
/// format of a workbook once; the workbook owns them.
class CellFormats {
  public:
    explicit CellFormats(lxw_workbook* workbook) : workbook_(workbook) {}

    /// The format of a cell; throws Error(io) where there is no memory for it.
    [[nodiscard]] lxw_format* of(const SheetCell& cell);

  private:
    using Key = std::tuple<CellStyle, CellAlign, int, int, bool, bool, bool, bool, bool>;
    lxw_workbook* workbook_;
    std::map<Key, lxw_format*> formats_;
};

}  // namespace exchange
