// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace analysis {

/// The place of a thing in a list of the material, from 0. Counting works on places, so that its inner
/// loops read arrays and look nothing up.
using Index = std::int32_t;
inline constexpr Index kNowhere = -1;

/// The places of things by their ids.
template <class Id>
class Numbering {
  public:
    Numbering() = default;
    template <class Thing>
    explicit Numbering(const std::vector<Thing>& things) {
        places_.reserve(things.size());
        for (const Thing& thing : things) places_.emplace_back(thing.id, static_cast<Index>(places_.size()));
        std::sort(places_.begin(), places_.end());
    }

    /// kNowhere for an id that is not in the list.
    [[nodiscard]] Index of(Id id) const {
        const auto found =
            std::lower_bound(places_.begin(), places_.end(), id,
                             [](const auto& entry, Id wanted) { return entry.first < wanted; });
        return found != places_.end() && found->first == id ? found->second : kNowhere;
    }

  private:
    std::vector<std::pair<Id, Index>> places_;
};

}  // namespace analysis
