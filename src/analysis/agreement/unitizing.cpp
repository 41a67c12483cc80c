// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/agreement/unitizing.h"

#include <algorithm>

namespace analysis {

namespace {

/// Sums over the continua. Values are numbered from 1, 0 is the gap. Lengths are whole numbers, and their
/// products pass 2^53 only in places where the last digits do not matter.
struct LengthSums {
    explicit LengthSums(int values)
        : same(static_cast<std::size_t>(values) + 1),
          margin(same.size()),
          squares(same.size()),
          both_same(same.size()),
          both_margin(same.size()),
          both_squares(same.size()) {}

    double observers = 0, total = 0;
    std::vector<double> same;          ///< l_cc
    std::vector<double> margin;        ///< l_c
    std::vector<double> squares;       ///< S_c; for the gap its length
    std::vector<double> both_same;     ///< l*_cc: as l_cc, of pairs in which both are units
    std::vector<double> both_margin;   ///< l*_c
    std::vector<double> both_squares;  ///< S*_c
};

using Units = std::vector<UnitizedSpan>;

bool make_partition(Units& units) {
    std::erase_if(units, [](const UnitizedSpan& unit) { return unit.span.empty(); });
    std::sort(units.begin(), units.end(),
              [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; });
    for (std::size_t i = 1; i < units.size(); ++i) {
        if (units[i].span.begin < units[i - 1].span.end) return false;
    }
    return true;
}

/// Margins and squares: what each observer has on their own.
void add_own(LengthSums& sums, const Units& units, text::Position length) {
    double gap = static_cast<double>(length);
    for (const auto& unit : units) {
        const auto size = static_cast<double>(unit.span.length());
        sums.margin[static_cast<std::size_t>(unit.value) + 1] += size;
        sums.squares[static_cast<std::size_t>(unit.value) + 1] += size * size;
        gap -= size;
    }
    sums.margin[0] += gap;
    sums.squares[0] += gap;
    sums.total += static_cast<double>(length);
}

/// What two observers have in common, seen from the first: each unordered pair is added from both sides.
void add_pair(LengthSums& sums, const Units& first, const Units& second, text::Position length,
              double share) {
    double common = 0;
    auto start = second.begin();
    for (const auto& unit : first) {
        const auto value = static_cast<std::size_t>(unit.value) + 1;
        while (start != second.end() && start->span.end <= unit.span.begin) ++start;
        double covered = 0;
        for (auto other = start; other != second.end() && other->span.begin < unit.span.end; ++other) {
            const auto both = static_cast<double>(text::overlap(unit.span, other->span));
            covered += both;
            if (other->value == unit.value) sums.both_same[value] += both * share;
        }
        sums.both_margin[value] += covered * share;
        sums.both_squares[value] += covered * covered * share;
        common += covered;
    }
    double first_length = 0, second_length = 0;
    for (const auto& unit : first) first_length += static_cast<double>(unit.span.length());
    for (const auto& unit : second) second_length += static_cast<double>(unit.span.length());
    sums.same[0] += (static_cast<double>(length) - first_length - second_length + common) * share;
}

/// Expected e_cc = l (l_c^2 - S_c) / (l^2 - sum S).
struct Expectation {
    double total, denominator;

