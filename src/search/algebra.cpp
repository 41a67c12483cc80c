// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/algebra.h"

#include <algorithm>
#include <array>
#include <limits>

namespace search {

namespace {

constexpr std::int32_t kNone = std::numeric_limits<std::int32_t>::min();

/// `after` begins at most `distance` words behind the last word of `before`, and not within it.
bool follows(const Stretch& before, const Stretch& after, std::int64_t distance) {
    return after.first >= before.past && after.begin >= before.end &&
           after.first - before.past + 1 <= distance;
}

/// A stretch of one of the lists.
struct Event {
    Stretch at;
    std::size_t list = 0;
};

std::vector<Event> events_of(const std::vector<Stretches>& lists) {
    std::vector<Event> events;
    for (std::size_t list = 0; list < lists.size(); ++list) {
        for (const Stretch& one : lists[list]) events.push_back({one, list});
    }
    std::sort(events.begin(), events.end(), [](const Event& a, const Event& b) {
        return a.at.begin != b.at.begin ? a.at.begin < b.at.begin : a.at.end < b.at.end;
    });
    return events;
}

Stretch joined(const Stretch& first, const Stretch& last) {
    return {first.begin, last.end, first.first, last.past};
}

/// For each event, and each set of lists of which a chain that ends here has one: the latest beginning.
constexpr std::size_t kSets = 64;
using Beginnings = std::array<std::int32_t, kSets>;

/// Whether an event so far back can still be reached from words at `first` on.
bool is_out_of_reach(const Event& before, const Event& now, std::int64_t distance, std::int32_t longest) {
    return static_cast<std::int64_t>(before.at.first) + longest + distance <= now.at.first;
}

std::int32_t longest_of(const std::vector<Event>& events) {
    std::int32_t longest = 1;
    for (const Event& event : events) longest = std::max(longest, event.at.past - event.at.first);
    return longest;
}

bool any_empty(const std::vector<Stretches>& lists) {
    return std::any_of(lists.begin(), lists.end(), [](const Stretches& list) { return list.empty(); });
}

}  // namespace

Stretches minimal(Stretches stretches) {
    // From the left; of those that begin at one place the shortest comes first.
    std::sort(stretches.begin(), stretches.end(), [](const Stretch& a, const Stretch& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
    });
    Stretches kept;
    for (const Stretch& one : stretches) {
        if (!kept.empty() && kept.back().begin == one.begin) continue;
        while (!kept.empty() && kept.back().end >= one.end) kept.pop_back();
        kept.push_back(one);
    }
    return kept;
}

Stretches covering(const std::vector<Stretches>& lists) {
    if (lists.empty() || any_empty(lists)) return {};
    if (lists.size() == 1) return lists.front();
    Stretches found;
    std::vector<std::size_t> at(lists.size(), 0);
    for (;;) {
        std::size_t leftmost = 0;
        Stretch whole = lists[0][at[0]];
        for (std::size_t i = 1; i < lists.size(); ++i) {
            const Stretch& one = lists[i][at[i]];
            if (one.begin < lists[leftmost][at[leftmost]].begin) leftmost = i;
            whole = {std::min(whole.begin, one.begin), std::max(whole.end, one.end),
                     std::min(whole.first, one.first), std::max(whole.past, one.past)};
        }
        found.push_back(whole);
        if (++at[leftmost] == lists[leftmost].size()) return minimal(std::move(found));
    }
}

Stretches either(const std::vector<Stretches>& lists) {
    Stretches all;
    for (const Stretches& list : lists) all.insert(all.end(), list.begin(), list.end());
    return minimal(std::move(all));
}

Stretches near(const std::vector<Stretches>& lists, std::int64_t distance) {
    if (lists.empty() || lists.size() > 6 || any_empty(lists)) return {};
    const auto events = events_of(lists);
    const std::int32_t longest = longest_of(events);
    const std::size_t sets = std::size_t{1} << lists.size();
    std::vector<Beginnings> best(events.size());
    std::vector<std::size_t> beginners(events.size());
    Stretches found;
    std::size_t reach = 0;
    for (std::size_t i = 0; i < events.size(); ++i) {
        best[i].fill(kNone);
        const std::size_t own = std::size_t{1} << events[i].list;
        best[i][own] = static_cast<std::int32_t>(i);
        while (is_out_of_reach(events[reach], events[i], distance, longest)) ++reach;
        for (std::size_t j = reach; j < i; ++j) {
            if (!follows(events[j].at, events[i].at, distance)) continue;
            for (std::size_t set = 1; set < sets; ++set) {
                if ((set & own) == 0) best[i][set | own] = std::max(best[i][set | own], best[j][set]);
            }
        }
        if (const std::int32_t start = best[i][sets - 1]; start != kNone)
            found.push_back(joined(events[static_cast<std::size_t>(start)].at, events[i].at));
    }
    return minimal(std::move(found));
}

Stretches adjacent(const std::vector<Stretches>& lists, std::int64_t distance) {
    if (lists.empty() || any_empty(lists)) return {};
    // By end, since the next word is measured from there: a longer chain may reach what a shorter cannot.
    Stretches chains = lists.front();
    for (std::size_t list = 1; list < lists.size(); ++list) {
        Stretches longer;
        std::size_t from = 0;
        for (const Stretch& next : lists[list]) {
            while (from < chains.size() && next.first - chains[from].past + 1 > distance) ++from;
            const Stretch* latest = nullptr;
            for (std::size_t i = from; i < chains.size() && chains[i].end <= next.begin; ++i) {
                if (!follows(chains[i], next, distance)) continue;
                if (latest == nullptr || chains[i].begin > latest->begin) latest = &chains[i];
            }
            if (latest != nullptr) longer.push_back(joined(*latest, next));
        }
        chains = std::move(longer);
    }
    return minimal(std::move(chains));
}

}  // namespace search
