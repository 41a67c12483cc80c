// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace analysis {

/// What is assumed of two coders who are not known yet.
struct SampleAssumptions {
    double kappa = 0.7;
    double prevalence = 0.2;       ///< the part of units that carry a code
    double between_sources = 0.1;  ///< intra-source correlation: how much sources differ in it
    std::size_t units = 40;        ///< that can be coded in a source, as its turns
    std::size_t replicates = 500;
    std::uint64_t seed = 1;
};

/// How wide a 95 per cent interval of Cohen's kappa is with so many sources: 2 × 1.96 times the spread of
/// kappa over simulated studies in which the assumptions hold. The prevalence of a source is drawn from a
/// beta distribution, its units from the joint probabilities of two coders with that kappa (Cantor 1996).
[[nodiscard]] double simulated_width(std::size_t sources, const SampleAssumptions& assumptions);

/// The smallest number of sources whose interval is at most that wide; `most` where even that many do not do.
[[nodiscard]] std::size_t sources_for_width(double width, std::size_t most,
                                            const SampleAssumptions& assumptions);

}  // namespace analysis
