// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/matcher.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace search {

namespace {

using Kind = Node::Kind;

/// The part of a text in which a step is to be fulfilled: one unit, or all of it.
struct Region {
    Scope scope = Scope::turn;
    std::size_t unit = 0;
    std::int32_t begin = 0, end = std::numeric_limits<std::int32_t>::max();
};

class Evaluation {
  public:
    Evaluation(const Plan& plan, const Matter& matter)
        : plan_(plan), matter_(matter), units_(*matter.units) {}

    std::vector<Match> run() {
        if (plan_.root.kind == Kind::within && plan_.root.scope == Scope::source && plan_.root.has_words)
            return with_units(stretches(plan_.root.children.front(), {Scope::source}));
        if (!plan_.root.terms.empty() && plan_.root.terms.size() == 1)
            return with_units(terms(plan_.root.terms.front()));
        std::vector<Match> found;
        const bool all = !plan_.root.has_words || can_do_without_words(plan_.root);
        for (std::size_t unit = next_unit(0, all); unit < units_.size(); unit = next_unit(unit + 1, all)) {
            const Region region = region_of(unit);
            for (const Stretch& one :
                 plan_.root.has_words ? stretches(plan_.root, region) : without_words(plan_.root, region))
                found.push_back({unit, one});
        }
        return found;
    }

  private:
    [[nodiscard]] const Stretches& terms(int term) const {
        return matter_.terms[static_cast<std::size_t>(term)];
    }

    [[nodiscard]] Region region_of(std::size_t unit) const {
        const Stretch at = whole(units_[unit], plan_.by_character);
        return {Scope::turn, unit, at.begin, at.end};
    }

    /// Whether a unit without any word of the query may fulfil it.
    [[nodiscard]] static bool can_do_without_words(const Step& step) {
        if (!step.terms.empty() || step.kind == Kind::near || step.kind == Kind::adjacent) return false;
        if (!step.has_words) return true;
        if (step.kind == Kind::all_of)
            return std::all_of(step.children.begin(), step.children.end(), can_do_without_words);
        return std::any_of(step.children.begin(), step.children.end(), can_do_without_words);
    }

    /// Terms without which nothing can fulfil a step.
    static void add_required(const Step& step, std::vector<std::size_t>& required) {
        if (step.kind == Kind::any_of || step.kind == Kind::within || !step.has_words) return;
        for (const int term : step.terms) required.push_back(static_cast<std::size_t>(term));
        for (const Step& child : step.children) add_required(child, required);
    }

    /// The first place of a term at or after `begin`; past every text where there is none.
    std::int32_t next_place(std::size_t term, std::int32_t begin) {
        const Stretches& list = matter_.terms[term];
        std::size_t& cursor = cursors_[term];
        while (cursor < list.size() && list[cursor].begin < begin) ++cursor;
        return cursor < list.size() ? list[cursor].begin : std::numeric_limits<std::int32_t>::max();
    }

    /// The next unit from `from` on that holds every required term, or where none is required, any term.
    std::size_t next_unit(std::size_t from, bool any) {
        if (any) return from;
        constexpr std::int32_t kNowhere = std::numeric_limits<std::int32_t>::max();
        if (cursors_.empty()) {
            cursors_.assign(matter_.terms.size(), 0);
            add_required(plan_.root, required_);
        }
        while (from < units_.size()) {
            const std::int32_t begin = region_of(from).begin;
            std::int32_t place = required_.empty() ? kNowhere : begin;
            if (required_.empty()) {
                for (std::size_t term = 0; term < matter_.terms.size(); ++term)
                    place = std::min(place, next_place(term, begin));
            } else {
                for (const std::size_t term : required_) place = std::max(place, next_place(term, begin));
            }
            if (place == kNowhere) break;
            const std::size_t unit = unit_at(place, from);
            if (required_.empty() || unit == from) return unit;
            from = unit;
        }
        return units_.size();
    }

    /// The unit, `from` or later, that holds the place.
    [[nodiscard]] std::size_t unit_at(std::int32_t place, std::size_t from = 0) const {
        const auto at = static_cast<std::ptrdiff_t>(from);
        const auto after = std::partition_point(units_.begin() + at, units_.end(), [&](const Unit& unit) {
            return whole(unit, plan_.by_character).end <= place;
        });
        return static_cast<std::size_t>(after - units_.begin());
    }

    [[nodiscard]] std::vector<Match> with_units(const Stretches& stretches) const {
        std::vector<Match> found;
        found.reserve(stretches.size());
        std::size_t unit = 0;
        for (const Stretch& one : stretches) {
            while (unit < units_.size() && whole(units_[unit], plan_.by_character).end <= one.begin) ++unit;
            if (unit == units_.size()) break;
            found.push_back({unit, one});
        }
        return found;
    }

    [[nodiscard]] static Stretches within(const Stretches& list, const Region& region) {
        const auto begin = std::partition_point(list.begin(), list.end(),
                                                [&](const Stretch& one) { return one.begin < region.begin; });
        const auto end = std::partition_point(begin, list.end(),
                                              [&](const Stretch& one) { return one.begin < region.end; });
        return {begin, end};
    }

