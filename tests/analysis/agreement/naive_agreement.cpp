// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/agreement/naive_agreement.h"

#include <algorithm>
#include <cmath>

namespace agreement_test {

namespace {

using analysis::AgreementSpec;
using model::CountedSource;

bool has_coded(const CountedSource& source, const analysis::Observer& observer) {
    const auto mark =
        source.marks.find(observer.layer == model::kSettledLayer ? model::CoderId{} : observer.coder);
    if (mark == source.marks.end()) return false;
    const auto& [how_far, round] = mark->second;
    if (observer.layer <= 0) return how_far == model::Mark::coded || round > 1;
    return observer.layer < round || (observer.layer == round && how_far == model::Mark::coded);
}

bool is_marked(const CountedSource& source, const analysis::Observer& observer, model::CodeId code,
               text::Position position) {
    const auto marks_it = [&](const model::CountedCoding& coding) {
        const bool stands = observer.layer == model::kStandingRound && coding.layer != model::kSettledLayer;
        return coding.code == code && (stands || coding.layer == observer.layer) &&
               (observer.layer == model::kSettledLayer || coding.coder == observer.coder) &&
               (coding.whole_source() || coding.span.contains(position));
    };
    if (std::any_of(source.codings.begin(), source.codings.end(), marks_it)) return true;
    return observer.layer > 0 && std::any_of(source.aside.begin(), source.aside.end(), marks_it);
}

std::vector<int> given(const std::vector<int>& unit) {
    std::vector<int> ratings;
    for (const int rating : unit) {
        if (rating >= 0) ratings.push_back(rating);
    }
    return ratings;
}

/// The ratings of all units that have two or more.
std::vector<std::vector<int>> pairable(const WrittenOut& units) {
    std::vector<std::vector<int>> all;
    for (const auto& unit : units) {
        if (given(unit).size() > 1) all.push_back(given(unit));
    }
    return all;
}

}  // namespace

WrittenOut characters_of(const model::Material& material, const AgreementSpec& spec, model::CodeId code) {
    WrittenOut units;
    for (const auto& source : material.sources) {
        std::vector<bool> coded;
        for (const auto& observer : spec.coders) coded.push_back(has_coded(source, observer));
        if (std::count(coded.begin(), coded.end(), true) < 2) continue;
        for (text::Position at = 0; at < source.length; ++at) {
            auto& unit = units.emplace_back();
            for (std::size_t g = 0; g < coded.size(); ++g) {
                unit.push_back(!coded[g] ? -1 : is_marked(source, spec.coders[g], code, at) ? 1 : 0);
            }
        }
    }
    return units;
}

double naive_alpha(const WrittenOut& units) {
    // All pairs within units against all pairs of all ratings, each ordered pair once.
    double observed = 0, total = 0, ones = 0;
    for (const auto& unit : pairable(units)) {
        for (std::size_t g = 0; g < unit.size(); ++g) {
            for (std::size_t h = 0; h < unit.size(); ++h) {
                if (g != h && unit[g] != unit[h]) observed += 1.0 / static_cast<double>(unit.size() - 1);
            }
            total += 1;
            ones += unit[g];
        }
    }
    const double expected = 2 * ones * (total - ones) / (total - 1);
    return expected > 0 ? 1 - observed / expected : NAN;
}

double naive_percent(const WrittenOut& units) {
    double sum = 0;
    const auto all = pairable(units);
    for (const auto& unit : all) {
        double same = 0, pairs = 0;
        for (std::size_t g = 0; g < unit.size(); ++g) {
            for (std::size_t h = g + 1; h < unit.size(); ++h) {
                same += unit[g] == unit[h];
                pairs += 1;
            }
        }
        sum += same / pairs;
    }
    return all.empty() ? NAN : sum / static_cast<double>(all.size());
}

double naive_kappa(const WrittenOut& units) {
    double both = 0, a = 0, b = 0, same = 0;
    for (const auto& unit : pairable(units)) {
        both += 1;
        a += unit[0];
        b += unit[1];
        same += unit[0] == unit[1];
    }
    const double chance = (a * b + (both - a) * (both - b)) / (both * both);
    return both == 0 || chance == 1 ? NAN : (same / both - chance) / (1 - chance);
}

double naive_f1(const WrittenOut& units) {
    double both = 0, marked = 0;
    for (const auto& unit : pairable(units)) {
        for (std::size_t g = 0; g < unit.size(); ++g) {
            for (std::size_t h = g + 1; h < unit.size(); ++h) {
                both += unit[g] * unit[h];
                marked += unit[g] + unit[h];
            }
        }
    }
    return marked == 0 ? NAN : 2 * both / marked;
}

namespace {

/// The mean over units of the share of ones.
double mean_share(const WrittenOut& units) {
    double sum = 0, number = 0;
    for (const auto& unit : units) {
        const auto ratings = given(unit);
        if (ratings.empty()) continue;
        sum += static_cast<double>(std::count(ratings.begin(), ratings.end(), 1)) /
               static_cast<double>(ratings.size());
        number += 1;
    }
    return sum / number;
}

double corrected(double observed, double chance) {
    return 1 - chance < 1e-13 || std::isnan(observed) ? NAN : (observed - chance) / (1 - chance);
}

}  // namespace

double naive_ac1(const WrittenOut& units) {
    const double share = mean_share(units);
    return corrected(naive_percent(units), 2 * share * (1 - share));
}

double naive_fleiss(const WrittenOut& units) {
    const double share = mean_share(units);
    return corrected(naive_percent(units), share * share + (1 - share) * (1 - share));
}

}  // namespace agreement_test
