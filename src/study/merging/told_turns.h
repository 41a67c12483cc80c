// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "base/guid.h"
#include "study/merging/value.h"

namespace study::merging {

/// The turns of a source with guids of speakers in the place of ids.
struct ToldTurn {
    std::int64_t begin = 0, body = 0, end = 0;
    base::Guid speaker;

    bool operator==(const ToldTurn&) const = default;
};
[[nodiscard]] Value turns_value(const std::vector<ToldTurn>& turns);
[[nodiscard]] std::vector<ToldTurn> turns_in(const Value& value);

}  // namespace study::merging
