// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/agreement/unitizing.h"

#include <algorithm>

namespace analysis {

namespace {

/// The columns: the length of all observers, then these six of each value, of which 0 is the gap.
enum Part {
    kSame,         ///< l_cc: where both of a pair have the value
    kMargin,       ///< l_c: where one has it
    kSquares,      ///< S_c: squared lengths of units; for the gap its length
    kBothSame,     ///< l*_cc: as l_cc, where both of a pair have units
    kBothMargin,   ///< l*_c
    kBothSquares,  ///< S*_c
    kParts
};

std::size_t place(int value, Part part) {
    return 1 + static_cast<std::size_t>(value) * kParts + part;
}

using Units = std::vector<ValuedSpan>;

/// Lengths are whole numbers; their products pass 2^53 only where the last digits do not matter.
double length_of(const text::Span& span) {
    return static_cast<double>(span.length());
}

/// Margins and squares: what each observer has on their own.
void add_own(std::span<double> columns, const Units& units, text::Position length) {
    double gap = static_cast<double>(length);
    for (const auto& [span, value] : units) {
        columns[place(value, kMargin)] += length_of(span);
        columns[place(value, kSquares)] += length_of(span) * length_of(span);
        gap -= length_of(span);
    }
    columns[place(0, kMargin)] += gap;
    columns[place(0, kSquares)] += gap;
    columns[0] += static_cast<double>(length);
}

double total_length(const Units& units) {
    double total = 0;
    for (const auto& unit : units) total += length_of(unit.span);
    return total;
}

/// What two observers have in common, seen from the first: each unordered pair is added from both sides.
void add_pair(std::span<double> columns, const Units& first, const Units& second, text::Position length,
              double share) {
    double common = 0;
    auto start = second.begin();
    for (const auto& [span, value] : first) {
        while (start != second.end() && start->span.end <= span.begin) ++start;
        double covered = 0;
        for (auto other = start; other != second.end() && other->span.begin < span.end; ++other) {
            const auto both = static_cast<double>(text::overlap(span, other->span));
            covered += both;
            if (other->value == value) {
                columns[place(value, kSame)] += both * share;
                columns[place(value, kBothSame)] += both * share;
            }
        }
        columns[place(value, kBothMargin)] += covered * share;
        columns[place(value, kBothSquares)] += covered * covered * share;
        common += covered;
    }
    const double either = total_length(first) + total_length(second) - common;
    columns[place(0, kSame)] += (static_cast<double>(length) - either) * share;
}

/// Expected e_cc = l (l_c^2 - S_c) / (l^2 - sum S).
struct Expectation {
    double total = 0, denominator = 0;

    [[nodiscard]] double same(double margin, double square) const {
        return total * (margin * margin - square) / denominator;
    }
    /// The sum of e_ck over all k; a little below l_c, since a unit is not paired with itself.
    [[nodiscard]] double row(double margin, double square) const {
        return total * (margin * total - square) / denominator;
    }
};

/// Reads the columns and computes.
class Family {
  public:
    Family(std::span<const double> columns, int values) : columns_(columns), values_(values) {
        all_ = expectation(columns[0], kSquares, 0);
        both_ = expectation(sum(kBothMargin, 1), kBothSquares, 1);
    }

    Unitizing figures() const {
        Unitizing result = no_unitizing(Lack::no_overlap, values_);
        if (all_.total == 0) return result;
        result.u = u();
        result.relevance = relevance();
        result.coding = {coding(), both_.total / all_.total};
        for (int value = 1; value <= values_; ++value) {
            result.by_value[static_cast<std::size_t>(value - 1)] = of_value(value);
        }
        return result;
    }

  private:
    [[nodiscard]] double at(int value, Part part) const { return columns_[place(value, part)]; }
    [[nodiscard]] double sum(Part part, int from) const {
        double total = 0;
        for (int value = from; value <= values_; ++value) total += at(value, part);
        return total;
    }
    [[nodiscard]] Expectation expectation(double total, Part squares, int from) const {
        return {total, total * total - sum(squares, from)};
    }

    /// 1 - observed / expected, where what is expected is more than the trace that rounding leaves.
    static Figure one_minus(double observed, double expected, double total) {
        if (!(expected > total * 1e-12)) return Lack::no_variation;
        return 1 - observed / expected;
    }

    [[nodiscard]] Figure u() const {
        if (!(all_.denominator > 0)) return Lack::no_variation;
        double expected = all_.total;
        for (int value = 0; value <= values_; ++value) {
            expected -= all_.same(at(value, kMargin), at(value, kSquares));
        }
        return one_minus(all_.total - sum(kSame, 0), expected, all_.total);
    }

    [[nodiscard]] Figure relevance() const {
        if (!(all_.denominator > 0)) return Lack::no_variation;
        const double gaps = at(0, kMargin), square = at(0, kSquares);
        return one_minus(gaps - at(0, kSame), all_.row(gaps, square) - all_.same(gaps, square), all_.total);
    }

    [[nodiscard]] Figure coding() const {
        if (both_.total == 0) return Lack::no_overlap;
        if (!(both_.denominator > 0)) return Lack::no_variation;
        double expected = both_.total;
        for (int value = 1; value <= values_; ++value) {
            expected -= both_.same(at(value, kBothMargin), at(value, kBothSquares));
        }
        return one_minus(both_.total - sum(kBothSame, 1), expected, both_.total);
    }

    [[nodiscard]] CoveredFigure of_value(int value) const {
        const double own = at(value, kMargin), margin = at(value, kBothMargin);
        if (own == 0) return {Lack::unused, Lack::unused};
        if (margin == 0) return {Lack::no_overlap, 0.0};
        if (!(both_.denominator > 0)) return {Lack::no_variation, margin / own};
        const double square = at(value, kBothSquares);
        const double row = both_.row(margin, square), same = both_.same(margin, square);
        return {one_minus(row / margin * (margin - at(value, kBothSame)), row - same, both_.total),
                margin / own};
    }

    std::span<const double> columns_;
    int values_;
    Expectation all_, both_;
};

}  // namespace

std::size_t unitizing_columns(int values) {
    return place(values + 1, kSame);
}

bool add_continuum(const Continuum& continuum, int values, std::span<double> columns) {
    const auto& observers = continuum.observers;
    if (!std::all_of(observers.begin(), observers.end(), are_disjoint)) return false;
    if (observers.size() < 2 || columns.size() < unitizing_columns(values)) return true;
    const double share = 1.0 / static_cast<double>(observers.size() - 1);
    for (std::size_t i = 0; i < observers.size(); ++i) {
        add_own(columns, observers[i], continuum.length);
        for (std::size_t j = 0; j < observers.size(); ++j) {
            if (i != j) add_pair(columns, observers[i], observers[j], continuum.length, share);
        }
    }
    return true;
}

Unitizing unitizing(std::span<const double> columns, int values) {
    return Family(columns, values).figures();
}

Unitizing no_unitizing(Lack lack, int values) {
    const CoveredFigure none{lack, lack};
    return {lack, lack, none, std::vector<CoveredFigure>(static_cast<std::size_t>(values), none)};
}

}  // namespace analysis
