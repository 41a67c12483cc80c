// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/axis_items.h"
#include "analysis/coverage.h"
#include "analysis/numbered.h"
#include "analysis/selection.h"

namespace analysis {

/// The participants that a cell could count, by how far they are: of = coded + uncoded + absent.
struct Base {
    std::int64_t of = 0, coded = 0, uncoded = 0, absent = 0;
};

/// The bases of all cells of a table: participants who belong to its row and to its column. To a code and to
/// a coder belong all, to a source those who are interviewed in it; in a source they are coded or not in that
/// source, for a coder by that coder.
class Bases {
  public:
    Bases(const AxisItems& rows, const AxisItems& columns, const Numbered& numbered,
          const Selection& selection, const Coverage& coverage);

    [[nodiscard]] const Base& at(Index row, Index column) const;

  private:
    enum class State { coded, uncoded, absent };

    void count_in_sources(Index hand);
    void count_participants(Index hand);
    void count(Index participant, Index source, Index hand, State state);

    const AxisItems& rows_;
    const AxisItems& columns_;
    const Numbered& numbered_;
    const Selection& selection_;
    const Coverage& coverage_;
    Index width_;
    std::vector<Base> bases_;
};

/// Writes into the items how many participants stand in each and how many of them are coded.
void count_participants(AxisItems& axis, const Numbered& numbered, const Selection& selection,
                        const Coverage& coverage);

}  // namespace analysis
