// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/algebra.h"

#include <algorithm>
#include <limits>

namespace search {

namespace {

constexpr std::int32_t kNone = std::numeric_limits<std::int32_t>::min();

/// `after` begins at most `distance` words behind the last word of `before`, and not within it.
bool follows(const Stretch& before, const Stretch& after, std::int64_t distance) {
    return after.first >= before.past && after.begin >= before.end &&
           after.first - before.past + 1 <= distance;
}

Stretch joined(const Stretch& first, const Stretch& last) {
    return {first.begin, last.end, first.first, last.past};
}

/// From the left; of those that begin at one place the shortest comes first.
bool is_before(const Stretch& a, const Stretch& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
}

/// Makes what stands from `from` on in order and minimal, in place.
void make_minimal(Stretches& list, std::size_t from) {
    const auto begin = list.begin() + static_cast<std::ptrdiff_t>(from);
    if (!std::is_sorted(begin, list.end(), is_before)) std::sort(begin, list.end(), is_before);
    std::size_t kept = from;
    for (std::size_t i = from; i < list.size(); ++i) {
        const Stretch one = list[i];
        if (kept > from && list[kept - 1].begin == one.begin) continue;
        while (kept > from && list[kept - 1].end >= one.end) --kept;
        list[kept++] = one;
    }
    list.resize(kept);
}

bool any_empty(std::span<const Some> lists) {
    return std::any_of(lists.begin(), lists.end(), [](Some list) { return list.empty(); });
}

void add(Some list, Stretches& found) {
    found.insert(found.end(), list.begin(), list.end());
}

}  // namespace

Stretches minimal(Stretches stretches) {
    make_minimal(stretches, 0);
    return stretches;
}

void Algebra::covering(std::span<const Some> lists, Stretches& found) {
    if (lists.empty() || any_empty(lists)) return;
    if (lists.size() == 1) return add(lists.front(), found);
    const std::size_t from = found.size();
    at_.assign(lists.size(), 0);
    for (;;) {
        std::size_t leftmost = 0;
        Stretch whole = lists[0][at_[0]];
        for (std::size_t i = 1; i < lists.size(); ++i) {
            const Stretch& one = lists[i][at_[i]];
            if (one.begin < lists[leftmost][at_[leftmost]].begin) leftmost = i;
            whole = {std::min(whole.begin, one.begin), std::max(whole.end, one.end),
                     std::min(whole.first, one.first), std::max(whole.past, one.past)};
        }
        found.push_back(whole);
        if (++at_[leftmost] == lists[leftmost].size()) return make_minimal(found, from);
    }
}

void Algebra::either(std::span<const Some> lists, Stretches& found) {
    const std::size_t from = found.size();
    for (const Some list : lists) add(list, found);
    make_minimal(found, from);
}

void Algebra::collect_events(std::span<const Some> lists) {
    events_.clear();
    for (std::size_t list = 0; list < lists.size(); ++list) {
        for (const Stretch& one : lists[list]) events_.push_back({one, list});
    }
    std::sort(events_.begin(), events_.end(),
              [](const Event& a, const Event& b) { return is_before(a.at, b.at); });
}

/// Of those that end before a stretch the last is the nearest to it: in a list neither begins nor ends go
/// back.
void Algebra::near_of_two(Some first, Some second, std::int64_t distance, Stretches& found) {
    const std::size_t from = found.size();
    const auto join = [&](Some list, Some before) {
        std::size_t next = 0;
        for (const Stretch& one : list) {
            while (next < before.size() && before[next].end <= one.begin && before[next].past <= one.first)
                ++next;
            if (next > 0 && follows(before[next - 1], one, distance))
                found.push_back(joined(before[next - 1], one));
        }
    };
    join(first, second);
    join(second, first);
    make_minimal(found, from);
}

void Algebra::near(std::span<const Some> lists, std::int64_t distance, Stretches& found) {
    if (lists.empty() || lists.size() > 6 || any_empty(lists)) return;
    if (lists.size() == 1) return add(lists.front(), found);
    if (lists.size() == 2) return near_of_two(lists[0], lists[1], distance, found);
    collect_events(lists);
    std::int32_t longest = 1;
    for (const Event& event : events_) longest = std::max(longest, event.at.past - event.at.first);
    const auto is_out_of_reach = [&](const Event& before, const Event& now) {
        return static_cast<std::int64_t>(before.at.first) + longest + distance <= now.at.first;
    };
    // For each event, and each set of lists of which a chain that ends here has one: the latest beginning.
    const std::size_t sets = std::size_t{1} << lists.size();
    best_.assign(events_.size() * sets, kNone);
    const std::size_t from = found.size();
    std::size_t reach = 0;
    for (std::size_t i = 0; i < events_.size(); ++i) {
        std::int32_t* const here = &best_[i * sets];
        const std::size_t own = std::size_t{1} << events_[i].list;
        here[own] = static_cast<std::int32_t>(i);
        while (is_out_of_reach(events_[reach], events_[i])) ++reach;
        for (std::size_t j = reach; j < i; ++j) {
            if (!follows(events_[j].at, events_[i].at, distance)) continue;
            for (std::size_t set = 1; set < sets; ++set) {
                if ((set & own) == 0) here[set | own] = std::max(here[set | own], best_[j * sets + set]);
            }
        }
        if (const std::int32_t start = here[sets - 1]; start != kNone)
            found.push_back(joined(events_[static_cast<std::size_t>(start)].at, events_[i].at));
    }
    make_minimal(found, from);
}

void Algebra::adjacent(std::span<const Some> lists, std::int64_t distance, Stretches& found) {
    if (lists.empty() || any_empty(lists)) return;
    // By end, since the next word is measured from there: a longer chain may reach what a shorter cannot.
    chains_.assign(lists.front().begin(), lists.front().end());
    for (const Some list : lists.subspan(1)) {
        longer_.clear();
        std::size_t from = 0;
        for (const Stretch& next : list) {
            while (from < chains_.size() && next.first - chains_[from].past + 1 > distance) ++from;
            const Stretch* latest = nullptr;
            for (std::size_t i = from; i < chains_.size() && chains_[i].end <= next.begin; ++i) {
                if (!follows(chains_[i], next, distance)) continue;
                if (latest == nullptr || chains_[i].begin > latest->begin) latest = &chains_[i];
            }
            if (latest != nullptr) longer_.push_back(joined(*latest, next));
        }
        std::swap(chains_, longer_);
        if (chains_.empty()) return;
    }
    const std::size_t from = found.size();
    add(chains_, found);
    make_minimal(found, from);
}

}  // namespace search