    Expectation(double all, const std::vector<double>& squares, std::size_t from)
        : total(all), denominator(all * all) {
        for (std::size_t c = from; c < squares.size(); ++c) denominator -= squares[c];
    }
    [[nodiscard]] double same(double margin, double square) const {
        return total * (margin * margin - square) / denominator;
    }
    /// The sum of e_ck over all k; a little below l_c, since a unit is not paired with itself.
    [[nodiscard]] double row(double margin, double square) const {
        return total * (margin * total - square) / denominator;
    }
};

Figure one_minus(double observed, double expected) {
    if (!(expected > 0)) return Lack::no_variation;
    return 1 - observed / expected;
}

Figure whole(const LengthSums& sums, const Expectation& expectation) {
    double observed = sums.total, expected = sums.total;
    for (std::size_t c = 0; c < sums.same.size(); ++c) {
        observed -= sums.same[c];
        expected -= expectation.same(sums.margin[c], sums.squares[c]);
    }
    return one_minus(observed, expected);
}

Figure relevance(const LengthSums& sums, const Expectation& expectation) {
    const double gaps = sums.margin[0], square = sums.squares[0];
    const double expected = expectation.row(gaps, square) - expectation.same(gaps, square);
    // Rounding leaves a trace of what is nothing where all is gap.
    if (expected < sums.total * 1e-12) return Lack::no_variation;
    return one_minus(gaps - sums.same[0], expected);
}

double sum_of(const std::vector<double>& numbers) {
    double sum = 0;
    for (const double number : numbers) sum += number;
    return sum;
}

Unitizing figures(const LengthSums& sums) {
    Unitizing result;
    const Expectation expectation(sums.total, sums.squares, 0);
    result.u = expectation.denominator > 0 ? whole(sums, expectation) : Figure(Lack::no_variation);
    result.relevance =
        expectation.denominator > 0 ? relevance(sums, expectation) : Figure(Lack::no_variation);

    const double both = sum_of(sums.both_margin);
    const Expectation paired(both, sums.both_squares, 1);
    if (sums.total > 0) result.coding.coverage = both / sums.total;
    result.coding.value = both > 0 ? Lack::no_variation : Lack::no_overlap;
    const bool varies = both > 0 && paired.denominator > 0;
    if (varies) {
        double expected = both;
        for (std::size_t c = 1; c < sums.both_margin.size(); ++c) {
            expected -= paired.same(sums.both_margin[c], sums.both_squares[c]);
        }
        // Rounding leaves a trace of what is nothing where one value has it all.
        if (expected > both * 1e-12) result.coding.value = 1 - (both - sum_of(sums.both_same)) / expected;
    }
    for (std::size_t c = 1; c < sums.margin.size(); ++c) {
        CoveredFigure figure;
        figure.coverage = Lack::unused;
        if (sums.margin[c] > 0) figure.coverage = sums.both_margin[c] / sums.margin[c];
        figure.value = sums.margin[c] > 0 ? Lack::no_overlap : Lack::unused;
        if (sums.both_margin[c] > 0) figure.value = Lack::no_variation;
        if (varies && sums.both_margin[c] > 0) {
            const double margin = sums.both_margin[c], square = sums.both_squares[c];
            const double row = paired.row(margin, square), same = paired.same(margin, square);
            if (row - same > both * 1e-12) {
                figure.value = 1 - row / margin * (margin - sums.both_same[c]) / (row - same);
            }
        }
        result.by_value.push_back(figure);
    }
    return result;
}

Unitizing refused(int values) {
    const CoveredFigure refused{Lack::overlapping, Lack::overlapping};
    return {Lack::overlapping, Lack::overlapping, refused,
            std::vector<CoveredFigure>(static_cast<std::size_t>(values), refused)};
}

}  // namespace

Unitizing unitizing(const std::vector<Continuum>& continua, int values) {
    LengthSums sums(values);
    for (const Continuum& continuum : continua) {
        auto observers = continuum.observers;
        if (observers.size() < 2) continue;
        const double share = 1.0 / static_cast<double>(observers.size() - 1);
        for (Units& units : observers) {
            if (!make_partition(units)) return refused(values);
            add_own(sums, units, continuum.length);
        }
        for (std::size_t i = 0; i < observers.size(); ++i) {
            for (std::size_t j = 0; j < observers.size(); ++j) {
                if (i != j) add_pair(sums, observers[i], observers[j], continuum.length, share);
            }
        }
    }
    for (std::size_t c = 1; c < sums.same.size(); ++c) sums.same[c] = sums.both_same[c];
    if (sums.total > 0) return figures(sums);
    Unitizing nothing;
    nothing.by_value.resize(static_cast<std::size_t>(values));
    return nothing;
}

}  // namespace analysis
