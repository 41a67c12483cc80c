// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/agreement/disputes.h"
#include "analysis/axis.h"

namespace analysis {

/// One number of the matrix, as it is by whose codings.
struct StableCell {
    model::CodeId code;
    std::size_t column = 0;  ///< in Stability::columns
    std::int64_t first = 0, second = 0;
    std::int64_t either = 0, both = 0;  ///< participants for whom one of the two, or both, found the code
    std::int64_t settled = 0;
    std::int64_t low = 0, high = 0;  ///< least and most that it can be once the open disputes are settled
    std::vector<std::size_t> open;   ///< open disputes on which it hangs: places in Disputes::list

    /// The same number whoever coded.
    [[nodiscard]] bool same() const { return first == second && either == both && first == both; }
    [[nodiscard]] bool stable() const { return same() && open.empty(); }
};

/// The matrix of codes by roles (or another axis of participants), counting participants, under each answer
/// to what the coders dispute.
struct Stability {
    std::vector<AxisItem> columns;
    std::vector<StableCell> cells;  ///< in which anybody found anything: by code in the codebook's order
    std::size_t all_cells = 0;      ///< also those in which nobody found anything
    std::size_t same = 0,
                hanging = 0;  ///< how many are the same whoever coded; how many hang on open disputes
    std::size_t sources = 0, uncompared = 0;  ///< that both coded; the others, which are left out
};

/// How far the matrix depends on whose codings it counts. Only the sources that both coders marked as coded
/// are counted. `disputes` are those of the spec. Throws Error(not_found) for an axis that
/// the material has not.
[[nodiscard]] Stability stability(const model::Material& material, const AgreementSpec& spec,
                                  const Disputes& disputes, const Axis& columns = {Axis::Kind::role, {}, {}});

}  // namespace analysis