    /// What fulfils a step that has words.
    Stretches stretches(const Step& step, const Region& region) {
        switch (step.kind) {
            case Kind::word:
            case Kind::exact:
            case Kind::glob:
            case Kind::regex:
                return within(terms(step.terms.front()), region);
            case Kind::phrase:
            case Kind::near:
            case Kind::adjacent:
                return region.scope == Scope::turn ? group(step, region) : in_each_unit(step);
            case Kind::within:
                return scoped(step, region);
            case Kind::any_of:
                return any_of(step, region);
            case Kind::all_of:
                return all_of(step, region);
            default:
                return {};
        }
    }

    Stretches group(const Step& step, const Region& region) {
        std::vector<Stretches> lists;
        for (const int term : step.terms) {
            lists.push_back(within(terms(term), region));
            if (lists.back().empty()) return {};
        }
        for (const Step& child : step.children) {
            lists.push_back(stretches(child, region));
            if (lists.back().empty()) return {};
        }
        if (step.kind == Kind::near) return near(lists, step.distance);
        return adjacent(lists, step.kind == Kind::phrase ? 1 : step.distance);
    }

    /// Words of different turns are not near each other, whatever the scope.
    Stretches in_each_unit(const Step& step) {
        Stretches all;
        for (std::size_t unit = 0; unit < units_.size(); ++unit) {
            const Region region = region_of(unit);
            const auto here = step.has_words ? stretches(step, region) : without_words(step, region);
            all.insert(all.end(), here.begin(), here.end());
        }
        return all;
    }

    Stretches scoped(const Step& step, const Region& region) {
        const Step& child = step.children.front();
        if (step.scope == region.scope) return stretches(child, region);
        if (step.scope == Scope::turn) return in_each_unit(child);
        const auto [known, is_new] = of_source_.try_emplace(&step);
        if (is_new) known->second = stretches(child, {Scope::source});
        return within(known->second, region);
    }

    Stretches any_of(const Step& step, const Region& region) {
        std::vector<Stretches> lists;
        for (const Step& child : step.children) {
            lists.push_back(child.has_words               ? stretches(child, region)
                            : region.scope == Scope::turn ? without_words(child, region)
                                                          : in_each_unit(child));
        }
        return either(lists);
    }

    Stretches all_of(const Step& step, const Region& region) {
        std::vector<const Step*> conditions;
        for (const Step& child : step.children) {
            if (child.has_words) continue;
            // What must not stand there is looked for once, and not for each hit.
            if (child.kind == Kind::none_of && child.children.front().has_words) {
                if (!stretches(child.children.front(), region).empty()) return {};
            } else {
                conditions.push_back(&child);
            }
        }
        const auto keep_what_holds = [&](Stretches& list) {
            std::erase_if(list, [&](const Stretch& one) {
                return !std::all_of(conditions.begin(), conditions.end(),
                                    [&](const Step* condition) { return holds(*condition, one, region); });
            });
        };
        std::vector<Stretches> lists;
        for (const Step& child : step.children) {
            if (!child.has_words) continue;
            lists.push_back(stretches(child, region));
            // Across turns each hit stands for itself; in one turn the conditions are for the whole passage.
            if (region.scope == Scope::source) keep_what_holds(lists.back());
            if (lists.back().empty()) return {};
        }
        if (region.scope == Scope::source) return either(lists);
        Stretches found = covering(lists);
        keep_what_holds(found);
        return found;
    }

    /// Whether a step without words is fulfilled by a stretch.
    bool holds(const Step& step, const Stretch& at, const Region& region) {
        switch (step.kind) {
            case Kind::field: {
                const std::size_t unit = region.scope == Scope::turn ? region.unit : unit_at(at.begin);
                return matter_.holds && matter_.holds(step.condition, unit, at);
            }
            case Kind::none_of: {
                const Step& child = step.children.front();
                return child.has_words ? stretches(child, region).empty() : !holds(child, at, region);
            }
            case Kind::within:
                return holds(step.children.front(), at,
                             step.scope == Scope::source ? Region{Scope::source} : region);
            case Kind::any_of:
                return std::any_of(step.children.begin(), step.children.end(),
                                   [&](const Step& child) { return holds(child, at, region); });
            default:
                return std::all_of(step.children.begin(), step.children.end(),
                                   [&](const Step& child) { return holds(child, at, region); });
        }
    }

    /// The hits of a step without words: turns, or coded passages.
    Stretches without_words(const Step& step, const Region& region) {
        Stretches candidates{whole(units_[region.unit], true)};
        if (step.of_passages) candidates = matter_.passages ? matter_.passages(region.unit) : Stretches{};
        std::erase_if(candidates, [&](const Stretch& one) { return !holds(step, one, region); });
        return candidates;
    }

    const Plan& plan_;
    const Matter& matter_;
    const std::vector<Unit>& units_;
    std::vector<std::size_t> cursors_;   ///< for each term, as far as next_unit() has come
    std::vector<std::size_t> required_;  ///< terms without which nothing fulfils the plan
    std::unordered_map<const Step*, Stretches> of_source_;
};

}  // namespace

Stretch whole(const Unit& unit, bool by_character) {
    if (!by_character) return {unit.first, unit.past, unit.first, unit.past};
    return {static_cast<std::int32_t>(unit.body.begin), static_cast<std::int32_t>(unit.body.end), unit.first,
            unit.past};
}

std::vector<Match> matches(const Plan& plan, const Matter& matter) {
    return Evaluation(plan, matter).run();
}

}  // namespace search
