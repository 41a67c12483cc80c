// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/agreement/figure_text.h"

#include <algorithm>
#include <cmath>

namespace report {

namespace {

bool is_called_one(double number, int decimals) {
    return std::abs(number) < 1 && std::abs(number) > 1 - 0.5 * std::pow(10.0, -decimals);
}

}  // namespace

std::string coefficient_text(double number, int decimals) {
    if (is_called_one(number, decimals)) {
        ++decimals;
        const double most = 1 - std::pow(10.0, -decimals);
        number = std::clamp(number, -most, most);
    }
    const std::string text = fmt::format("{:.{}f}", number, decimals);
    const bool is_zero = text.find_first_not_of("-0.") == std::string::npos;
    return is_zero && text.front() == '-' ? text.substr(1) : text;
}

std::string percent_text(double share) {
    if (share == 1) return "100%";
    return fmt::format("{:.1f}%", std::min(99.9, 100 * share));
}

}  // namespace report
