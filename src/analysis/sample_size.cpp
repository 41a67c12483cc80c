// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/sample_size.h"

#include <cmath>
#include <random>

namespace analysis {

namespace {

constexpr double kOf95 = 1.959963984540054;

struct Counts {
    double both = 0, one = 0, none = 0;  ///< units that both, one or none of the coders coded
};

double kappa_of(const Counts& counts) {
    const double all = counts.both + counts.one + counts.none;
    const double coded = (counts.both + counts.one / 2) / all;
    const double expected = coded * coded + (1 - coded) * (1 - coded);
    const double observed = (counts.both + counts.none) / all;
    return expected >= 1 ? 1 : (observed - expected) / (1 - expected);
}

double drawn_prevalence(const SampleAssumptions& assumed, std::mt19937_64& random) {
    const double size = (1 - assumed.between_sources) / assumed.between_sources;
    std::gamma_distribution<double> coded(assumed.prevalence * size), other((1 - assumed.prevalence) * size);
    const double a = coded(random), b = other(random);
    return a + b > 0 ? a / (a + b) : assumed.prevalence;
}

double simulated_kappa(std::size_t sources, const SampleAssumptions& assumed, std::mt19937_64& random) {
    Counts counts;
    for (std::size_t source = 0; source < sources; ++source) {
        const double p = drawn_prevalence(assumed, random);
        const double both = p * p + assumed.kappa * p * (1 - p);
        const double one = 2 * p * (1 - p) * (1 - assumed.kappa);
        const auto units = static_cast<long>(assumed.units);
        const long agreed = std::binomial_distribution<long>(units, std::min(1.0, both))(random);
        const double rest = both < 1 ? std::min(1.0, one / (1 - both)) : 0;
        const long differ = std::binomial_distribution<long>(units - agreed, rest)(random);
        counts.both += static_cast<double>(agreed);
        counts.one += static_cast<double>(differ);
        counts.none += static_cast<double>(units - agreed - differ);
    }
    return kappa_of(counts);
}

}  // namespace

double simulated_width(std::size_t sources, const SampleAssumptions& assumptions) {
    std::mt19937_64 random(assumptions.seed);
    double sum = 0, squares = 0;
    for (std::size_t i = 0; i < assumptions.replicates; ++i) {
        const double kappa = simulated_kappa(sources, assumptions, random);
        sum += kappa;
        squares += kappa * kappa;
    }
    const auto n = static_cast<double>(assumptions.replicates);
    const double variance = std::max(0.0, (squares - sum * sum / n) / (n - 1));
    return 2 * kOf95 * std::sqrt(variance);
}

std::size_t sources_for_width(double width, std::size_t most, const SampleAssumptions& assumptions) {
    std::size_t few = 0, enough = 1;
    while (enough < most && simulated_width(enough, assumptions) > width) {
        few = enough;
        enough = std::min(most, enough * 2);
    }
    while (few + 1 < enough) {
        const std::size_t middle = (few + enough) / 2;
        (simulated_width(middle, assumptions) > width ? few : enough) = middle;
    }
    return enough;
}

}  // namespace analysis
