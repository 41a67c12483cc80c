// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "analysis/crosstab.h"
#include "analysis/numbered.h"

namespace analysis {

/// Which sources and participants have been coded. A source is coded by a coder who marked it so, or who gave
/// it no mark and has a coding in it; the marks of the settled layer stand under nobody.
class Coverage {
  public:
    /// `numbered` must outlive it.
    Coverage(const Numbered& numbered, const Whose& whose);

    /// Whether the source is coded for the whole table. Any: by somebody or in the settled layer; all: by at
    /// least one coder's mark.
    [[nodiscard]] bool source(Index source) const { return sources_[source]; }
    /// Whether it is coded for the column of one hand (see Numbered::hand_of).
    [[nodiscard]] bool source(Index source, Index hand) const;
    /// Whether at least one of the participant's sources is coded.
    [[nodiscard]] bool participant(Index participant) const { return participants_[participant]; }

  private:
    const Numbered& numbered_;
    Whose whose_;
    std::vector<bool> sources_;
    std::vector<bool> participants_;
};

}  // namespace analysis
