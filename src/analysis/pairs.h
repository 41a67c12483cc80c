// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/axis_items.h"
#include "analysis/crosstab.h"
#include "analysis/findings.h"
#include "analysis/numbered.h"
#include "analysis/tally.h"

namespace analysis {

/// Counts tables of which both axes are codes (or dimensions): what has the row's and the column's code.
/// Participants who have both, wherever; triads of those; sources that hold both; characters and words of a
/// participant that carry both; codings that stand under both, which for two codes are none.
class Pairs {
  public:
    /// The arguments must outlive it.
    Pairs(const AxisItems& rows, const AxisItems& columns, Count count, const WordsIn& words_in);

    /// Takes up one source's findings.
    void add(Findings& findings, const model::CountedSource& source);

    /// The cells with value, participants and codings. Call once, after the last source.
    [[nodiscard]] CrossCells take(const Numbered& numbered);

  private:
    struct Entry {
        std::int64_t order = 0;  ///< of the finding, among all
        Index participant = 0;
        Index source = 0;
        model::CodingId coding;
    };
    /// Everything under one row or column.
    struct Line {
        std::vector<Entry> entries;  ///< by order
        std::vector<Index> people;   ///< ordered, each once
        std::vector<Index> sources;  ///< ordered, each once
    };
    /// A participant's own passages under one item in one source.
    struct Passages {
        Index own = 0, item = 0;
        std::vector<text::Span> spans;
    };

    void add_to(std::vector<Line>& lines, const AxisItems& axis, const Findings& findings) const;
    [[nodiscard]] static std::vector<Passages> passages(const AxisItems& axis, Findings& findings);
    void measure(Findings& findings, const model::CountedSource& source);
    [[nodiscard]] std::vector<Entry> behind(const Line& row, const Line& column) const;
    [[nodiscard]] CrossCell cell(const Line& row, const Line& column, std::int64_t amount,
                                 const Numbered& numbered) const;

    const AxisItems& rows_;
    const AxisItems& columns_;
    Count count_;
    const WordsIn& words_in_;
    std::vector<Line> row_lines_, column_lines_;
    std::vector<std::int64_t> amounts_;  ///< [row · columns + column]
    std::int64_t findings_before_ = 0;   ///< in the sources before this one
};

}  // namespace analysis
