// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/plan.h"

#include <algorithm>

#include "base/strings.h"

namespace search {

namespace {

using Kind = Node::Kind;

bool is_about_codings(FieldId id) {
    return id == FieldId::code || id == FieldId::dimension || id == FieldId::turn_code;
}

bool narrows_codings(FieldId id) {
    return id == FieldId::coder || id == FieldId::date;
}

Where place_of(FieldId id) {
    switch (id) {
        case FieldId::memo:
            return Where::memo;
        case FieldId::definition:
            return Where::definition;
        default:
            return Where::attribute;
    }
}

/// Whether `node` or what is below it asks about codings.
bool asks_about_codings(const Node& node) {
    return (node.kind == Kind::field && is_about_codings(node.field)) ||
           std::any_of(node.children.begin(), node.children.end(), asks_about_codings);
}

class Planner {
  public:
    Plan run(const Node& query) {
        plan_.root = step(query);
        if (!plan_.root.has_words) plan_.by_character = true;
        for (const Where where : {Where::source, Where::memo, Where::definition, Where::attribute}) {
            if (can_be_in(plan_.root, where)) plan_.places.push_back(where);
        }
        return std::move(plan_);
    }

  private:
    Step step(const Node& node) {
        Step made;
        made.of_passages = wants_passages(node);
        made.kind = node.kind;
        made.distance = node.distance;
        made.scope = node.scope;
        switch (node.kind) {
            case Kind::word:
            case Kind::exact:
            case Kind::glob:
            case Kind::regex:
                if (node.kind == Kind::regex) plan_.by_character = true;
                made.terms.push_back(term({node.kind, node.text, where_}));
                made.has_words = true;
                return made;
            case Kind::phrase:
                for (const auto word : base::split(node.text, ' '))
                    made.terms.push_back(term({Kind::exact, std::string(word), where_}));
                made.has_words = true;
                return made;
            case Kind::field:
                made.condition = condition(node);
                return made;
            case Kind::elsewhere: {
                where_ = place_of(node.field);
                Step child = step(node.children.front());
                where_ = Where::source;
                return child;
            }
            default:
                break;
        }
        if (node.kind == Kind::within && node.scope == Scope::source) plan_.across_turns = true;
        add_children(node, made);
        return made;
    }

    void add_children(const Node& node, Step& made) {
        const std::size_t outer = narrowing_.size();
        // coder: and date: beside code: say which codings are meant, and are no conditions of their own then.
        const bool narrows = node.kind == Kind::all_of && asks_about_codings(node);
        const auto is_narrowing = [&](const Node& child) {
            return narrows && child.kind == Kind::field && narrows_codings(child.field);
        };
        for (const Node& child : node.children) {
            if (is_narrowing(child)) narrowing_.push_back(condition(child));
        }
        for (const Node& child : node.children) {
            if (!is_narrowing(child)) made.children.push_back(step(child));
        }
        narrowing_.resize(outer);
        const auto has_words = [](const Step& child) { return child.has_words; };
        made.has_words =
            node.kind != Kind::none_of && std::any_of(made.children.begin(), made.children.end(), has_words);
        // A whole turn can be one of several things that are looked for.
        const bool mixed = node.kind == Kind::any_of && made.has_words &&
                           !std::all_of(made.children.begin(), made.children.end(), has_words);
        if (mixed) plan_.by_character = true;
    }

    int term(Term term) {
        const auto known = std::find(plan_.terms.begin(), plan_.terms.end(), term);
        if (known != plan_.terms.end()) return static_cast<int>(known - plan_.terms.begin());
        plan_.terms.push_back(std::move(term));
        return static_cast<int>(plan_.terms.size()) - 1;
    }

    int condition(const Node& node) {
        Condition made{node.field, node.attribute, node.text, node.place, {}};
        if (is_about_codings(node.field)) made.narrowed_by = narrowing_;
        plan_.conditions.push_back(std::move(made));
        return static_cast<int>(plan_.conditions.size()) - 1;
    }

    /// code:X alone finds what is coded X; NOT code:X alone finds turns.
    static bool wants_passages(const Node& node) {
        if (node.kind == Kind::field) {
            return node.field == FieldId::code || node.field == FieldId::dimension ||
                   narrows_codings(node.field);
        }
        return node.kind != Kind::none_of &&
               std::any_of(node.children.begin(), node.children.end(), wants_passages);
    }

    /// Whether a text of that kind can fulfil the step. What has no words fulfils or fails everywhere, but is
    /// a question about transcripts.
    bool can_be_in(const Step& step, Where where) const {
        if (!step.terms.empty()) {
            return std::all_of(step.terms.begin(), step.terms.end(), [&](int one) {
                return plan_.terms[static_cast<std::size_t>(one)].where == where;
            });
        }
        if (!step.has_words) return where == Where::source;
        const auto can = [&](const Step& child) { return can_be_in(child, where); };
        if (step.kind == Kind::any_of) return std::any_of(step.children.begin(), step.children.end(), can);
        return std::all_of(step.children.begin(), step.children.end(),
                           [&](const Step& child) { return !child.has_words || can(child); });
    }

    Plan plan_;
    Where where_ = Where::source;
    std::vector<int> narrowing_;
};

}  // namespace

bool Plan::looks_in(Where where) const {
    return std::find(places.begin(), places.end(), where) != places.end();
}

Plan plan_of(const Node& query) {
    return Planner().run(query);
}

}  // namespace search
