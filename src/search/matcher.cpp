// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/matcher.h"

#include <algorithm>
#include <deque>
#include <limits>
#include <unordered_map>

namespace search {

namespace {

using Kind = Node::Kind;

constexpr std::int32_t kNowhere = std::numeric_limits<std::int32_t>::max();

/// The part of a text in which a step is to be fulfilled: one unit, or all of it.
struct Region {
    Scope scope = Scope::turn;
    std::size_t unit = 0;
    std::int32_t begin = 0, end = kNowhere;
};

class Evaluation {
  public:
    Evaluation(const Plan& plan, const Matter& matter)
        : plan_(plan), matter_(matter), units_(*matter.units) {}

    std::vector<Match> run() {
        cursors_.assign(matter_.terms.size(), 0);
        if (plan_.root.kind == Kind::within && plan_.root.scope == Scope::source && plan_.root.has_words)
            return with_units(stretches(plan_.root.children.front(), {Scope::source}));
        if (!plan_.root.terms.empty() && plan_.root.terms.size() == 1)
            return with_units(terms(plan_.root.terms.front()));
        std::vector<Match> found;
        Stretches here;
        add_required(plan_.root, required_);
        const bool all = !plan_.root.has_words || can_do_without_words(plan_.root);
        for (std::size_t unit = next_unit(0, all); unit < units_.size(); unit = next_unit(unit + 1, all)) {
            const Region region = region_of(unit);
            here.clear();
            if (plan_.root.has_words) {
                add_stretches(plan_.root, region, here);
            } else {
                here = without_words(plan_.root, region);
            }
            for (const Stretch& one : here) found.push_back({unit, one});
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

    /// The cursor of a term brought to its first place at or after `begin`. Turns are looked at from left to
    /// right as a rule, so that it has a short way.
    std::size_t cursor_at(std::size_t term, std::int32_t begin) {
        const Stretches& list = matter_.terms[term];
        std::size_t& cursor = cursors_[term];
        if (cursor > 0 && list[cursor - 1].begin >= begin) {
            const auto place = std::partition_point(list.begin(), list.end(),
                                                    [&](const Stretch& one) { return one.begin < begin; });
            cursor = static_cast<std::size_t>(place - list.begin());
        }
        while (cursor < list.size() && list[cursor].begin < begin) ++cursor;
        return cursor;
    }

    /// The first place of a term at or after `begin`; past every text where there is none.
    std::int32_t next_place(std::size_t term, std::int32_t begin) {
        const Stretches& list = matter_.terms[term];
        const std::size_t cursor = cursor_at(term, begin);
        return cursor < list.size() ? list[cursor].begin : kNowhere;
    }

    /// The next unit from `from` on that holds every required term, or where none is required, any term.
    std::size_t next_unit(std::size_t from, bool any) {
        if (any) return from;
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
        const auto is_before = [&](const Unit& unit) { return whole(unit, plan_.by_character).end <= place; };
        // Near as a rule: steps that double find the part in which it lies.
        std::size_t step = 1;
        while (from + step < units_.size() && is_before(units_[from + step])) {
            from += step;
            step *= 2;
        }
        const auto begin = units_.begin() + static_cast<std::ptrdiff_t>(from);
        const auto end = units_.begin() + static_cast<std::ptrdiff_t>(std::min(from + step, units_.size()));
        return static_cast<std::size_t>(std::partition_point(begin, end, is_before) - units_.begin());
    }

    [[nodiscard]] std::vector<Match> with_units(const Stretches& stretches) const {
        std::vector<Match> found;
        found.reserve(stretches.size());
        std::size_t unit = 0;
        std::int32_t end = units_.empty() ? kNowhere : whole(units_[0], plan_.by_character).end;
        for (const Stretch& one : stretches) {
            while (end <= one.begin && ++unit < units_.size())
                end = whole(units_[unit], plan_.by_character).end;
            if (unit >= units_.size()) break;
            found.push_back({unit, one});
        }
        return found;
    }

    [[nodiscard]] static Some within(const Stretches& list, const Region& region) {
        const auto begin = std::partition_point(list.begin(), list.end(),
                                                [&](const Stretch& one) { return one.begin < region.begin; });
        const auto end = std::partition_point(begin, list.end(),
                                              [&](const Stretch& one) { return one.begin < region.end; });
        return {begin, end};
    }

    /// The places of a term in a part of the text.
    [[nodiscard]] Some places(int term, const Region& region) {
        const Stretches& list = terms(term);
        if (region.scope == Scope::source) return list;
        const std::size_t begin = cursor_at(static_cast<std::size_t>(term), region.begin);
        std::size_t end = begin;
        while (end < list.size() && list[end].begin < region.end) ++end;
        return Some(list).subspan(begin, end - begin);
    }

    Stretches stretches(const Step& step, const Region& region) {
        Stretches found;
        add_stretches(step, region, found);
        return found;
    }

    /// Adds what fulfils a step that has words.
    void add_stretches(const Step& step, const Region& region, Stretches& found) {
        switch (step.kind) {
            case Kind::word:
            case Kind::exact:
            case Kind::glob:
            case Kind::regex: {
                const Some here = places(step.terms.front(), region);
                found.insert(found.end(), here.begin(), here.end());
                return;
            }
            case Kind::phrase:
            case Kind::near:
            case Kind::adjacent:
                return region.scope == Scope::turn ? group(step, region, found) : in_each_unit(step, found);
            case Kind::within:
                return scoped(step, region, found);
            case Kind::any_of:
                return any_of(step, region, found);
            case Kind::all_of:
                return all_of(step, region, found);
            default:
                return;
        }
    }

    /// What an operator puts together: places of terms as they are, and what was found for other operands.
    struct Operands {
        std::vector<Some> lists;
        std::deque<Stretches> made;
        void clear() {
            lists.clear();
            made.clear();
        }
    };

    /// Adds the list of an operand; false where it is empty.
    bool add_operand(const Step& step, const Region& region, Operands& operands) {
        if (step.terms.size() == 1) {
            operands.lists.push_back(places(step.terms.front(), region));
        } else {
            operands.made.push_back(stretches(step, region));
            operands.lists.emplace_back(operands.made.back());
        }
        return !operands.lists.back().empty();
    }

    /// Operands whose room is used again; of operators within operators each has its own.
    class Borrowed {
      public:
        explicit Borrowed(Evaluation& from) : from_(from) {
            if (from_.depth_ == from_.operands_.size()) from_.operands_.emplace_back();
            mine_ = &from_.operands_[from_.depth_++];
            mine_->clear();
        }
        ~Borrowed() { --from_.depth_; }
        Borrowed(const Borrowed&) = delete;
        Borrowed& operator=(const Borrowed&) = delete;
        Operands& operator*() const { return *mine_; }
        Operands* operator->() const { return mine_; }

      private:
        Evaluation& from_;
        Operands* mine_;
    };

    void group(const Step& step, const Region& region, Stretches& found) {
        const Borrowed operands(*this);
        for (const int term : step.terms) {
            operands->lists.push_back(places(term, region));
            if (operands->lists.back().empty()) return;
        }
        for (const Step& child : step.children) {
            if (!add_operand(child, region, *operands)) return;
        }
        if (step.kind == Kind::near) return algebra_.near(operands->lists, step.distance, found);
        algebra_.adjacent(operands->lists, step.kind == Kind::phrase ? 1 : step.distance, found);
    }

    /// Words of different turns are not near each other, whatever the scope.
    void in_each_unit(const Step& step, Stretches& found) {
        for (std::size_t unit = 0; unit < units_.size(); ++unit) {
            const Region region = region_of(unit);
            if (step.has_words) {
                add_stretches(step, region, found);
            } else {
                const auto here = without_words(step, region);
                found.insert(found.end(), here.begin(), here.end());
            }
        }
    }

    void scoped(const Step& step, const Region& region, Stretches& found) {
        const Step& child = step.children.front();
        if (step.scope == region.scope) return add_stretches(child, region, found);
        if (step.scope == Scope::turn) return in_each_unit(child, found);
        const auto [known, is_new] = of_source_.try_emplace(&step);
        if (is_new) known->second = stretches(child, {Scope::source});
        const Some here = within(known->second, region);
        found.insert(found.end(), here.begin(), here.end());
    }

    void any_of(const Step& step, const Region& region, Stretches& found) {
        const Borrowed operands(*this);
        for (const Step& child : step.children) {
            if (child.has_words) {
                add_operand(child, region, *operands);
                continue;
            }
            auto& made = operands->made.emplace_back();
            if (region.scope == Scope::turn) {
                made = without_words(child, region);
            } else {
                in_each_unit(child, made);
            }
            operands->lists.emplace_back(made);
        }
        algebra_.either(operands->lists, found);
    }

    /// Whether the parts of an AND that have no words hold for a stretch.
    bool conditions_hold(const Step& step, const Stretch& at, const Region& region) {
        return std::all_of(step.children.begin(), step.children.end(), [&](const Step& child) {
            return child.has_words || is_absence(child) || holds(child, at, region);
        });
    }

    /// NOT of words: what must not stand in the same part of the text, whatever the stretch.
    [[nodiscard]] static bool is_absence(const Step& step) {
        return step.kind == Kind::none_of && step.children.front().has_words;
    }

    void all_of(const Step& step, const Region& region, Stretches& found) {
        for (const Step& child : step.children) {
            if (is_absence(child) && !stretches(child.children.front(), region).empty()) return;
        }
        const auto keep_what_holds = [&](Stretches& list, std::size_t from) {
            const auto fails = [&](const Stretch& one) { return !conditions_hold(step, one, region); };
            list.erase(std::remove_if(list.begin() + static_cast<std::ptrdiff_t>(from), list.end(), fails),
                       list.end());
        };
        const Borrowed operands(*this);
        for (const Step& child : step.children) {
            if (!child.has_words) continue;
            if (!add_operand(child, region, *operands)) return;
            if (region.scope == Scope::turn) continue;
            // Across turns each hit stands for itself; in one turn the conditions are for the whole passage.
            auto& kept =
                operands->made.emplace_back(operands->lists.back().begin(), operands->lists.back().end());
            keep_what_holds(kept, 0);
            operands->lists.back() = kept;
            if (kept.empty()) return;
        }
        if (region.scope == Scope::source) return algebra_.either(operands->lists, found);
        const std::size_t from = found.size();
        algebra_.covering(operands->lists, found);
        keep_what_holds(found, from);
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
    std::vector<std::size_t> cursors_;   ///< for each term the place that was asked for last
    std::vector<std::size_t> required_;  ///< terms without which nothing fulfils the plan
    std::unordered_map<const Step*, Stretches> of_source_;
    Algebra algebra_;
    std::deque<Operands> operands_;  ///< by how deep operators stand within each other
    std::size_t depth_ = 0;
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
