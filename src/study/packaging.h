// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "model/source.h"
#include "study/study.h"

/// Which sources a second coder gets.
namespace study::packages {

/// Sources that are alike in who speaks in them.
struct Stratum {
    std::string name;                      ///< the roles, and where they are drawn by triad too, the triad
    std::vector<model::SourceId> sources;  ///< ordered by guid, so that a seed draws the same in every copy
};

/// The sources of a study by the roles of who is interviewed in them.
[[nodiscard]] std::vector<Stratum> strata(const Study& study);

/// Draws `number` sources with a seed: from each stratum as many as its part of all (largest remainders), and
/// within it first of triads of which fewer were drawn. The same seed draws the same. All, where there are
/// not more.
[[nodiscard]] std::vector<model::SourceId> draw(const Study& study, std::size_t number, std::uint64_t seed);

}  // namespace study::packages
