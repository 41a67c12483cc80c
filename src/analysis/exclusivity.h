// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "analysis/coverage.h"
#include "analysis/crosstab.h"
#include "analysis/findings.h"
#include "analysis/numbered.h"
#include "analysis/selection.h"

namespace analysis {

/// Watches whether coded participants have exactly one code of each exclusive dimension. A dimension of which
/// the filter shows only a part is not watched: the missing code may be in the other part. A code with codes
/// below it can be exclusive too, at any depth.
class Exclusivity {
  public:
    /// The arguments must outlive it.
    Exclusivity(const Numbered& numbered, const Selection& selection);

    void add(const std::vector<Finding>& findings);

    /// In the order of the codebook, then of the participants.
    [[nodiscard]] std::vector<ExclusivityWarning> warnings(const Coverage& coverage) const;

  private:
    /// A dimension and what stands below it: neighbours in the codebook.
    struct Watched {
        Index begin = 0, end = 0;
    };
    [[nodiscard]] std::size_t place(Index participant, Index code) const {
        return static_cast<std::size_t>(participant) * static_cast<std::size_t>(numbered_.codes()) +
               static_cast<std::size_t>(code);
    }

    const Numbered& numbered_;
    const Selection& selection_;
    std::vector<Watched> watched_;
    std::vector<bool> found_;  ///< by place(); empty where nothing is watched
};

}  // namespace analysis
