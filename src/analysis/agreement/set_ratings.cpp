// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/agreement/set_ratings.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace analysis {

namespace {

std::size_t common(const CodeSet& a, const CodeSet& b) {
    CodeSet both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    return both.size();
}

/// Where a value begins or ends in one coder's spans.
struct Border {
    text::Position at;
    std::size_t coder;
    int value;
    bool begins;
};

}  // namespace

Figure jaccard_distance(const CodeSet& a, const CodeSet& b) {
    const std::size_t both = common(a, b), either = a.size() + b.size() - both;
    if (either == 0) return Lack::no_positive;
    return 1 - static_cast<double>(both) / static_cast<double>(either);
}

Figure masi_distance(const CodeSet& a, const CodeSet& b) {
    const Figure jaccard = jaccard_distance(a, b);
    if (!jaccard.defined()) return jaccard;
    const std::size_t both = common(a, b);
    const double monotonic = a == b                                 ? 1
                             : both == std::min(a.size(), b.size()) ? 2.0 / 3
                             : both > 0                             ? 1.0 / 3
                                                                    : 0;
    return 1 - (1 - jaccard.value) * monotonic;
}

std::vector<double> distances_of(const std::vector<CodeSet>& sets,
                                 Figure (*distance)(const CodeSet&, const CodeSet&)) {
    std::vector<double> distances;
    for (const CodeSet& one : sets) {
        for (const CodeSet& other : sets) distances.push_back(one == other ? 0 : distance(one, other).value);
    }
    return distances;
}

Category SetRatingsBuilder::category_of(const CodeSet& set) {
    const auto known = std::find(sets_.begin(), sets_.end(), set);
    const auto place = known - sets_.begin();
    if (known == sets_.end()) sets_.push_back(set);
    return static_cast<Category>(place);
}

void SetRatingsBuilder::add(std::span<const CodeSet* const> row, double count) {
    std::vector<Category> categories;
    for (const CodeSet* set : row) categories.push_back(set == nullptr ? kMissing : category_of(*set));
    if (!entries_.empty() && entries_.back().cluster == clusters_ - 1 && entries_.back().row == categories) {
        entries_.back().count += count;
    } else {
        entries_.push_back({clusters_ - 1, std::move(categories), count});
    }
}

void SetRatingsBuilder::add_characters(std::span<const MarkedSpans> coders, text::Position length) {
    std::vector<Border> borders;
    for (std::size_t g = 0; g < coders.size(); ++g) {
        if (coders[g] == nullptr) continue;
        for (const auto& [span, value] : *coders[g]) {
            borders.push_back({span.begin, g, value, true});
            borders.push_back({span.end, g, value, false});
        }
    }
    std::sort(borders.begin(), borders.end(), [](const Border& a, const Border& b) { return a.at < b.at; });
    std::vector<CodeSet> here(coders.size());
    std::vector<const CodeSet*> row;
    for (std::size_t g = 0; g < coders.size(); ++g) row.push_back(coders[g] == nullptr ? nullptr : &here[g]);
    text::Position before = 0;
    for (const Border& border : borders) {
        if (border.at > before) add(row, static_cast<double>(border.at - before));
        before = border.at;
        CodeSet& set = here[border.coder];
        const auto place = std::lower_bound(set.begin(), set.end(), border.value);
        if (border.begins) {
            set.insert(place, border.value);
        } else {
            set.erase(place);
        }
    }
    if (length > before) add(row, static_cast<double>(length - before));
}

void SetRatingsBuilder::add_units(std::span<const MarkedSpans> coders, std::span<const text::Span> units,
                                  UnitRule rule) {
    std::vector<CodeSet> sets(coders.size());
    std::vector<const CodeSet*> row;
    for (std::size_t g = 0; g < coders.size(); ++g) row.push_back(coders[g] == nullptr ? nullptr : &sets[g]);
    std::vector<std::size_t> next(coders.size());
    for (const text::Span& unit : units) {
        for (std::size_t g = 0; g < coders.size(); ++g) {
            sets[g].clear();
            if (coders[g] == nullptr) continue;
            const auto& spans = *coders[g];
            while (next[g] < spans.size() && spans[next[g]].span.end <= unit.begin) ++next[g];
            std::map<int, text::Position> marked;
            for (std::size_t i = next[g]; i < spans.size() && spans[i].span.begin < unit.end; ++i) {
                const auto shared = text::overlap(spans[i].span, unit);
                if (shared > 0) marked[spans[i].value] += shared;
            }
            for (const auto& [value, characters] : marked) {
                if (rule == UnitRule::any || 2 * characters > unit.length()) sets[g].push_back(value);
            }
        }
        add(row, 1);
    }
}

SetRatings SetRatingsBuilder::made() const {
    SetRatings result{sets_, ClusteredRatings(static_cast<int>(coders_), static_cast<int>(sets_.size()))};
    for (const Entry& entry : entries_) {
        while (result.ratings.clusters() <= entry.cluster) result.ratings.begin_cluster();
        result.ratings.add(entry.row, entry.count);
    }
    while (result.ratings.clusters() < clusters_) result.ratings.begin_cluster();
    return result;
}

}  // namespace analysis
