// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/agreement/distributions.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace analysis {

namespace {

/// Where an increasing function, the share below x, reaches p: by halving, to the last digits.
template <class Below>
double quantile(double p, const Below& below) {
    double low = -1, high = 1;
    while (below(low) > p) low *= 2;
    while (below(high) < p) high *= 2;
    for (int i = 0; i < 200 && high - low > 1e-15 * std::max(1.0, std::abs(low)); ++i) {
        const double middle = (low + high) / 2;
        (below(middle) < p ? low : high) = middle;
    }
    return (low + high) / 2;
}

double not_zero(double x) {
    constexpr double kTiny = 1e-300;
    return std::abs(x) < kTiny ? kTiny : x;
}

/// The continued fraction of the incomplete beta function by Lentz's method (DLMF 8.17.22).
double beta_fraction(double a, double b, double x) {
    double c = 1, d = 1 / not_zero(1 - (a + b) * x / (a + 1)), fraction = d;
    for (int m = 1; m < 10000; ++m) {
        const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        d = 1 / not_zero(1 + even * d);
        c = not_zero(1 + even / c);
        fraction *= d * c;
        const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / not_zero(1 + odd * d);
        c = not_zero(1 + odd / c);
        fraction *= d * c;
        if (std::abs(d * c - 1) < std::numeric_limits<double>::epsilon()) break;
    }
    return fraction;
}

/// The regularised incomplete beta function I_x(a, b).
double incomplete_beta(double a, double b, double x) {
    if (x <= 0) return 0;
    if (x >= 1) return 1;
    const double front =
        std::exp(std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) + a * std::log(x) + b * std::log1p(-x));
    if (x < (a + 1) / (a + b + 2)) return front * beta_fraction(a, b, x) / a;
    return 1 - front * beta_fraction(b, a, 1 - x) / b;
}

double t_below(double t, double freedom) {
    const double tail = incomplete_beta(freedom / 2, 0.5, freedom / (freedom + t * t)) / 2;
    return t < 0 ? tail : 1 - tail;
}

}  // namespace

double normal_below(double z) {
    return std::erfc(-z / std::sqrt(2.0)) / 2;
}

double normal_quantile(double p) {
    // The lower half keeps all its digits near 0.
    if (p > 0.5) return -normal_quantile(1 - p);
    return quantile(p, normal_below);
}

double t_quantile(double p, double freedom) {
    if (p > 0.5) return -t_quantile(1 - p, freedom);
    return quantile(p, [&](double t) { return t_below(t, freedom); });
}

}  // namespace analysis
