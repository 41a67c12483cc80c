// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace analysis {

/// How much two categories agree: 1 for the same, down to 0. A square table over the declared categories.
class Weights {
  public:
    /// 1 for the same category, 0 for any other.
    static Weights identity(int categories);
    /// 1 - |x - y| / (max - min) (Cicchetti & Allison 1971) over the categories' values.
    static Weights linear(const std::vector<double>& values);
    /// 1 - ((x - y) / (max - min))^2 (Fleiss & Cohen 1973).
    static Weights quadratic(const std::vector<double>& values);
    /// From a table of disagreements, [k * q + l], 0 for none: 1 - d / max d.
    static Weights from_disagreements(int categories, const std::vector<double>& disagreements);

    [[nodiscard]] int categories() const { return categories_; }
    [[nodiscard]] double at(int k, int l) const {
        return table_[static_cast<std::size_t>(k * categories_ + l)];
    }
    /// The sum over the table, T_w.
    [[nodiscard]] double total() const { return total_; }

  private:
    Weights(int categories, std::vector<double> table);

    int categories_;
    std::vector<double> table_;
    double total_;
};

/// 0, 1, 2, …: values for categories that are names or ranks.
[[nodiscard]] std::vector<double> positions(int categories);

}  // namespace analysis
