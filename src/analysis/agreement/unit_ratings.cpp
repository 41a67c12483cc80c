// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/agreement/unit_ratings.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace analysis {

namespace {

/// Up to this many different rows are found quicker one after the other.
constexpr std::size_t kFewRows = 16;

/// One coder's spans as a sweep from left to right meets them.
struct Hand {
    MarkedSpans spans;
    std::size_t next = 0;

    [[nodiscard]] bool done() const { return spans == nullptr || next == spans->size(); }
    /// Where the value changes next, behind `position`.
    [[nodiscard]] text::Position change_after(text::Position position) const {
        if (done()) return std::numeric_limits<text::Position>::max();
        const text::Span& span = (*spans)[next].span;
        return span.begin > position ? span.begin : span.end;
    }
    [[nodiscard]] Category at(text::Position position) const {
        if (spans == nullptr) return kMissing;
        const bool inside = !done() && (*spans)[next].span.begin <= position;
        return inside ? static_cast<Category>((*spans)[next].value) : Category{0};
    }
    void go_to(text::Position position) {
        while (!done() && (*spans)[next].span.end <= position) ++next;
    }
    /// The value of a unit; units come from left to right.
    [[nodiscard]] Category in(const text::Span& unit, UnitRule rule) {
        if (spans == nullptr) return kMissing;
        go_to(unit.begin);
        std::vector<std::pair<int, text::Position>> marked;
        for (std::size_t i = next; i < spans->size() && (*spans)[i].span.begin < unit.end; ++i) {
            const auto [span, value] = (*spans)[i];
            const auto known =
                std::find_if(marked.begin(), marked.end(),
                             [&, wanted = value](const auto& one) { return one.first == wanted; });
            auto& characters = known == marked.end() ? marked.emplace_back(value, 0).second : known->second;
            characters += text::overlap(span, unit);
        }
        std::pair<int, text::Position> most{0, 0};
        for (const auto& one : marked) {
            if (one.second > most.second) most = one;
        }
        if (rule == UnitRule::majority && 2 * most.second <= unit.length()) return 0;
        return static_cast<Category>(most.first);
    }
};

std::vector<Hand> hands_of(std::span<const MarkedSpans> coders) {
    std::vector<Hand> hands;
    for (const MarkedSpans spans : coders) hands.push_back({spans, 0});
    return hands;
}

}  // namespace

ClusteredRatings::ClusteredRatings(int coders, int categories) : rows_(coders, categories) {}

std::size_t ClusteredRatings::row_place(std::span<const Category> row) {
    const std::size_t few = std::min(rows_.rows(), kFewRows);
    for (std::size_t i = 0; i < few; ++i) {
        if (std::equal(row.begin(), row.end(), rows_.row(i).begin())) return i;
    }
    if (rows_.rows() < kFewRows) return rows_.rows();
    return places_.emplace(std::vector<Category>(row.begin(), row.end()), rows_.rows()).first->second;
}

void ClusteredRatings::add(std::span<const Category> row, double count) {
    const std::size_t place = row_place(row);
    if (place == rows_.rows()) rows_.add(row, 0);
    rows_.add_to(place, count);
    if (!entries_.empty() && entries_.back().row == place && entries_.back().cluster == clusters_ - 1) {
        entries_.back().count += count;
    } else {
        entries_.push_back({clusters_ - 1, place, count});
    }
}

void ClusteredRatings::add_counts(std::size_t cluster, std::span<double> counts) const {
    const auto begin = std::partition_point(entries_.begin(), entries_.end(),
                                            [&](const Entry& entry) { return entry.cluster < cluster; });
    for (auto entry = begin; entry != entries_.end() && entry->cluster == cluster; ++entry) {
        counts[entry->row] += entry->count;
    }
}

std::size_t rate_characters(std::span<const MarkedSpans> coders, text::Position length, const RowSink& sink) {
    auto hands = hands_of(coders);
    std::vector<Category> row(hands.size());
    std::size_t runs = 0;
    for (text::Position position = 0; position < length;) {
        text::Position end = length;
        for (std::size_t g = 0; g < hands.size(); ++g) {
            hands[g].go_to(position);
            row[g] = hands[g].at(position);
            end = std::min(end, hands[g].change_after(position));
        }
        sink(row, static_cast<double>(end - position));
        ++runs;
        position = end;
    }
    return runs;
}

void rate_units(std::span<const MarkedSpans> coders, std::span<const text::Span> units, UnitRule rule,
                const RowSink& sink) {
    auto hands = hands_of(coders);
    std::vector<Category> row(hands.size());
    for (const text::Span& unit : units) {
        for (std::size_t g = 0; g < hands.size(); ++g) row[g] = hands[g].in(unit, rule);
        sink(row, 1);
    }
}

}  // namespace analysis
