// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>

#include "base/guid.h"

namespace study::merging {

/// When something was changed, in an order that all copies agree on and in which a change stands behind
/// whatever its author could see: seconds since 1970, and steps where clocks do not tell changes apart (a
/// hybrid logical clock, Kulkarni et al. 2014). The guid of the revision decides between two machines.
struct Stamp {
    std::int64_t at = 0;
    std::int64_t step = 0;
    base::Guid revision;

    /// False: not changed since the copies were one, as far as is known.
    [[nodiscard]] bool known() const { return at != 0; }
    auto operator<=>(const Stamp&) const = default;
};

/// Numbers the revisions of one history.
class Clock {
  public:
    Stamp next(std::int64_t at, const base::Guid& revision) {
        last_ = at > last_.at ? Stamp{at, 0, revision} : Stamp{last_.at, last_.step + 1, revision};
        return last_;
    }
    /// From now on the clock stands behind that stamp, which came from another copy.
    void pass(const Stamp& stamp) { last_ = std::max(last_, stamp); }
    [[nodiscard]] const Stamp& last() const { return last_; }

  private:
    Stamp last_;
};

}  // namespace study::merging
