// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <unordered_map>

#include "model/material.h"

namespace ui {

/// What stands beside a code in the codebook; what is below it counts for it too.
struct CodeCount {
    std::size_t participants = 0;  ///< who has the code somewhere, each once
    std::size_t passages = 0;      ///< codings

    bool operator==(const CodeCount&) const = default;
};

using CodeCounts = std::unordered_map<model::CodeId, CodeCount>;

using ShowsCoding = std::function<bool(const model::CountedSource&, const model::CountedCoding&)>;

/// Counts the codings that `shows` leaves, in one pass. Codes without any are not in the result.
[[nodiscard]] CodeCounts count_codes(const model::Material& material, const ShowsCoding& shows);

}  // namespace ui
